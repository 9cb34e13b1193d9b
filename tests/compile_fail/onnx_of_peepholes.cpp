// expect: onnx_node<'n'>::with_operator<'L', 'S', 'T', 'M'>::has_peepholes_which_the_layer_has_not
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

#ifdef CTNN_WRONG
constexpr char const* peepholes = "p";
#else
constexpr char const* peepholes = "";
#endif
constexpr auto file = onnx_file::model()
                          .input("x", {2, 1, 1})
                          .output("y", {2, 1, 1, 1})
                          .weights("w", {1, 4, 1}, {1.f, 2.f, 3.f, 4.f})
                          .weights("r", {1, 4, 1}, {1.f, 2.f, 3.f, 4.f})
                          .weights("p", {1, 3}, {1.f, 2.f, 3.f})
                          .node("LSTM", {"x", "w", "r", "", "", "", "", peepholes}, "y", {}, "n")
                          .file();
using read = ctnn::onnx::network<file>;
