// expect: onnx_node<'n'>::with_operator<'M', 'a', 't', 'M', 'u', 'l'>::gets_an_input_of_size<2.*>::but_has_weights_for<3.*>
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 1})
                          .weights("w", {3, 1}, {1.f, 2.f, 3.f})
                          .node("MatMul", {"x", "w"}, "y", {}, "n")
                          .file();
#else
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 1})
                          .weights("w", {2, 1}, {1.f, 2.f})
                          .node("MatMul", {"x", "w"}, "y", {}, "n")
                          .file();
#endif
using read = ctnn::onnx::network<file>;
