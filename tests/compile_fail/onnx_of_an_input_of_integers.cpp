// expect: onnx_file::has_an_input_of_onnx_type<7.*>::but_needs_float_or_double
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file = [] {
    model made;
    made.graph.message(11, model::value("x", {1, 2}, 7));
    return made.output("y", {1, 2}).node("Relu", {"x"}, "y").file();
}();
#else
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 2}).node("Relu", {"x"}, "y").file();
#endif
using read = ctnn::onnx::network<file>;
