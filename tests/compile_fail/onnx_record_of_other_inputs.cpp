// expect: onnx_tensor::holds_inputs<1.*>::but_the_other_holds_outputs<2.*>
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
constexpr auto file =
    model().input("x", {1, 2}).output("y", {1, 2}).node("Relu", {"x"}, "y").file();
constexpr auto& net = ctnn::onnx::imported<file>;
constexpr auto two = onnx_file::tensor("x", {1, 2}, {1.f, 2.f});
#ifdef CTNN_WRONG
constexpr auto record = onnx_file::tensor("y", {2, 2}, {1.f, 2.f, 3.f, 4.f});
#else
constexpr auto& record = two;
#endif
static_assert(ctnn::onnx::agrees<net, two, record>(0));
