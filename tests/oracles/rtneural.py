#!/usr/bin/env python3
"""Writes model files of RTNeural, and what PyTorch computes, step by step.

    python3 tests/oracles/rtneural.py

import/rtneural/oracle.hpp    the files as texts, and inputs and outputs
fuzz/corpus/rtneural/         the files again

RTNeural's files have what Keras' `layer.get_weights()` gives. PyTorch has a row for each output where Keras has a column,
gates of a GRU in the order r, z, n where Keras has z, r, n, and two biases of an LSTM that are added to the same sum.
"""

import json

import torch
from torch import nn

from header import TESTS, Header, array

torch.manual_seed(1)
torch.set_default_dtype(torch.float64)


def rounded(tensor):
    """Numbers of few digits, so that the files are short and floats."""
    return (torch.round(tensor * 64) / 64).detach()


class Layer:
    """A layer of a file, and the function of all steps that it is: [steps, channels] to [steps, outputs]."""

    def __init__(self, kind, outputs, function, weights, **settings):
        self.function = function
        self.outputs = outputs
        self.entry = {"type": kind, "activation": "", "shape": [None, None, outputs], **settings,
                      "weights": [w.tolist() for w in weights]}

    def then(self, name, function):
        before = self.function
        self.function = lambda x: function(before(x))
        self.entry["activation"] = name
        return self


def drawn(module):
    for p in module.parameters():
        p.data = rounded(torch.rand(p.shape) * 2 - 1)
    return module


def dense(inputs, outputs, bias=True, kind="dense"):
    m = drawn(nn.Linear(inputs, outputs, bias))
    return Layer(kind, outputs, m, [m.weight.t()] + ([m.bias] if bias else []))


def lstm(inputs, units):
    m = drawn(nn.LSTM(inputs, units))
    return Layer("lstm", units, lambda x: m(x)[0],
                 [m.weight_ih_l0.t(), m.weight_hh_l0.t(), m.bias_ih_l0 + m.bias_hh_l0])


def gru(inputs, units):
    m = drawn(nn.GRU(inputs, units))

    def columns(rows):
        r, z, n = rows.chunk(3)
        return torch.cat([z, r, n]).t()

    return Layer("gru", units, lambda x: m(x)[0], [columns(m.weight_ih_l0), columns(m.weight_hh_l0),
                                                   torch.stack([columns(m.bias_ih_l0), columns(m.bias_hh_l0)])])


def conv1d(inputs, outputs, kernel, dilation=1, groups=1):
    m = drawn(nn.Conv1d(inputs, outputs, kernel, dilation=dilation, groups=groups))
    before = (kernel - 1) * dilation
    return Layer("conv1d", outputs, lambda x: m(nn.functional.pad(x.t(), (before, 0))).t(),
                 [m.weight.permute(2, 1, 0), m.bias], kernel_size=[kernel], dilation=[dilation], groups=groups)


def prelu(inputs, slopes):
    m = drawn(nn.PReLU(slopes))
    return Layer("prelu", inputs, m, [m.weight.reshape(1, -1)])


def batch_norm(inputs, affine):
    m = drawn(nn.BatchNorm1d(inputs, eps=0.25, affine=affine)).eval()
    m.running_mean, m.running_var = rounded(torch.rand(inputs)), rounded(torch.rand(inputs) + 0.5)
    weights = [m.weight, m.bias] if affine else []
    return Layer("batchnorm", inputs, m, weights + [m.running_mean, m.running_var], epsilon=0.25)


def activation(inputs, name, function):
    layer = Layer("activation", inputs, function, [])
    layer.entry["activation"] = name
    return layer


def write(header, name, inputs, layers, has_skip=False, indent=None, **beside):
    file = {"in_shape": [None, None, inputs], **beside, "layers": [layer.entry for layer in layers]}
    text = json.dumps(file, indent=indent)
    (TESTS / "fuzz" / "corpus" / "rtneural" / f"{name}.json").write_text(text)
    x = rounded(torch.rand(8, inputs) * 2 - 1)
    y = x
    for layer in layers:
        y = layer.function(y)
    y = x + y if has_skip else y
    header.add(f'inline constexpr ctnn::text_view {name}_json{{R"({text})"}};')
    for what, numbers in (("input", x), ("output", y)):
        flat = numbers.detach().reshape(-1).tolist()
        header.add(f"inline constexpr std::array<double, {len(flat)}> {name}_{what}{array(flat)};")
    header.add("")


with Header("import/rtneural/oracle.hpp", "rtneural_oracle", "rtneural.py", f"PyTorch {torch.__version__}",
            ["array", "ctnn/text/text_view.hpp"]) as header:
    write(header, "recurrent", 2,
          [dense(2, 3, kind="time-distributed-dense").then("tanh", torch.tanh), lstm(3, 3), gru(3, 2),
           dense(2, 1).then("sigmoid", torch.sigmoid)], indent=1)
    write(header, "convolutional", 2,
          [conv1d(2, 4, 3, dilation=2, groups=2).then("tanh", torch.tanh), batch_norm(4, True), prelu(4, 4),
           conv1d(4, 2, 1), batch_norm(2, False), prelu(2, 1), dense(2, 1)])
    write(header, "dense", 1,
          [dense(1, 3).then("elu", nn.functional.elu), activation(3, "relu", torch.relu),
           dense(3, 3, bias=False).then("softmax", lambda x: torch.softmax(x, -1)), dense(3, 1)])
    write(header, "skip", 1, [lstm(1, 4), dense(4, 1)], has_skip=True, in_skip=1, in_gain=0.0, samplerate=48000,
          author="none", metadata={"esr": [0.01, "\\\"", None], "layers": [[]]})
