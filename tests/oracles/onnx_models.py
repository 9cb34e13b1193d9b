#!/usr/bin/env python3
"""Writes the models that the tests of the ONNX importer read: NAME.onnx, NAME_input.pb and NAME_output.pb in
tests/import/models, and the faulty ones in tests/import/faulty.

    npm install onnxruntime-web && python3 tests/oracles/onnx_models.py

PyTorch exports some, the others are built node by node. onnxruntime runs them all; where PyTorch ran the network too, both
must agree. ONNXRUNTIME names the folder of node_modules, if it is not the current one.
"""

import numpy as np
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

import onnx_faulty
import onnx_operators
import onnx_recurrent
from onnx_file import (DOUBLE, MODELS, add, add_exported, build, draw, integers, node, with_external_weights,
                       write_all)

torch.manual_seed(1)
f32 = np.float32


def scalar(x):
    return np.array(x, f32)


def dense_layers():
    w, b = draw(3, 4), draw(3)
    rows = np.ascontiguousarray(w.T)
    gemm = dict(nodes=[node("Gemm", ["x", "w", "b"], ["y"], name="dense", transB=1)], weights={"w": w, "b": b})
    add("gemm", **gemm, shape=[1, 4])
    add("gemm_by_rows", [node("Gemm", ["x", "w", "b"], ["y"])], {"w": rows, "b": b}, [1, 4])
    add("gemm_scaled", [node("Gemm", ["x", "w", "b"], ["y"], alpha=0.5, beta=2.0)], {"w": rows, "b": b}, [1, 4])
    add("gemm_without_bias", [node("Gemm", ["x", "w"], ["y"], transB=1)], {"w": w}, [1, 4])
    add("gemm_bias_of_one_row", [node("Gemm", ["x", "w", "b"], ["y"], transB=1)], {"w": w, "b": b[None]}, [1, 4])
    add("gemm_one_bias", [node("Gemm", ["x", "w", "b"], ["y"], transB=1)], {"w": w, "b": b[:1]}, [1, 4])
    add("gemm_of_a_dynamic_batch", **gemm, shape=["batch", 4])
    add("gemm_of_an_unnamed_batch", **gemm, shape=[None, 4])
    add("gemm_in_double", gemm["nodes"], {"w": w.astype(float), "b": b.astype(float)}, [1, 4], type=DOUBLE)
    for opset in (7, 9, 11, 15, 17, 18, 21):
        add(f"gemm_opset_{opset}", **gemm, shape=[1, 4], opset=opset)
    add("initializers_as_inputs", **gemm, shape=[1, 4], listed_as_inputs=True)
    add("float_data", gemm["nodes"], {
        "w": helper.make_tensor("w", TensorProto.FLOAT, [3, 4], w.reshape(-1).tolist()),
        "b": helper.make_tensor("b", TensorProto.FLOAT, [3], b.tolist())}, [1, 4])
    add("double_data", gemm["nodes"], {
        "w": helper.make_tensor("w", TensorProto.DOUBLE, [3, 4], w.reshape(-1).tolist()),
        "b": helper.make_tensor("b", TensorProto.DOUBLE, [3], b.tolist())}, [1, 4], type=DOUBLE)
    add("constant_nodes", [
        node("Constant", [], ["w"], value=numpy_helper.from_array(w, "w")),
        node("Constant", [], ["b"], value=numpy_helper.from_array(b, "b"))] + gemm["nodes"], {}, [1, 4])
    add("matmul", [node("MatMul", ["x", "w"], ["y"])], {"w": rows}, [1, 4])
    add("matmul_add", [node("MatMul", ["x", "w"], ["h"]), node("Add", ["h", "b"], ["y"])], {"w": rows, "b": b}, [1, 4])
    add("matmul_add_bias_first", [node("MatMul", ["x", "w"], ["h"]), node("Add", ["b", "h"], ["y"])],
        {"w": rows, "b": b}, [1, 4])
    add("matmul_of_a_vector", [node("MatMul", ["x", "w"], ["h"]), node("Add", ["h", "b"], ["y"])],
        {"w": rows, "b": b}, [4])
    add("matmul_weights_first", [node("MatMul", ["w", "x"], ["h"]), node("Add", ["h", "b"], ["y"])],
        {"w": w, "b": b}, [4])
    add("matmul_weights_first_column", [node("MatMul", ["w", "x"], ["h"]), node("Add", ["h", "b"], ["y"])],
        {"w": w, "b": b[:, None]}, [4, 1])
    add("matmul_weights_as_a_transpose", [node("Transpose", ["w"], ["wt"], perm=[1, 0]),
        node("MatMul", ["x", "wt"], ["h"]), node("Add", ["h", "b"], ["y"])], {"w": w, "b": b}, [1, 4])
    square, offset = draw(4, 4, scale=0.5), draw(4)
    add("shared_initializer", [node("Gemm", ["x", "w", "b"], ["h"]), node("Relu", ["h"], ["r"]),
        node("Gemm", ["r", "w", "b"], ["y"])], {"w": square, "b": offset}, [1, 4])
    add("nodes_without_order", [node("Gemm", ["x", "w", "b"], ["h"], transB=1), node("Tanh", ["h"], ["t"]),
        node("Gemm", ["t", "v", "c"], ["y"], transB=1)], {"c": draw(2), "v": draw(2, 3), "b": b, "w": w}, [1, 4])
    inside = build(**gemm, shape=[1, 4])
    add("external", with_external_weights(inside, "external.data"), {}, [1, 4], runs=inside)
    MODELS.mkdir(parents=True, exist_ok=True)
    (MODELS / "external.data").write_bytes(w.tobytes() + b"\xff" * 16 + b.tobytes())
    mlp = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 8), nn.ReLU(), nn.Linear(8, 3), nn.Softmax(1))
    for opset in (9, 13, 17):
        add_exported(f"mlp_opset_{opset}", mlp, [1, 4], opset)
    add_exported("mlp_of_a_dynamic_batch", mlp, [1, 4], dynamic_axes={"x": {0: "batch"}, "y": {0: "batch"}})
    add_exported("policy", nn.Sequential(nn.Linear(10, 20), nn.ReLU(), nn.Linear(20, 30), nn.ReLU(), nn.Linear(30, 3),
                                         nn.Softmax(1)), [1, 10])


def normalizations():
    w, b = draw(3, 4), draw(3)
    dense = node("Gemm", ["n", "w", "b"], ["y"], transB=1)
    weights = {"w": w, "b": b}
    mean, scale = draw(4), abs(draw(4)) + scalar(0.5)
    add("normalization", [node("Sub", ["x", "m"], ["d"]), node("Div", ["d", "s"], ["n"]), dense],
        {"m": mean, "s": scale, **weights}, [1, 4])
    add("normalization_by_scalars", [node("Sub", ["x", "m"], ["d"]), node("Div", ["d", "s"], ["n"]), dense],
        {"m": scalar(0.25), "s": scalar(2), **weights}, [1, 4])
    add("normalization_by_products", [node("Mul", ["s", "x"], ["d"]), node("Add", ["d", "m"], ["n"]), dense],
        {"m": mean[None], "s": scale[None], **weights}, [1, 4])
    add("normalization_from_a_constant", [node("Sub", ["m", "x"], ["n"]), dense], {"m": mean, **weights}, [1, 4])
    add("negated", [node("Neg", ["x"], ["n"]), dense], weights, [1, 4])
    add("outputs_scaled", [node("Gemm", ["x", "w", "b"], ["h"], transB=1), node("Mul", ["h", "s"], ["t"]),
        node("Add", ["t", "m"], ["y"])], {**weights, "s": draw(3), "m": draw(3)}, [1, 4])
    add("batch_norm_of_a_row", [node("BatchNormalization", ["x", "g", "o", "m", "v"], ["n"], epsilon=1e-3), dense],
        {"g": draw(4), "o": draw(4), "m": mean, "v": scale, **weights}, [1, 4])
    add("batch_norm_opset_7", [node("BatchNormalization", ["x", "g", "o", "m", "v"], ["n"], epsilon=1e-3), dense],
        {"g": draw(4), "o": draw(4), "m": mean, "v": scale, **weights}, [1, 4], opset=7)


def activations():
    x = np.array([[-4.5, -2.5, -1, -0.25, 0, 0.5, 1.5, 5]], f32)
    size = list(x.shape)

    def one(name, operator, opset=13, extra=(), weights=None, **attributes):
        add(name, [node(operator, ["x", *extra], ["y"], name="activation", **attributes)], weights or {}, size, x,
            opset=opset)

    for operator, name in (("Relu", "relu"), ("LeakyRelu", "leaky_relu_of_default_slope"), ("Elu", "elu"),
                           ("Selu", "selu"), ("Celu", "celu"), ("Sigmoid", "sigmoid"), ("Tanh", "tanh"),
                           ("Softplus", "softplus"), ("Softsign", "softsign"), ("Identity", "identity"),
                           ("Softmax", "softmax"), ("LogSoftmax", "log_softmax"),
                           ("HardSigmoid", "hard_sigmoid_of_default_slope")):
        one(name, operator)
    one("leaky_relu", "LeakyRelu", alpha=0.25)
    one("elu_of_alpha", "Elu", alpha=0.5)
    one("celu_of_alpha", "Celu", alpha=0.5)
    one("selu_of_other_numbers", "Selu", alpha=1.5, gamma=1.25)
    one("hard_sigmoid", "HardSigmoid", alpha=1 / 6, beta=0.5)
    one("hard_swish", "HardSwish", opset=14)
    one("mish", "Mish", opset=18)
    one("gelu", "Gelu", opset=20)
    one("gelu_by_tanh", "Gelu", opset=20, approximate="tanh")
    one("prelu", "PRelu", extra=["s"], weights={"s": draw(8)})
    one("prelu_of_one_slope", "PRelu", extra=["s"], weights={"s": np.array([0.25], f32)})
    one("clip", "Clip", extra=["a", "b"], weights={"a": scalar(-1), "b": scalar(2)})
    one("clip_to_relu6", "Clip", extra=["a", "b"], weights={"a": scalar(0), "b": scalar(6)})
    one("clip_from_below", "Clip", extra=["a"], weights={"a": scalar(-1)})
    one("clip_from_above", "Clip", extra=["", "b"], weights={"b": scalar(1)})
    one("clip_opset_7", "Clip", opset=7, min=-1.0, max=2.0)
    one("softmax_opset_11", "Softmax", opset=11, axis=1)
    one("softmax_of_axis_1", "Softmax", axis=1)
    one("log_softmax_opset_11", "LogSoftmax", opset=11, axis=1)
    one("dropout", "Dropout", opset=13)
    one("dropout_opset_7", "Dropout", opset=7, ratio=0.5)
    one("dropout_of_inputs", "Dropout", extra=["r", "t"], weights={"r": scalar(0.5), "t": np.array(False)})
    for name, module in (("gelu_of_nodes", nn.GELU()), ("gelu_by_tanh_of_nodes", nn.GELU(approximate="tanh")),
                         ("silu_of_nodes", nn.SiLU()), ("mish_of_nodes", nn.Mish()), ("hardtanh_of_nodes", nn.Hardtanh()),
                         ("relu6_of_nodes", nn.ReLU6()), ("hard_swish_of_nodes", nn.Hardswish()),
                         ("log_sigmoid_of_nodes", nn.LogSigmoid()), ("softplus_of_nodes", nn.Softplus())):
        add_exported(name, nn.Sequential(nn.Linear(2, 4), module, nn.Linear(4, 2)), [1, 2])
    add("hard_swish_by_clip", [node("Add", ["x", "three"], ["a"]), node("Clip", ["a", "zero", "six"], ["c"]),
        node("Mul", ["x", "c"], ["m"]), node("Div", ["m", "six"], ["y"])],
        {"three": scalar(3), "zero": scalar(0), "six": scalar(6)}, size, x)
    add("silu_product_first", [node("Sigmoid", ["x"], ["s"]), node("Mul", ["s", "x"], ["y"])], {}, size, x)


def shapes():
    w, b = draw(3, 12), draw(3)
    dense = node("Gemm", ["f", "w", "b"], ["y"], transB=1)
    weights = {"w": w, "b": b}
    add("flatten", [node("Flatten", ["x"], ["f"]), dense], weights, [1, 3, 4])
    add("flatten_of_axis_1", [node("Flatten", ["x"], ["f"], axis=-2), dense], weights, [1, 3, 4])
    add("reshape", [node("Reshape", ["x", "s"], ["f"]), dense], {"s": integers(1, 12), **weights}, [1, 3, 4])
    add("reshape_to_the_rest", [node("Reshape", ["x", "s"], ["f"]), dense], {"s": integers(1, -1), **weights}, [1, 3, 4])
    add("reshape_the_batch", [node("Reshape", ["x", "s"], ["f"]), dense], {"s": integers(-1, 12), **weights}, ["n", 3, 4])
    add("reshape_keeps_the_batch", [node("Reshape", ["x", "s"], ["f"]), dense], {"s": integers(0, -1), **weights},
        ["n", 3, 4])
    add("reshape_by_a_constant", [node("Constant", [], ["s"], value=numpy_helper.from_array(integers(0, -1), "s")),
        node("Reshape", ["x", "s"], ["f"]), dense], weights, [1, 3, 4])
    axes = integers(2)
    add("squeeze", [node("Squeeze", ["x", "a"], ["f"]), dense], {"a": axes, **weights}, [1, 12, 1])
    add("squeeze_opset_11", [node("Squeeze", ["x"], ["f"], axes=[2]), dense], weights, [1, 12, 1], opset=11)
    add("unsqueeze", [node("Unsqueeze", ["x", "a"], ["u"]), node("Flatten", ["u"], ["f"]), dense],
        {"a": axes, **weights}, [1, 12])
    add("unsqueeze_opset_11", [node("Unsqueeze", ["x"], ["u"], axes=[1, 3]), node("Flatten", ["u"], ["f"]), dense],
        weights, [1, 12], opset=11)
    add("transpose", [node("Transpose", ["x"], ["t"], perm=[0, 2, 1]), node("Flatten", ["t"], ["f"]), dense],
        weights, [1, 3, 4])

    class View(nn.Module):
        def __init__(self):
            super().__init__()
            self.dense = nn.Linear(12, 3)

        def forward(self, x):
            return self.dense(x.view(x.size(0), -1))

    add_exported("view_by_size", View(), [1, 3, 4])
    add_exported("view_by_size_of_a_dynamic_batch", View(), [1, 3, 4], dynamic_axes={"x": {0: "n"}, "y": {0: "n"}})


def convolutions():
    def one(name, shape, kernel, bias=True, operator="Conv", opset=13, **attributes):
        weights = {"w": draw(*kernel), **({"b": draw(kernel[0])} if bias else {})}
        add(name, [node(operator, ["x", *weights], ["y"], name="convolution", **attributes)], weights, shape, opset=opset)

    image = [1, 2, 5, 6]
    one("conv2d", image, [3, 2, 3, 2], kernel_shape=[3, 2])
    one("conv2d_without_attributes", image, [3, 2, 3, 2])
    one("conv2d_without_bias", image, [3, 2, 2, 2], bias=False)
    one("conv2d_opset_7", image, [3, 2, 3, 3], opset=7, kernel_shape=[3, 3])
    one("conv2d_strides", image, [3, 2, 3, 2], strides=[2, 3])
    one("conv2d_pads", image, [3, 2, 3, 3], pads=[1, 1, 1, 1])
    one("conv2d_pads_of_one_side", image, [3, 2, 3, 2], pads=[0, 1, 2, 0], strides=[2, 1])
    one("conv2d_dilation", image, [2, 2, 2, 3], dilations=[3, 2])
    one("conv2d_same_upper", image, [2, 2, 2, 3], auto_pad="SAME_UPPER", strides=[2, 2])
    one("conv2d_same_lower", image, [2, 2, 2, 3], auto_pad="SAME_LOWER")
    one("conv2d_valid", image, [2, 2, 2, 3], auto_pad="VALID")
    one("conv2d_groups", [1, 4, 4, 4], [6, 2, 3, 3], group=2)
    one("depthwise_conv2d", [1, 3, 4, 4], [3, 1, 3, 3], group=3, pads=[1, 1, 1, 1])
    one("depthwise_conv2d_of_two", [1, 3, 4, 4], [6, 1, 3, 3], group=3)
    one("conv2d_of_a_dynamic_batch", ["n", 2, 5, 6], [3, 2, 3, 2])
    one("conv1d", [1, 2, 8], [3, 2, 3], kernel_shape=[3])
    one("conv1d_everything", [1, 4, 9], [6, 2, 2], group=2, strides=[2], dilations=[2], pads=[1, 2])
    one("conv_transpose", [1, 2, 3, 3], [2, 3, 2, 2], bias=False, operator="ConvTranspose", strides=[2, 2])

    def pool(name, operator, shape=image, opset=13, **attributes):
        add(name, [node(operator, ["x"], ["y"], name="pool", **attributes)], {}, shape, opset=opset)

    for operator, name in (("MaxPool", "max_pool"), ("AveragePool", "average_pool")):
        pool(name, operator, kernel_shape=[2, 3])
        pool(f"{name}_strides", operator, kernel_shape=[2, 2], strides=[2, 2])
        pool(f"{name}_pads", operator, kernel_shape=[3, 2], strides=[2, 2], pads=[1, 0, 1, 0])
        pool(f"{name}_1d", operator, shape=[1, 2, 7], kernel_shape=[2], strides=[2])
        pool(f"{name}_same_upper", operator, kernel_shape=[2, 2], strides=[2, 2], auto_pad="SAME_UPPER")
        pool(f"{name}_rounded_up", operator, shape=[1, 2, 5, 5], kernel_shape=[2, 2], strides=[2, 2], ceil_mode=1)
        pool(f"global_{name}", f"Global{operator}")
    pool("average_pool_counts_padding", "AveragePool", kernel_shape=[3, 2], strides=[2, 2], pads=[1, 0, 1, 0],
         count_include_pad=1)
    pool("reduce_mean_of_places", "ReduceMean", axes=[2, 3], keepdims=0)
    add("reduce_mean_opset_18", [node("ReduceMean", ["x", "a"], ["y"], keepdims=1)], {"a": integers(2, 3)}, image,
        opset=18)
    add("pad", [node("Pad", ["x", "p"], ["y"])], {"p": integers(0, 0, 1, 2, 0, 0, 0, 1)}, image)
    add("batch_norm_of_an_image", [node("BatchNormalization", ["x", "g", "o", "m", "v"], ["y"])],
        {"g": draw(2), "o": draw(2), "m": draw(2), "v": abs(draw(2)) + scalar(0.5)}, image)
    add("softmax_of_channels", [node("Softmax", ["x"], ["y"], axis=1)], {}, image)
    add("prelu_of_channels", [node("PRelu", ["x", "s"], ["y"])], {"s": draw(2, 1, 1)}, image)
    add("bias_of_channels", [node("Conv", ["x", "w"], ["h"]), node("Add", ["h", "b"], ["y"])],
        {"w": draw(3, 2, 3, 3), "b": draw(1, 3, 1, 1)}, image)
    add("channels_last", [node("Transpose", ["x"], ["c"], perm=[0, 3, 1, 2]), node("Conv", ["c", "w", "b"], ["h"]),
        node("Relu", ["h"], ["r"]), node("Transpose", ["r"], ["l"], perm=[0, 2, 3, 1]),
        node("Reshape", ["l", "s"], ["f"]), node("MatMul", ["f", "v"], ["y"])],
        {"w": draw(3, 2, 3, 3), "b": draw(3), "s": integers(-1, 36), "v": draw(36, 2)}, ["n", 5, 6, 2])
    add_exported("conv_flatten_dense", nn.Sequential(nn.Conv2d(1, 3, 3), nn.ReLU(), nn.Flatten(), nn.Linear(36, 4)),
                 [1, 1, 5, 6])
    add_exported("convnet", nn.Sequential(
        nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 6, 3), nn.ReLU(),
        nn.AvgPool2d(2), nn.Flatten(), nn.Linear(24, 5), nn.Softmax(1)), [1, 1, 12, 12])
    add_exported("convnet_with_batch_norm", nn.Sequential(
        nn.Conv2d(1, 3, 3), nn.BatchNorm2d(3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(12, 2)), [1, 1, 6, 6],
        training=torch.onnx.TrainingMode.PRESERVE)
    add_exported("convnet_of_global_pool", nn.Sequential(
        nn.Conv2d(1, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 3)), [1, 1, 6, 6])
    add_exported("conv1d_net", nn.Sequential(
        nn.Conv1d(2, 4, 3), nn.ReLU(), nn.MaxPool1d(2), nn.Conv1d(4, 3, 2, dilation=2), nn.Flatten(), nn.Linear(6, 2)),
        [1, 2, 10])


class Residual(nn.Module):
    def __init__(self, body, after):
        super().__init__()
        self.body, self.after = body, after

    def forward(self, x):
        return self.after(torch.relu(x + self.body(x)))


class Joined(nn.Module):
    def __init__(self, *branches, axis=1):
        super().__init__()
        self.branches, self.axis = nn.ModuleList(branches), axis

    def forward(self, x):
        return torch.cat([branch(x) for branch in self.branches], self.axis)


def branches():
    add_exported("residual", Residual(nn.Sequential(nn.Linear(4, 4), nn.Tanh(), nn.Linear(4, 4)), nn.Linear(4, 2)), [1, 4])
    add_exported("residual_image", nn.Sequential(
        Residual(nn.Sequential(nn.Conv2d(2, 2, 3, padding=1), nn.ReLU(), nn.Conv2d(2, 2, 3, padding=1)), nn.Flatten()),
        nn.Linear(24, 2)), [1, 2, 3, 4])
    add_exported("concat", nn.Sequential(Joined(nn.Linear(4, 3), nn.Sequential(nn.Linear(4, 2), nn.Tanh())), nn.Linear(5, 2)),
                 [1, 4])
    add_exported("concat_of_the_input", nn.Sequential(Joined(nn.Identity(), nn.Linear(4, 2)), nn.Linear(6, 2)), [1, 4])
    add_exported("concat_of_channels", nn.Sequential(
        Joined(nn.Conv2d(2, 2, 1), nn.Conv2d(2, 3, 3, padding=1)), nn.ReLU(), nn.Flatten(), nn.Linear(45, 2)), [1, 2, 3, 3])
    add("sum_of_branches", [node("Gemm", ["x", "w", "b"], ["p"], transB=1), node("Gemm", ["x", "v"], ["q"], transB=1),
        node("Add", ["p", "q"], ["y"])], {"w": draw(3, 4), "b": draw(3), "v": draw(3, 4)}, [1, 4])
    add("product_of_branches", [node("Gemm", ["x", "w", "b"], ["p"], transB=1), node("Gemm", ["x", "v"], ["q"], transB=1),
        node("Sigmoid", ["q"], ["g"]), node("Mul", ["p", "g"], ["y"])], {"w": draw(3, 4), "b": draw(3), "v": draw(3, 4)},
        [1, 4])


dense_layers()
normalizations()
activations()
shapes()
convolutions()
branches()
onnx_recurrent.add_models()
onnx_operators.add_models()
write_all()
onnx_faulty.write_all()
