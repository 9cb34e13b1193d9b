// expect: onnx_file::is_hdf5_of_keras_so_export_by_model_export_with_format_onnx
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr ctnn::text_view file = "\x89HDF\r\n";
#else
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 2}).node("Relu", {"x"}, "y").file();
#endif
using read = ctnn::onnx::network<file>;
