// expect: onnx_node<'n'>::with_operator<'M', 'a', 't', 'M', 'u', 'l'>::has_weights_of_onnx_type<7.*>::but_needs_float_or_double_so_export_in_float32
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 1})
                          .weights("w", {2, 1}, {std::int64_t{1}, std::int64_t{2}})
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
