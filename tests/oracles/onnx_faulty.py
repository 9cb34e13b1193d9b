"""Models that the ONNX importer refuses, for onnx_models.py: NAME.onnx in tests/import/faulty."""

import numpy as np
import onnx
from onnx import TensorProto, helper

from onnx_file import TESTS, build, draw, integers, node, with_external_weights

FAULTY = TESTS / "import" / "faulty"

w, b = draw(3, 4), draw(3)
weights = {"w": w, "b": b}
gemm = node("Gemm", ["x", "w", "b"], ["y"], name="dense", transB=1)
gemm_to_h = node("Gemm", ["x", "w", "b"], ["h"], name="dense", transB=1)


def with_value(value):
    changed = w.copy()
    changed[1, 2] = value
    return build([gemm], {"w": changed, "b": b}, [1, 4])


def then(operator, opset=13, extra=(), more=None, domain="", **attributes):
    """A dense layer, and an operator after it."""
    last = node(operator, ["h", *extra], ["y"], name="odd", domain=domain, **attributes)
    return build([gemm_to_h, last], {**weights, **(more or {})}, [1, 4], opset, domains=[domain] if domain else ())


def changed(model, change):
    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    change(copy)
    return copy


def of_halves():
    return build([gemm], {"w": w.astype(np.float16), "b": b.astype(np.float16)}, [1, 4], type=TensorProto.FLOAT16)


def with_a_function():
    twice = helper.make_function("local", "Twice", ["a"], ["c"], [node("Add", ["a", "a"], ["c"])],
                                 [helper.make_opsetid("", 13)])
    return build([gemm_to_h, node("Twice", ["h"], ["y"], name="odd", domain="local")], weights, [1, 4],
                 domains=["local"], functions=[twice])


def with_a_branch():
    branch = helper.make_graph([node("Relu", ["h"], ["r"])], "branch", [],
                               [helper.make_tensor_value_info("r", TensorProto.FLOAT, None)])
    last = node("If", ["c"], ["y"], name="odd", then_branch=branch, else_branch=branch)
    return build([gemm_to_h, last], {**weights, "c": np.array(True)}, [1, 4])


def of_a_tree():
    last = node("TreeEnsembleClassifier", ["x"], ["label", "y"], name="odd", domain="ai.onnx.ml", nodes_treeids=[0, 0, 0],
                nodes_nodeids=[0, 1, 2], nodes_featureids=[0, 0, 0], nodes_modes=["BRANCH_LEQ", "LEAF", "LEAF"],
                nodes_values=[0.5, 0.0, 0.0], nodes_truenodeids=[1, 0, 0], nodes_falsenodeids=[2, 0, 0],
                class_treeids=[0, 0], class_nodeids=[1, 2], class_ids=[0, 1], class_weights=[1.0, 1.0],
                classlabels_int64s=[0, 1])
    return build([last], {}, [1, 4], domains=["ai.onnx.ml"], outputs=[("y", [1, 2])])


def with_dims(name, *dims):
    def change(model):
        for t in model.graph.initializer:
            if t.name == name:
                del t.dims[:]
                t.dims.extend(dims)
    return changed(build([gemm], weights, [1, 4]), change)


def sparse():
    def change(model):
        values = helper.make_tensor("w", TensorProto.FLOAT, [2], [1.0, 2.0])
        places = helper.make_tensor("i", TensorProto.INT64, [2], [0, 5])
        model.graph.sparse_initializer.append(helper.make_sparse_tensor(values, places, [3, 4]))
    return changed(build([gemm], {"b": b}, [1, 4]), change)


def recurrent(inputs=("b",), more=None, operator="GRU", gates=3, **attributes):
    steps = node(operator, ["x", "w", "r", *inputs], ["o"], name="recurrent", hidden_size=3, **attributes)
    tensors = {"w": draw(1, 3 * gates, 2), "r": draw(1, 3 * gates, 3), "b": draw(1, 6 * gates), "a": integers(1)}
    return build([steps, node("Squeeze", ["o", "a"], ["y"])], {**tensors, **(more or {})}, [4, 1, 2], opset=14)


def models():
    whole = build([gemm], weights, [1, 4])
    yield "two_inputs", build([node("Gemm", ["x", "w", "b"], ["h"], transB=1), node("Add", ["h", "x2"], ["y"])], weights,
                              None, inputs=[("x", [1, 4]), ("x2", [1, 3])])
    yield "two_outputs", build([gemm_to_h, node("Relu", ["h"], ["y"])], weights, [1, 4],
                               outputs=[("y", [1, 3]), ("h", [1, 3])])
    yield "no_input", build([gemm], weights, None, inputs=[("w2", [1, 4])])
    yield "no_output", changed(whole, lambda m: m.graph.ClearField("output"))
    yield "no_nodes", build([], {}, [1, 4], outputs=[("x", [1, 4])])
    yield "unknown_size", build([gemm], weights, [1, "n"])
    yield "unknown_rank", build([gemm], weights, None)
    yield "batch_of_two", build([gemm], weights, [2, 4])
    yield "of_integers", build([gemm], weights, [1, 4], type=TensorProto.INT64)
    yield "of_halves", of_halves()
    yield "weights_in_bfloat16", build([gemm], {"w": tensor_of(TensorProto.BFLOAT16, "w", [3, 4], 24), "b": b}, [1, 4])
    yield "weight_is_nan", with_value(np.nan)
    yield "weight_is_infinite", with_value(np.inf)
    yield "weight_is_minus_infinity", with_value(-np.inf)
    yield "unknown_operator", then("Cos")
    yield "unknown_domain", then("FusedGemm", domain="com.microsoft")
    yield "local_function", with_a_function()
    yield "branch", with_a_branch()
    yield "tree_ensemble", of_a_tree()
    yield "quantized", then("QuantizeLinear", extra=["s", "z"],
                            more={"s": np.array(0.5, np.float32), "z": np.array(0, np.int8)})
    yield "missing_initializer", build([gemm], {"w": w}, [1, 4])
    yield "missing_node", build([node("Gemm", ["h", "w", "b"], ["y"], name="dense", transB=1)], weights, [1, 4])
    yield "output_of_nothing", build([gemm], weights, [1, 4], outputs=[("z", [1, 3])])
    yield "cycle", build([node("Add", ["x", "k"], ["h"], name="first"), node("Relu", ["h"], ["k"], name="second"),
                          node("Tanh", ["k"], ["y"])], {}, [1, 4])
    yield "name_made_twice", build([gemm_to_h, node("Relu", ["h"], ["h"], name="odd"), node("Tanh", ["h"], ["y"])],
                                   weights, [1, 4])
    yield "wrong_width", build([gemm], {"w": draw(3, 5), "b": b}, [1, 4])
    yield "wrong_bias", build([gemm], {"w": w, "b": draw(4)}, [1, 4])
    yield "wrong_shape_of_output", build([gemm], weights, [1, 4], outputs=[("y", [1, 5])])
    yield "tensor_shorter_than_its_shape", with_dims("w", 4, 4)
    yield "tensor_longer_than_its_shape", with_dims("w", 2, 4)
    yield "negative_extent", with_dims("w", -3, 4)
    yield "huge_extents", with_dims("w", 2 ** 62, 4)
    yield "extents_whose_product_wraps", with_dims("w", 2 ** 32 + 3, 2 ** 32, 4)
    yield "sparse", sparse()
    yield "external_without_its_file", with_external_weights(build([gemm], weights, [1, 4]), "nowhere.data")
    yield "transposed_input", build([node("Gemm", ["x", "w", "b"], ["y"], name="dense", transA=1)],
                                    {"w": draw(1, 3), "b": b}, [1, 4])
    yield "two_variable_factors", build([node("MatMul", ["x", "x"], ["y"], name="dense")], {}, [1, 1])
    yield "softmax_of_steps", build([node("Softmax", ["x"], ["y"], name="odd", axis=1)], {}, [1, 4, 3])
    yield "clip_reversed", then("Clip", extra=["a", "c"], more={"a": np.array(2, np.float32), "c": np.array(1, np.float32)})
    yield "division_by_zero", then("Div", extra=["c"], more={"c": np.zeros(3, np.float32)})
    yield "negative_variance", then("BatchNormalization", extra=["g", "o", "m", "v"], more={
        "g": draw(3), "o": draw(3), "m": draw(3), "v": -np.ones(3, np.float32)})
    yield "batch_norm_in_training", then("BatchNormalization", opset=14, extra=["g", "o", "m", "v"], training_mode=1, more={
        "g": draw(3), "o": draw(3), "m": draw(3), "v": np.ones(3, np.float32)})
    yield "dropout_in_training", then("Dropout", extra=["r", "t"],
                                      more={"r": np.array(0.5, np.float32), "t": np.array(True)})
    yield "reshape_to_another_size", then("Reshape", extra=["s"], more={"s": integers(1, 4)})
    yield "reshape_to_two_rests", then("Reshape", extra=["s"], more={"s": integers(-1, -1)})
    yield "squeeze_of_three", then("Squeeze", extra=["s"], more={"s": integers(1)})
    yield "permutation_of_one_axis", then("Transpose", perm=[0, 0])
    yield "conv3d", build([node("Conv", ["x", "w"], ["y"], name="convolution")], {"w": draw(1, 1, 2, 2, 2)},
                          [1, 1, 3, 3, 3])
    yield "conv_of_stride_0", build([node("Conv", ["x", "w"], ["y"], name="convolution", strides=[0, 1])],
                                    {"w": draw(1, 1, 2, 2)}, [1, 1, 3, 3])
    yield "conv_of_wrong_channels", build([node("Conv", ["x", "w"], ["y"], name="convolution")],
                                          {"w": draw(1, 2, 2, 2)}, [1, 3, 3, 3])
    yield "conv_wider_than_its_input", build([node("Conv", ["x", "w"], ["y"], name="convolution")],
                                             {"w": draw(1, 1, 4, 4)}, [1, 1, 3, 3])
    yield "gru_from_a_state", recurrent(("b", "", "h"), {"h": draw(1, 1, 3)})
    yield "gru_of_short_sequences", recurrent(("b", "n"), {"n": np.array([3], np.int32)})
    yield "gru_clipped", recurrent(clip=1.0)
    yield "gru_of_unknown_steps", changed(recurrent(), unknown_steps)
    yield "lstm_of_peepholes", recurrent(("b", "", "", "", "p"), {"p": draw(1, 9)}, "LSTM", 4)
    yield "lstm_of_coupled_gates", recurrent((), None, "LSTM", 4, input_forget=1)
    yield "lstm_of_wrong_width", recurrent(("b",), {"w": draw(1, 12, 3)}, "LSTM", 4)
    yield "no_opset", changed(whole, lambda m: m.ClearField("opset_import"))
    yield "opset_of_the_future", build([gemm], weights, [1, 4], opset=99)
    yield "opset_6", build([gemm], weights, [1, 4], opset=6)
    yield "dropout_of_opset_6", then("Dropout", opset=6)
    yield "batch_norm_of_opset_6", then("BatchNormalization", opset=6, extra=["g", "o", "m", "v"], more={
        "g": draw(3), "o": draw(3), "m": draw(3), "v": np.ones(3, np.float32)})
    yield "dropout_in_training_by_a_number", then("Dropout", extra=["r", "t"], more={
        "r": np.array(0.5, np.float32), "t": helper.make_tensor("t", TensorProto.BOOL, [], [True])})
    yield "zeros_of_more_rows", then("Sub", extra=["z"], more={"z": np.zeros((2, 3), np.float32)})
    yield "one_of_a_higher_rank", then("Add", extra=["z"], more={"z": np.ones((1, 1, 1), np.float32)})
    yield "gather_by_a_matrix", then("Gather", extra=["i"], more={"i": integers([0])}, axis=0)
    yield "reshape_to_numbers", then("Reshape", extra=["s"], more={"s": np.array([1, 3], float)})
    yield "one_name_for_two", changed(whole, lambda m: m.graph.initializer.append(m.graph.initializer[0]))
    yield "max_of_nan", then("Max", extra=["c"], more={"c": np.array(np.nan, np.float32)})


def unknown_steps(model):
    extent = model.graph.input[0].type.tensor_type.shape.dim[0]
    extent.Clear()
    extent.dim_param = "steps"


def tensor_of(type, name, dims, size):
    t = TensorProto()
    t.name, t.data_type, t.raw_data = name, type, bytes(size)
    t.dims.extend(dims)
    return t


def write_all():
    FAULTY.mkdir(parents=True, exist_ok=True)
    for name, model in models():
        (FAULTY / f"{name}.onnx").write_bytes(model.SerializeToString())
    whole = build([gemm], weights, [1, 4]).SerializeToString()
    (FAULTY / "truncated.onnx").write_bytes(whole[:-9])
    (FAULTY / "empty.onnx").write_bytes(b"")
    (FAULTY / "text.onnx").write_bytes(b'{"class_name": "Sequential"}\n')
    (FAULTY / "hdf5.h5").write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(32))
    (FAULTY / "zip.pt").write_bytes(b"PK\x03\x04" + bytes(32))
