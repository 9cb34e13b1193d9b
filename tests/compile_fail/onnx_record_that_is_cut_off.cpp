// expect: onnx_tensor::is_cut_off_or_no_packed_float_or_double
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 2}).node("Relu", {"x"}, "y").file();
constexpr auto& net = ctnn::onnx::imported<file>;
constexpr auto two = onnx_file::tensor("x", {1, 2}, {1.f, 2.f});
#ifdef CTNN_WRONG
constexpr ctnn::text_view record{two.data.data(), two.size - 1};
#else
constexpr auto& record = two;
#endif
static_assert(ctnn::onnx::agrees<net, two, record>(0));
