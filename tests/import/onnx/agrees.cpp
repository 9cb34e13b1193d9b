// Recorded outputs, as ONNX files come with them.
#include "import/onnx_file.hpp"

#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx.hpp>

namespace {

constexpr auto file = onnx_file::model()
                          .node("MatMul", {"x", "w"}, "y")
                          .weights("w", {2, 1}, {2.f, -1.f})
                          .input("x", {0, 2})
                          .output("y", {0, 1})
                          .file();
constexpr auto& net = ctnn::onnx::imported<file>;
// Two inputs, and the outputs as floats and as doubles.
constexpr auto inputs = onnx_file::tensor("x", {2, 2}, {1.f, 2.f, 3.f, 4.f});
constexpr auto outputs = onnx_file::tensor("y", {2, 1}, {0.f, 2.f});
constexpr auto outputs_in_double = onnx_file::tensor("y", {2, 1}, {0., 2.});
constexpr auto float_data = onnx_file::tensor_of_float_data("y", {2, 1}, {0.f, 2.f});
constexpr auto other_outputs = onnx_file::tensor("y", {2, 1}, {0.f, 2.25f});
constexpr auto no_number = onnx_file::tensor("y", {2, 1}, {__builtin_nanf(""), 2.f});
static_assert(ctnn::onnx::agrees<net, inputs, outputs>(0));
static_assert(ctnn::onnx::agrees<net, inputs, outputs_in_double>(0));
static_assert(ctnn::onnx::agrees<net, inputs, float_data>(0));
// The tolerance is that of the largest output, and 1.
static_assert(!ctnn::onnx::agrees<net, inputs, other_outputs>(0.07));
static_assert(ctnn::onnx::agrees<net, inputs, other_outputs>(0.08));

// An image with channels first in the record and last in the network.
constexpr ctnn::network<float, ctnn::input<2, 1, 3>, ctnn::identity> image{};
constexpr auto first = onnx_file::tensor("x", {1, 3, 2, 1}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f});
constexpr auto last = onnx_file::tensor("x", {1, 2, 1, 3}, {1.f, 3.f, 5.f, 2.f, 4.f, 6.f});
static_assert(ctnn::onnx::agrees<image, first, last>(0));
static_assert(ctnn::onnx::agrees<image, last, last>(0)); // (or last in both)

// As many channels as places: the record has them first or last.
constexpr ctnn::network<float, ctnn::input<2, 2>, ctnn::identity> square{};
constexpr auto rows = onnx_file::tensor("x", {1, 2, 2}, {1.f, 2.f, 3.f, 4.f});
constexpr auto columns = onnx_file::tensor("x", {1, 2, 2}, {1.f, 3.f, 2.f, 4.f});
constexpr auto neither = onnx_file::tensor("x", {1, 2, 2}, {1.f, 4.f, 2.f, 3.f});
static_assert(ctnn::onnx::agrees<square, rows, rows>(0));
static_assert(ctnn::onnx::agrees<square, rows, columns>(0));
static_assert(ctnn::onnx::agrees<square, columns, rows>(0));
static_assert(!ctnn::onnx::agrees<square, rows, neither>(0));
constexpr ctnn::network<float, ctnn::input<2, 2>, ctnn::max_pool<ctnn::kernel_size<2>>> pool{};
constexpr auto largest = onnx_file::tensor("y", {1, 1, 2}, {3.f, 4.f});
static_assert(ctnn::onnx::agrees<pool, rows, largest>(0));
static_assert(ctnn::onnx::agrees<pool, columns, largest>(0));
static_assert(!ctnn::onnx::agrees<pool, neither, largest>(0));

} // namespace

TEST_CASE("A record with a NaN agrees with nothing", "[import]") {
    CHECK_FALSE(ctnn::onnx::agrees<net, inputs, no_number>(1e9));
}
