// expect: onnx_file::is_a_zip_of_pytorch_or_keras_so_export_the_model_as_onnx
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr ctnn::text_view file = "PK\3\4";
#else
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 2}).node("Relu", {"x"}, "y").file();
#endif
using read = ctnn::onnx::network<file>;
