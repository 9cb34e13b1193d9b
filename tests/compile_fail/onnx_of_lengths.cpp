// expect: onnx_node<'n'>::with_operator<'R', 'N', 'N'>::has_lengths_so_export_the_model_without_them
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

#ifdef CTNN_WRONG
constexpr char const* length = "l";
#else
constexpr char const* length = "";
#endif
constexpr auto file = onnx_file::model()
                          .input("x", {2, 1, 1})
                          .output("y", {2, 1, 1, 1})
                          .weights("w", {1, 1, 1}, {1.f})
                          .weights("r", {1, 1, 1}, {1.f})
                          .node("RNN", {"x", "w", "r", "", length}, "y", {}, "n")
                          .file();
using read = ctnn::onnx::network<file>;
