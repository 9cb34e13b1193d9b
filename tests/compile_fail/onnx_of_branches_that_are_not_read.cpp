// expect: onnx_node<'n'>::with_operator<'R', 'e', 'l', 'u'>::is_one_of_several_that_use_the_same_output_in_a_way_that_is_not_read
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 2})
                          .node("Relu", {"x"}, "y", {}, "n")
                          .node("Relu", {"x"}, "a")
                          .file();
#else
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 2}).node("Relu", {"x"}, "y").file();
#endif
using read = ctnn::onnx::network<file>;
