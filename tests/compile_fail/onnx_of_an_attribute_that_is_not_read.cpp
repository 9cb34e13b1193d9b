// expect: onnx_node<'n'>::with_operator<'G', 'e', 'm', 'm'>::has_attribute<'t', 'r', 'a', 'n', 's', 'A'>::with_a_value_that_is_not_read
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 2})
                          .weights("w", {2, 2}, {1.f, 2.f, 3.f, 4.f})
                          .node("Gemm", {"x", "w"}, "y", {{"transA", 1}}, "n")
                          .file();
#else
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 2})
                          .weights("w", {2, 2}, {1.f, 2.f, 3.f, 4.f})
                          .node("Gemm", {"x", "w"}, "y", {{"transA", 0}}, "n")
                          .file();
#endif
using read = ctnn::onnx::network<file>;
