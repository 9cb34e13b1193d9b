// expect: onnx_file::has_an_input_whose_dimension<1.*>::has_no_size_so_export_with_all_but_the_batch_fixed
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file =
    model().input("x", {1, 0}).output("y", {1, 0}).node("Relu", {"x"}, "y").file();
#else
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 2}).node("Relu", {"x"}, "y").file();
#endif
using read = ctnn::onnx::network<file>;
