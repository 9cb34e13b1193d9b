// expect: onnx_file::gives_outputs<2.*>::but_states<3.*>
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 3}).node("Relu", {"x"}, "y").file();
#else
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 2}).node("Relu", {"x"}, "y").file();
#endif
using read = ctnn::onnx::network<file>;
