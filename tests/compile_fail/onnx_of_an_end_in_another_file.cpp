// expect: onnx_node<'n'>::with_operator<'C', 'l', 'i', 'p'>::has_weights_in_another_file_so_save_the_model_with_its_weights_inside
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

constexpr onnx_file::bytes end() {
    auto made = onnx_file::tensor("u", {}, {6.f});
#ifdef CTNN_WRONG
    made.number(14, 1);
#endif
    return made;
}
constexpr auto file = [] {
    auto made = onnx_file::model().input("x", {1, 2}).output("y", {1, 2}).weights("l", {}, {0.f});
    made.graph.message(5, end());
    return made.node("Clip", {"x", "l", "u"}, "y", {}, "n").file();
}();
using read = ctnn::onnx::network<file>;
