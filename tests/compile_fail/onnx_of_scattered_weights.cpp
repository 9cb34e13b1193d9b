// expect: onnx_node<'n'>::with_operator<'M', 'a', 't', 'M', 'u', 'l'>::has_weights_that_are_a_field_each_so_load_the_file_with_onnx_and_save_it_again
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
constexpr model scattered() {
    onnx_file::bytes weights;
    weights.number(1, 2);
    weights.number(1, 1);
    weights.number(2, 1);
    for (int i = 0; i < 2; ++i) {
        weights.varint(4 << 3 | 5);
        weights.little_endian(0, 4);
    }
    weights.text(8, "w");
    auto made = model().input("x", {1, 2}).output("y", {1, 2});
    made.graph.message(5, weights);
    return made;
}
#ifdef CTNN_WRONG
constexpr auto file = scattered().node("MatMul", {"x", "w"}, "y", {}, "n").file();
#else
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 2})
                          .weights("w", {2, 2}, {1.f, 2.f, 3.f, 4.f})
                          .node("MatMul", {"x", "w"}, "y", {}, "n")
                          .file();
#endif
using read = ctnn::onnx::network<file>;
