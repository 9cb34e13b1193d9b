// expect: onnx_node<'n'>::with_operator<'G', 'e', 'l', 'u'>::is_the_tanh_approximation_of_gelu_so_export_with_approximate_none
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
constexpr model gelu(char const* approximate) {
    return model()
        .input("x", {1, 2})
        .output("y", {1, 2})
        .node("Gelu", {"x"}, "y", {{"approximate", approximate}}, "n")
        .opset(20);
}
#ifdef CTNN_WRONG
constexpr auto file = gelu("tanh").file();
#else
constexpr auto file = gelu("none").file();
#endif
using read = ctnn::onnx::network<file>;
