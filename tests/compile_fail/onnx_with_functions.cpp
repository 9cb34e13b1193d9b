// expect: onnx_file::has_functions_of_its_own_so_export_with_them_inlined
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr auto file = [] {
    auto made = model().input("x", {1, 2}).output("y", {1, 2}).node("Mine", {"x"}, "y").file();
    made.text(25, "");
    return made;
}();
#else
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 2}).node("Relu", {"x"}, "y").file();
#endif
using read = ctnn::onnx::network<file>;
