// expect: onnx_node<'n'>::with_operator<'D', 'i', 'v'>::has_a_divisor_of_0_or_a_variance_below_0
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 2})
                          .weights("d", {2}, {1.f, 0.f})
                          .node("Div", {"x", "d"}, "y", {}, "n")
                          .file();
#else
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 2})
                          .weights("d", {2}, {1.f, 2.f})
                          .node("Div", {"x", "d"}, "y", {}, "n")
                          .file();
#endif
using read = ctnn::onnx::network<file>;
