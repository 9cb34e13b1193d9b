// expect: onnx_file::is_cut_off_or_no_onnx_file
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr ctnn::text_view file = "{}";
#else
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 2}).node("Relu", {"x"}, "y").file();
#endif
using read = ctnn::onnx::network<file>;
