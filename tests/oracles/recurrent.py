#!/usr/bin/env python3
"""Writes the oracle values of layers that remember.

    python3 tests/oracles/recurrent.py

layer/oracle/gru.hpp    outputs and derivatives of GRUs: one step, sequences, two of them in a network
layer/oracle/lstm.hpp   the same of LSTMs

PyTorch computes and differentiates them. It has a row for each gate's unit, in the order r, z, n or i, f, g, o; ctnn
has a column, as Keras does, in the order z, r, n or i, f, g, o. Where both of PyTorch's biases of an LSTM are added to
the same sum, Keras and ctnn have one. A step in Keras' own words, on arrays as `layer.get_weights()` gives them, must
give the same outputs.
"""

import numpy as np
import torch

from header import Header, array

torch.set_default_dtype(torch.float64)


def flat(x):
    return x.detach().reshape(-1).tolist()


def draw(*shape):
    return torch.rand(*shape) * 2 - 1


def columns(rows):
    """From PyTorch's rows of r, z, n to columns of z, r, n."""
    r, z, n = rows.chunk(3)
    return torch.cat([z, r, n]).t()


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def keras_gru_step(x, states, kernel, recurrent_kernel, bias):
    """GRUCell.call of Keras, with reset_after=True."""
    h, = states
    x_z, x_r, x_h = np.split(x @ kernel + bias[0], 3)
    recurrent_z, recurrent_r, recurrent_h = np.split(h @ recurrent_kernel + bias[1], 3)
    z, r = sigmoid(x_z + recurrent_z), sigmoid(x_r + recurrent_r)
    h = z * h + (1 - z) * np.tanh(x_h + r * recurrent_h)
    return h, [h]


def keras_lstm_step(x, states, kernel, recurrent_kernel, bias):
    """LSTMCell.call of Keras."""
    h, c = states
    i, f, g, o = np.split(x @ kernel + h @ recurrent_kernel + bias, 4)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    h = sigmoid(o) * np.tanh(c)
    return h, [h, c]


class Gru:
    layer, states, step = torch.nn.GRU, 1, staticmethod(keras_gru_step)

    @staticmethod
    def arrays(of, layer):
        """Those that Keras has: kernel, recurrent kernel, and the biases of both as two rows."""
        return [columns(of(layer.weight_ih_l0)), columns(of(layer.weight_hh_l0)),
                torch.stack([columns(of(layer.bias_ih_l0)), columns(of(layer.bias_hh_l0))])]


class Lstm:
    layer, states, step = torch.nn.LSTM, 2, staticmethod(keras_lstm_step)

    @staticmethod
    def arrays(of, layer):
        """The derivative by each of PyTorch's two biases is that by their sum."""
        first, second = of(layer.bias_ih_l0), of(layer.bias_hh_l0)
        if of is derivative:
            torch.testing.assert_close(first, second)
            second = torch.zeros_like(second)
        return [of(layer.weight_ih_l0).t(), of(layer.weight_hh_l0).t(), first + second]


def value(p):
    return p.detach()


def derivative(p):
    return p.grad


class Stack:
    """Layers that remember, one after the other, and what they make of a sequence."""

    def __init__(self, kinds, steps, inputs, *units):
        self.kinds = kinds
        sizes = [inputs, *units]
        self.layers = [kind.layer(i, o, batch_first=True) for kind, i, o in zip(kinds, sizes, units)]
        for layer in self.layers:
            for p in layer.parameters():
                p.data = draw(*p.shape)
        self.x = draw(1, steps, inputs).requires_grad_()
        self.y = self.x
        for layer in self.layers:
            self.y, _ = layer(self.y)
        self.dy = draw(*self.y.shape)
        self.y.backward(self.dy)
        torch.testing.assert_close(torch.from_numpy(self.as_in_keras()), self.y.detach()[0])

    def as_in_keras(self):
        rows = self.x.detach().numpy()[0]
        for kind, layer in zip(self.kinds, self.layers):
            weights = [a.numpy() for a in kind.arrays(value, layer)]
            states, outputs = [np.zeros(layer.hidden_size)] * kind.states, []
            for row in rows:
                h, states = kind.step(row, states, *weights)
                outputs.append(h)
            rows = np.stack(outputs)
        return rows

    def ordered(self, of):
        return [n for kind, layer in zip(self.kinds, self.layers) for a in kind.arrays(of, layer) for n in flat(a)]

    def write(self, header, name):
        count = len(self.ordered(value))
        header.add(f"inline constexpr layers::example<{count}, {self.x.numel()}, {self.y.numel()}> {name}{{")
        for numbers in (self.ordered(value), flat(self.x), flat(self.y), flat(self.dy), flat(self.x.grad),
                        self.ordered(derivative)):
            header.add(f"    {array(numbers)},")
        header.lines[-1] = header.lines[-1][:-1] + "};"
        header.add("")


def write(name, kind):
    with Header(f"layer/oracle/{name}.hpp", f"{name}_oracle", "recurrent.py", f"PyTorch {torch.__version__}",
                ["../example.hpp"]) as header:
        Stack([kind], 1, 3, 2).write(header, "step")
        Stack([kind], 5, 3, 4).write(header, "sequence")
        Stack([kind], 4, 1, 1).write(header, "of_one_unit")
        Stack([kind], 3, 2, 5).write(header, "of_five_units")
        Stack([kind, kind], 5, 2, 3, 2).write(header, "stacked")


if __name__ == "__main__":
    torch.manual_seed(1997)
    write("gru", Gru)
    write("lstm", Lstm)
