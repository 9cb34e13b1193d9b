// expect: onnx_node<'n'>::with_operator<'C', 'o', 's'>::is_not_one_that_ctnn_reads
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 2}).node("Cos", {"x"}, "y", {}, "n").file();
#else
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 2}).node("Relu", {"x"}, "y").file();
#endif
using read = ctnn::onnx::network<file>;
