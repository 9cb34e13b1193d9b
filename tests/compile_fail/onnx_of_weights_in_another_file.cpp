// expect: onnx_weights::are_in_another_file_so_make_it_the_second_argument
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
constexpr model external(char const* length) {
    onnx_file::bytes weights, entry;
    weights.number(1, 2);
    weights.number(1, 1);
    weights.number(2, 1);
    weights.text(8, "w");
    entry.text(1, "length");
    entry.text(2, onnx_file::view(length));
    weights.message(13, entry);
    weights.number(14, 1);
    auto made = model().input("x", {1, 2}).output("y", {1, 1});
    made.graph.message(5, weights);
    return made.node("MatMul", {"x", "w"}, "y", {}, "n");
}
constexpr auto file = external("8").file();
constexpr ctnn::text_view data{"\0\0\0\0\0\0\0\0"};
#ifdef CTNN_WRONG
constexpr auto& net = ctnn::onnx::imported<file>;
#else
constexpr auto& net = ctnn::onnx::imported<file, data>;
#endif
static_assert(net.layer<0>().biases[0] == 0);
