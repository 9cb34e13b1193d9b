// expect: onnx_node<'n'>::with_operator<'M', 'a', 't', 'M', 'u', 'l'>::has_an_operand_that_is_not_a_constant_of_the_file
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 2})
                          .weights("w", {2, 2}, {1.f, 2.f, 3.f, 4.f})
                          .node("MatMul", {"x", "v"}, "y", {}, "n")
                          .file();
#else
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 2})
                          .weights("w", {2, 2}, {1.f, 2.f, 3.f, 4.f})
                          .node("MatMul", {"x", "w"}, "y", {}, "n")
                          .file();
#endif
using read = ctnn::onnx::network<file>;
