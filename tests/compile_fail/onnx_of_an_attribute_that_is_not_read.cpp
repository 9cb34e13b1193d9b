// expect: onnx_node<'n'>::with_operator<'G', 'e', 'm', 'm'>::has_attribute<'a', 'l', 'p', 'h', 'a'>::with_a_value_that_is_not_read
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 2})
                          .weights("w", {2, 2}, {1.f, 2.f, 3.f, 4.f})
                          .node("Gemm", {"x", "w"}, "y", {{"alpha", 2.f}}, "n")
                          .file();
#else
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 2})
                          .weights("w", {2, 2}, {1.f, 2.f, 3.f, 4.f})
                          .node("Gemm", {"x", "w"}, "y", {{"alpha", 1.f}}, "n")
                          .file();
#endif
using read = ctnn::onnx::network<file>;
