#!/usr/bin/env python3
"""Writes the oracle values of layers that remember.

    python3 tests/oracles/recurrent.py

layer/oracle/gru.hpp            outputs and derivatives of GRUs: one step, sequences, two of them in a network
layer/oracle/lstm.hpp           the same of LSTMs
layer/oracle/simple_rnn.hpp     the same of simple ones, with tanh and relu
layer/oracle/gru_options.hpp    of GRUs with other activations, and that reset before the product
layer/oracle/lstm_options.hpp   of LSTMs with other activations
layer/oracle/bidirectional.hpp  of LSTMs in both directions
layer/oracle/truncated.hpp      two chunks of a sequence; the second one begins with the state after the first one

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


def keras_simple_step(activation):
    """SimpleRNNCell.call of Keras."""

    def step(x, states, kernel, recurrent_kernel, bias):
        h = activation(x @ kernel + bias + states[0] @ recurrent_kernel)
        return h, [h]

    return step


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


class Simple:
    states, step, nonlinearity = 1, staticmethod(keras_simple_step(np.tanh)), "tanh"
    arrays = staticmethod(Lstm.arrays)

    @classmethod
    def layer(cls, *sizes, **options):
        return torch.nn.RNN(*sizes, nonlinearity=cls.nonlinearity, **options)


class SimpleRelu(Simple):
    step, nonlinearity = staticmethod(keras_simple_step(lambda v: np.maximum(v, 0))), "relu"


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


# Formulas that PyTorch has no layer for: in Keras' words, on tensors, so that PyTorch differentiates them.

def hard_sigmoid(v):
    return torch.clamp(v / 6 + 0.5, 0, 1)


def softsign(v):
    return v / (1 + torch.abs(v))


def gru_step(activation, recurrent_activation, reset_before):
    """GRUCell.call of Keras, with either reset_after."""

    def step(x, states, kernel, recurrent_kernel, *biases):
        h, = states
        n = h.shape[0]
        x_zr, x_h = (x @ kernel + biases[0]).split([2 * n, n])
        if reset_before:
            z, r = recurrent_activation(x_zr + h @ recurrent_kernel[:, : 2 * n]).chunk(2)
            candidate = activation(x_h + (r * h) @ recurrent_kernel[:, 2 * n :])
        else:
            inner = h @ recurrent_kernel + biases[1]
            z, r = recurrent_activation(x_zr + inner[: 2 * n]).chunk(2)
            candidate = activation(x_h + r * inner[2 * n :])
        h = z * h + (1 - z) * candidate
        return h, [h]

    return step


def lstm_step(activation, recurrent_activation):
    """LSTMCell.call of Keras."""

    def step(x, states, kernel, recurrent_kernel, bias):
        h, c = states
        i, f, g, o = (x @ kernel + h @ recurrent_kernel + bias).chunk(4)
        c = recurrent_activation(f) * c + recurrent_activation(i) * activation(g)
        h = recurrent_activation(o) * activation(c)
        return h, [h, c]

    return step


def of_step(header, name, step, states, gates, biases, steps, inputs, units, splits_recurrent=False):
    """One layer by its step. With splits_recurrent, the candidate's recurrent weights are an array of their own."""
    arrays = [draw(inputs, gates * units), draw(units, gates * units), *(draw(gates * units) for _ in range(biases))]
    x, dy = draw(steps, inputs), draw(steps, units)
    for tensor in [x, *arrays]:
        tensor.requires_grad_()
    state, outputs = [torch.zeros(units)] * states, []
    for row in x:
        h, state = step(row, state, *arrays)
        outputs.append(h)
    y = torch.stack(outputs)
    y.backward(dy)

    def ordered(of):
        first, recurrent, *rest = (of(a) for a in arrays)
        parts = recurrent.split([2 * units, units], 1) if splits_recurrent else [recurrent]
        return [n for a in [first, *parts, *rest] for n in flat(a)]

    header.add(f"inline constexpr layers::example<{len(ordered(value))}, {x.numel()}, {y.numel()}> {name}{{")
    for numbers in (ordered(value), flat(x), flat(y), flat(dy), flat(x.grad), ordered(derivative)):
        header.add(f"    {array(numbers)},")
    header.lines[-1] = header.lines[-1][:-1] + "};"
    header.add("")


def write_options():
    made_with = f"PyTorch {torch.__version__}"
    with Header("layer/oracle/gru_options.hpp", "options_oracle", "recurrent.py", made_with,
                ["../example.hpp"]) as header:
        before = gru_step(torch.tanh, torch.sigmoid, True)
        of_step(header, "before_in_a_step", before, 1, 3, 1, 1, 3, 2, True)
        of_step(header, "before", before, 1, 3, 1, 5, 3, 4, True)
        of_step(header, "hard_before", gru_step(softsign, hard_sigmoid, True), 1, 3, 1, 4, 2, 5, True)
        of_step(header, "hard_after", gru_step(torch.relu, hard_sigmoid, False), 1, 3, 2, 4, 2, 5)
        of_step(header, "softsign_after", gru_step(softsign, torch.sigmoid, False), 1, 3, 2, 4, 2, 3)
    with Header("layer/oracle/lstm_options.hpp", "options_oracle", "recurrent.py", made_with,
                ["../example.hpp"]) as header:
        of_step(header, "hard_lstm", lstm_step(torch.tanh, hard_sigmoid), 2, 4, 1, 4, 2, 3)
        of_step(header, "softsign_lstm", lstm_step(softsign, torch.sigmoid), 2, 4, 1, 4, 2, 5)


def write_bidirectional():
    """PyTorch's outputs of each direction, side by side; and what Keras' Bidirectional gives without sequences."""
    with Header("layer/oracle/bidirectional.hpp", "bidirectional_oracle", "recurrent.py",
                f"PyTorch {torch.__version__}", ["../example.hpp"]) as header:
        for many_to_one in (False, True):
            layer = torch.nn.LSTM(2, 3, batch_first=True, bidirectional=True)
            for p in layer.parameters():
                p.data = draw(*p.shape)
            x = draw(1, 5, 2).requires_grad_()
            y, (h, _) = layer(x)
            y = h.reshape(-1) if many_to_one else y
            dy = draw(*y.shape)
            y.backward(dy)

            def ordered(of):
                backward = torch.nn.LSTM(2, 3)
                for name, _ in list(backward.named_parameters()):
                    setattr(backward, name, getattr(layer, name + "_reverse"))
                return [n for part in (layer, backward) for a in Lstm.arrays(of, part) for n in flat(a)]

            numbers = [ordered(value), flat(x), flat(y), flat(dy), flat(x.grad), ordered(derivative)]
            header.add(f"inline constexpr layers::example<{len(numbers[0])}, {x.numel()}, {y.numel()}> "
                       f"{'last' if many_to_one else 'each'}{{")
            for some in numbers:
                header.add(f"    {array(some)},")
            header.lines[-1] = header.lines[-1][:-1] + "};"
            header.add("")


def write_truncated():
    """Truncated backpropagation through time: between the chunks, the state is detached."""
    with Header("layer/oracle/truncated.hpp", "truncated_oracle", "recurrent.py", f"PyTorch {torch.__version__}",
                ["../example.hpp"]) as header:
        for kind, name in ((Gru, "gru"), (Lstm, "lstm")):
            layer = kind.layer(2, 3, batch_first=True)
            for p in layer.parameters():
                p.data = draw(*p.shape)
            x, state = draw(1, 8, 2), None
            for chunk, rows in enumerate(x.split(4, 1)):
                layer.zero_grad()
                rows = rows.clone().requires_grad_()
                y, state = layer(rows, state)
                dy = draw(*y.shape)
                y.backward(dy)
                state = tuple(s.detach() for s in state) if kind is Lstm else state.detach()
                ordered = [[n for a in kind.arrays(of, layer) for n in flat(a)] for of in (value, derivative)]
                header.add(f"inline constexpr layers::example<{len(ordered[0])}, {rows.numel()}, {y.numel()}> "
                           f"{name}_chunk_{chunk}{{")
                for numbers in (ordered[0], flat(rows), flat(y), flat(dy), flat(rows.grad), ordered[1]):
                    header.add(f"    {array(numbers)},")
                header.lines[-1] = header.lines[-1][:-1] + "};"
                header.add("")


def write_simple():
    with Header("layer/oracle/simple_rnn.hpp", "simple_rnn_oracle", "recurrent.py", f"PyTorch {torch.__version__}",
                ["../example.hpp"]) as header:
        Stack([Simple], 1, 3, 2).write(header, "step")
        Stack([Simple], 5, 3, 4).write(header, "sequence")
        Stack([Simple], 4, 1, 1).write(header, "of_one_unit")
        Stack([SimpleRelu], 5, 3, 5).write(header, "with_relu")
        Stack([Simple, SimpleRelu], 5, 2, 3, 2).write(header, "stacked")


if __name__ == "__main__":
    torch.manual_seed(1997)
    write("gru", Gru)
    write("lstm", Lstm)
    write_simple()
    write_options()
    write_truncated()
    write_bidirectional()
