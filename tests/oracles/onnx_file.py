"""How the oracles of the ONNX importer write models, and what onnxruntime makes of them."""

import base64
import json
import os
import pathlib
import subprocess

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

TESTS = pathlib.Path(__file__).parent.parent
MODELS = TESTS / "import" / "models"

FLOAT, DOUBLE, INT64 = TensorProto.FLOAT, TensorProto.DOUBLE, TensorProto.INT64
node = helper.make_node
random = np.random.RandomState(1)
written = {}


def draw(*shape, dtype=np.float32, scale=1.0):
    """Numbers in [-scale, scale) that have few digits, so that no sum of a few products depends on its order much."""
    return (random.randint(-64, 64, shape) / 64 * scale).astype(dtype)


def integers(*values):
    return np.array(values, np.int64)


def tensor(value, name):
    return value if isinstance(value, TensorProto) else numpy_helper.from_array(np.asarray(value, order="C"), name)


def build(nodes, weights, shape, opset=13, type=FLOAT, inputs=None, outputs=None, domains=(), functions=(),
          listed_as_inputs=False):
    """A model with the input x and the output y. `inputs` and `outputs` replace them: lists of (name, shape)."""
    tensors = [tensor(value, name) for name, value in weights.items()]
    inputs = [helper.make_tensor_value_info(name, type, size) for name, size in inputs or [("x", shape)]]
    if listed_as_inputs:
        inputs += [helper.make_tensor_value_info(t.name, t.data_type, list(t.dims)) for t in tensors]
    outputs = [helper.make_tensor_value_info(name, type, size) for name, size in outputs or [("y", None)]]
    graph = helper.make_graph(nodes, "model", inputs, outputs, tensors)
    imports = [helper.make_opsetid("", opset)] + [helper.make_opsetid(domain, 1) for domain in domains]
    return helper.make_model(graph, producer_name="ctnn", opset_imports=imports, functions=list(functions))


def with_external_weights(model, location):
    """The model without its weights, which stand in that file from 64 bytes to 64 bytes."""
    model = onnx.load_model_from_string(model.SerializeToString())
    for index, t in enumerate(model.graph.initializer):
        size = len(t.raw_data)
        t.ClearField("raw_data")
        t.data_location = TensorProto.EXTERNAL
        for key, value in (("location", location), ("offset", 64 * index), ("length", size)):
            entry = t.external_data.add()
            entry.key, entry.value = key, str(value)
    return model


def add(name, nodes, weights, shape, x=None, expected=None, runs=None, **options):
    """A model that is imported; `shape` is its input's. `expected` are outputs that onnxruntime's must be close to; `runs` is
    what onnxruntime runs, where it is not the same model."""
    model = nodes if isinstance(nodes, onnx.ModelProto) else build(nodes, weights, shape, **options)
    if x is None:
        type = options.get("type", FLOAT)
        sizes = [size if isinstance(size, int) else 1 for size in shape]
        x = draw(*sizes, dtype=np.float64 if type == DOUBLE else np.float32, scale=2.0)
    assert name not in written, name
    written[name] = (model, x, expected, runs or model)


def add_exported(name, module, shape, opset=13, **options):
    """A model that PyTorch exports; its own outputs are expected."""
    import io
    import torch
    x = draw(*shape, scale=2.0)
    module.eval()
    with torch.no_grad():
        expected = module(torch.from_numpy(x)).numpy()
    file = io.BytesIO()
    torch.onnx.export(module, torch.from_numpy(x), file, input_names=["x"], output_names=["y"], opset_version=opset,
                      **options)
    add(name, onnx.load_model_from_string(file.getvalue()), {}, shape, x, expected)


def run_all():
    """The outputs of all models, by onnxruntime."""
    requests = [{"name": name, "model": base64.b64encode(runs.SerializeToString()).decode(),
                 "type": str(x.dtype), "shape": list(x.shape), "x": x.reshape(-1).tolist()}
                for name, (_, x, _, runs) in written.items()]
    answer = subprocess.run(["node", str(pathlib.Path(__file__).parent / "onnx_outputs.mjs")], input=json.dumps(requests),
                            text=True, capture_output=True, cwd=os.environ.get("ONNXRUNTIME", "."))
    if answer.returncode:
        raise SystemExit(answer.stderr[-4000:])
    return json.loads(answer.stdout)


def write_all():
    """NAME.onnx, NAME_input.pb and NAME_output.pb of all models."""
    MODELS.mkdir(parents=True, exist_ok=True)
    problems = []
    for name, result in run_all().items():
        model, x, expected, runs = written[name]
        if "problem" in result:
            problems.append(f"{name}: {result['problem']}")
            continue
        y = np.array(result["y"], x.dtype).reshape(result["shape"])
        if expected is not None:
            np.testing.assert_allclose(y, expected.reshape(y.shape), rtol=1e-5, atol=1e-6, err_msg=name)
        output = model.graph.output[0].type.tensor_type
        if not output.HasField("shape"):
            first = model.graph.input[0].type.tensor_type.shape.dim[0]
            for axis, size in enumerate(y.shape):
                dimension = output.shape.dim.add()
                if axis == 0 and size == 1 and first.dim_param:
                    dimension.dim_param = first.dim_param
                else:
                    dimension.dim_value = size
        if runs is model and model.opset_import[0].version <= onnx.defs.onnx_opset_version():
            onnx.checker.check_model(model)
        (MODELS / f"{name}.onnx").write_bytes(model.SerializeToString())
        (MODELS / f"{name}_input.pb").write_bytes(numpy_helper.from_array(x, "x").SerializeToString())
        (MODELS / f"{name}_output.pb").write_bytes(numpy_helper.from_array(y, "y").SerializeToString())
    if problems:
        raise SystemExit("\n".join(problems))
