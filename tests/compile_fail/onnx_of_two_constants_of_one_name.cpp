// expect: onnx_file::has_two_constants_of_the_same_name
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
constexpr model starting() {
    return model()
        .input("x", {1, 1})
        .output("y", {1, 1})
        .weights("w", {1, 1}, {1.f})
        .node("MatMul", {"x", "w"}, "y");
}
#ifdef CTNN_WRONG
constexpr auto file = starting().weights("w", {1, 1}, {2.f}).file();
#else
constexpr auto file = starting().weights("v", {1, 1}, {2.f}).file();
#endif
using read = ctnn::onnx::network<file>;
