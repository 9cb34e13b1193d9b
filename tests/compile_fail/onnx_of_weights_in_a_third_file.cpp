// expect: onnx_node<'n'>::with_operator<'M', 'a', 't', 'M', 'u', 'l'>::has_weights_in_a_third_file_so_save_the_model_with_its_weights_inside
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

constexpr onnx_file::bytes external(char const* name, char const* location) {
    onnx_file::bytes weights, entry;
    weights.number(1, 1);
    weights.number(1, 1);
    weights.number(2, 1);
    weights.text(8, onnx_file::view(name));
    entry.text(1, "location");
    entry.text(2, onnx_file::view(location));
    weights.message(13, entry);
    weights.number(14, 1);
    return weights;
}
constexpr auto file = [] {
    auto made = onnx_file::model().input("x", {1, 1}).output("y", {1, 1});
    made.graph.message(5, external("v", "a.data"));
#ifdef CTNN_WRONG
    made.graph.message(5, external("w", "b.data"));
#else
    made.graph.message(5, external("w", "a.data"));
#endif
    return made.node("MatMul", {"x", "v"}, "h").node("MatMul", {"h", "w"}, "y", {}, "n").file();
}();
using read = ctnn::onnx::network<file>;
