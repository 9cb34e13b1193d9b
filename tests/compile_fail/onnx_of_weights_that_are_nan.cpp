// expect: onnx_layer<1.*>::has_weights_that_are_nan_or_infinite
#include "../import/onnx_file.hpp"

#include <ctnn/import/onnx.hpp>

using onnx_file::model;
#ifdef CTNN_WRONG
constexpr float weight = __builtin_nanf("");
#else
constexpr float weight = 1;
#endif
constexpr auto file = model()
                          .input("x", {1, 2})
                          .output("y", {1, 1})
                          .weights("w", {2, 1}, {1.f, weight})
                          .node("Relu", {"x"}, "r")
                          .node("MatMul", {"r", "w"}, "y", {}, "n")
                          .file();
constexpr auto& net = ctnn::onnx::imported<file>;
