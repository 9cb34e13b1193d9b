// expect: onnx_node<'n'>::with_operator<'M', 'a', 't', 'M', 'u', 'l'>::has_weights_of_bytes<4.*>::but_their_shape_needs<8.*>
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 1})
                          .weights("w", {2, 1}, {1.f})
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
