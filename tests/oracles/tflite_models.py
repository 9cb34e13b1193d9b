#!/usr/bin/env python3
"""Writes the models that the tests of the importer of .tflite files read: NAME.tflite, NAME_input.pb and NAME_output.pb in
tests/import/tflite_models, and the faulty ones in tests/import/tflite_faulty.

    npm install @tensorflow/tfjs-tflite && python3 tests/oracles/tflite_models.py

TensorFlow Lite runs them. TFJS_TFLITE names the folder of node_modules, if it is not the current one.
"""

import pathlib
import subprocess

import numpy as np

from tflite_file import (NONE, RELU, RELU6, RELU_N1_TO_1, SAME, VALID, Byte, Model, conv, dense, depthwise, pool,
                         tensor_proto)

HERE = pathlib.Path(__file__).parent
MODELS = HERE.parent / "import" / "tflite_models"
FAULTY = HERE.parent / "import" / "tflite_faulty"
random = np.random.RandomState(3)


def draw(*shape, scale=1.0):
    return (random.uniform(-1, 1, shape) * scale).astype(np.float32)


def run(path, inputs):
    done = subprocess.run(["node", HERE / "tflite_run.cjs", path], input=inputs.tobytes(), stdout=subprocess.PIPE,
                          check=True)
    return done.stdout


def save(name, model, last, shape):
    model.output(last)
    (MODELS / f"{name}.tflite").write_bytes(model.file())
    inputs = draw(*shape, scale=2)
    outputs = np.frombuffer(run(MODELS / f"{name}.tflite", inputs), np.float32)
    (MODELS / f"{name}_input.pb").write_bytes(tensor_proto(inputs))
    (MODELS / f"{name}_output.pb").write_bytes(tensor_proto(outputs))


def add_dense(m, x, inputs, outputs, fused=NONE, **more):
    return m.operator("FULLY_CONNECTED", [x, m.constant(draw(outputs, inputs)), m.constant(draw(outputs))], [1, outputs],
                      dense(fused), **more)


def add_conv(m, x, kernel, channels, shape, options):
    weights = m.constant(draw(shape[-1], *kernel, channels, scale=0.5))
    return m.operator("CONV_2D", [x, weights, m.constant(draw(shape[-1]))], shape, options)


def rows():
    m = Model()
    x = m.input([1, 4], signature=[-1, 4])
    x = add_dense(m, add_dense(m, x, 4, 8, RELU), 8, 3)
    save("dense", m, m.operator("SOFTMAX", [x], [1, 3], {0: 1.0}), [1, 4])

    m = Model()
    x = m.operator("FULLY_CONNECTED", [m.input([4]), m.constant(draw(5, 4)), -1], [1, 5], dense(RELU6))
    x = add_dense(m, add_dense(m, x, 5, 6, RELU_N1_TO_1), 6, 3)
    save("dense_fused", m, x, [4])

    m = Model()
    x = m.input([1, 6])
    for code, options in (("LEAKY_RELU", {0: 0.2}), ("ELU", {}), ("HARD_SWISH", {}), ("RELU6", {}), ("TANH", {}),
                          ("RELU_N1_TO_1", {}), ("LOGISTIC", {}), ("RELU", {}), ("LOG_SOFTMAX", {})):
        x = m.operator(code, [x], [1, 6], options)
    save("activations", m, x, [1, 6])

    m = Model()
    x = m.operator("PRELU", [m.input([1, 6]), m.constant(draw(6))], [1, 6])
    save("prelu", m, x, [1, 6])

    m = Model()
    x = m.operator("MUL", [m.input([1, 5]), m.constant(draw(5))], [1, 5], {0: Byte(NONE)})
    x = m.operator("ADD", [m.constant(draw(1, 5)), x], [1, 5], {0: Byte(RELU)})
    x = m.operator("SUB", [x, m.constant(draw(1))], [1, 5], {0: Byte(NONE)})
    save("arithmetic", m, x, [1, 5])


def images():
    m = Model()
    x = m.input([1, 9, 8, 2])
    x = add_conv(m, x, (3, 3), 2, [1, 5, 4, 4], conv(SAME, (2, 2), RELU6))
    x = m.operator("DEPTHWISE_CONV_2D", [x, m.constant(draw(1, 3, 3, 8)), m.constant(draw(8))], [1, 5, 4, 8],
                   depthwise(SAME, 2, fused=RELU))
    x = m.operator("MAX_POOL_2D", [x], [1, 4, 3, 8], pool(VALID, (2, 2), (1, 1)))
    x = add_conv(m, x, (2, 2), 8, [1, 2, 1, 3], conv(VALID, dilation=(2, 2)))
    x = m.operator("RESHAPE", [x, m.constant(np.array([1, 6], np.int32))], [1, 6], {0: np.array([1, 6], np.int32)})
    x = add_dense(m, x, 6, 3)
    save("convnet", m, m.operator("SOFTMAX", [x], [1, 3], {0: 1.0}), [1, 9, 8, 2])

    m = Model()
    x = m.input([1, 5, 5, 2])
    x = m.operator("AVERAGE_POOL_2D", [x], [1, 3, 3, 2], pool(SAME, (3, 3), (2, 2)))
    x = m.operator("PAD", [x, m.constant(np.array([[0, 0], [1, 0], [0, 2], [0, 0]], np.int32))], [1, 4, 5, 2])
    x = m.operator("MAX_POOL_2D", [x], [1, 2, 3, 2], pool(SAME, (2, 2), (2, 2), RELU6))
    x = m.operator("PRELU", [x, m.constant(draw(1, 1, 2))], [1, 2, 3, 2])
    x = m.operator("MEAN", [x, m.constant(np.array([1, 2], np.int32))], [1, 2], {0: Byte(0)})
    save("pools", m, x, [1, 5, 5, 2])

    m = Model()
    x = m.operator("RESHAPE", [m.input([1, 12]), m.constant(np.array([1, 3, 4, 1], np.int32))], [1, 3, 4, 1])
    x = m.operator("DEPTHWISE_CONV_2D", [x, m.constant(draw(1, 2, 2, 3)), m.constant(draw(3))], [1, 2, 3, 3],
                   depthwise(VALID, 3))
    x = m.operator("REDUCE_MAX", [x, m.constant(np.array([1, 2], np.int32))], [1, 1, 1, 3], {0: Byte(1)})
    x = m.operator("SQUEEZE", [x], [1, 3])
    save("reshaped", m, add_dense(m, x, 3, 2), [1, 12])


def sequences():
    m = Model()
    x = m.operator("EXPAND_DIMS", [m.input([1, 12, 3]), m.constant(np.array(1, np.int32))], [1, 1, 12, 3])
    x = add_conv(m, x, (1, 4), 3, [1, 1, 9, 5], conv(VALID, fused=RELU))
    x = m.operator("MAX_POOL_2D", [x], [1, 1, 4, 5], pool(VALID, (1, 2), (1, 2)))
    x = m.operator("RESHAPE", [x, m.constant(np.array([1, 4, 5], np.int32))], [1, 4, 5])
    x = m.operator("FULLY_CONNECTED", [x, m.constant(draw(3, 5)), m.constant(draw(3))], [1, 4, 3], dense(RELU, True))
    x = m.operator("MEAN", [x, m.constant(np.array([1], np.int32))], [1, 3], {0: Byte(0)})
    save("conv1d", m, x, [1, 12, 3])


def branches():
    m = Model()
    x = add_conv(m, m.input([1, 4, 4, 2]), (3, 3), 2, [1, 4, 4, 3], conv(SAME, fused=RELU))
    y = add_conv(m, x, (3, 3), 3, [1, 4, 4, 3], conv(SAME, fused=RELU))
    y = add_conv(m, y, (3, 3), 3, [1, 4, 4, 3], conv(SAME))
    x = m.operator("ADD", [y, x], [1, 4, 4, 3], {0: Byte(RELU)})
    y = add_conv(m, x, (3, 3), 3, [1, 2, 2, 4], conv(SAME, (2, 2), RELU))
    z = add_conv(m, x, (1, 1), 3, [1, 2, 2, 4], conv(SAME, (2, 2)))
    x = m.operator("ADD", [z, y], [1, 2, 2, 4], {0: Byte(NONE)})
    save("residual", m, x, [1, 4, 4, 2])

    m = Model()
    x = m.input([1, 4])
    a, b = add_dense(m, x, 4, 3), add_dense(m, x, 4, 3, RELU)
    c = m.operator("MUL", [a, b], [1, 3], {0: Byte(NONE)})
    x = m.operator("CONCATENATION", [c, x, add_dense(m, x, 4, 2)], [1, 9], {0: -1, 1: Byte(NONE)})
    save("joined", m, add_dense(m, x, 9, 2), [1, 4])


def fail(name, model, last):
    model.output(last)
    (FAULTY / f"{name}.tflite").write_bytes(model.file())


def faulty():
    m = Model()
    fail("another_operator", m, m.operator("STRIDED_SLICE", [m.input([1, 4])], [1, 2]))
    m = Model()
    weights = m.tensor([3, 4], bytes(24), "float16")
    fail("weights_of_halves", m, m.operator("FULLY_CONNECTED", [m.input([1, 4]), weights, -1], [1, 3], dense()))
    m = Model()
    weights = m.tensor([3, 4], bytes(40))
    fail("too_few_weights", m, m.operator("FULLY_CONNECTED", [m.input([1, 4]), weights, -1], [1, 3], dense()))
    m = Model()
    weights = m.tensor([3, 4])
    fail("weights_that_are_missing", m, m.operator("FULLY_CONNECTED", [m.input([1, 4]), weights, -1], [1, 3], dense()))
    m = Model()
    fail("wrong_width", m, add_dense(m, m.input([1, 5]), 4, 3))
    m = Model()
    fail("softmax_of_beta_2", m, m.operator("SOFTMAX", [m.input([1, 4])], [1, 4], {0: 2.0}))
    m = Model()
    fail("softmax_of_rows", m, m.operator("SOFTMAX", [m.input([1, 2, 4])], [1, 2, 4], {0: 1.0}))
    m = Model()
    fail("conv_wider_than_its_input", m, add_conv(m, m.input([1, 2, 2, 1]), (3, 3), 1, [1, 1, 1, 1], conv(VALID)))
    m = Model()
    fail("batch_of_two", m, add_dense(m, m.input([2, 4]), 4, 3))
    m = Model()
    fail("input_of_integers", m, add_dense(m, m.input([1, 4], type="int8"), 4, 3))
    m = Model()
    fail("unknown_size", m, m.operator("RELU", [m.input([1, 1], signature=[-1, -1])], [1, 1]))
    m = Model()
    a, b = m.input([1, 4]), m.input([1, 4])
    fail("two_inputs", m, m.operator("ADD", [a, b], [1, 4], {0: Byte(NONE)}))
    m = Model()
    x = m.input([1, 4])
    m.output(m.operator("RELU", [x], [1, 4]))
    fail("two_outputs", m, m.operator("TANH", [x], [1, 4]))
    m = Model()
    m.input([1, 4])
    fail("output_of_nothing", m, m.constant(draw(1, 4)))
    m = Model()
    weights = np.full((3, 4), np.inf, np.float32)
    x = m.operator("FULLY_CONNECTED", [m.input([1, 4]), m.constant(weights), -1], [1, 3], dense())
    fail("weight_is_infinite", m, x)
    (FAULTY / "truncated.tflite").write_bytes((MODELS / "dense.tflite").read_bytes()[:300])


if __name__ == "__main__":
    MODELS.mkdir(parents=True, exist_ok=True)
    FAULTY.mkdir(parents=True, exist_ok=True)
    rows()
    images()
    sequences()
    branches()
    faulty()
