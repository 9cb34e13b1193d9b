#!/usr/bin/env python3
"""Writes the oracle values of whole networks.

    python3 tests/oracles/network.py

network_oracle.hpp              forward and backward passes of small networks
initializer/numpy_weights.hpp   what numpy's legacy generator draws for the same weights

The networks are differentiated in numpy with the whole Jacobian of every step, from the output
back; central differences check that before anything is written.
"""

import mpmath
import numpy

from header import Header, array, literal

# --- Networks ---------------------------------------------------------------------------------

ERF = numpy.vectorize(lambda x: float(mpmath.erf(mpmath.mpf(x))))


def sigmoid(v):
    return 1 / (1 + numpy.exp(-v))


def on_diagonal(f):
    return lambda v: numpy.diag(f(v))


def softmax_of(v):
    e = numpy.exp(v - v.max())
    return e / e.sum()


def gelu_slope(v):
    return (1 + ERF(v / numpy.sqrt(2))) / 2 + v * numpy.exp(-v * v / 2) / numpy.sqrt(2 * numpy.pi)


# value, Jacobian
NUMPY_ACTIVATIONS = {
    "identity": (lambda v: v, on_diagonal(numpy.ones_like)),
    "relu": (lambda v: numpy.maximum(v, 0), on_diagonal(lambda v: 1.0 * (v > 0))),
    "leaky_relu": (lambda v: numpy.where(v > 0, v, 0.01 * v),
                   on_diagonal(lambda v: numpy.where(v > 0, 1.0, 0.01))),
    "elu": (lambda v: numpy.where(v > 0, v, numpy.expm1(v)),
            on_diagonal(lambda v: numpy.where(v > 0, 1.0, numpy.exp(v)))),
    "sigmoid": (sigmoid, on_diagonal(lambda v: numpy.exp(-v) / (1 + numpy.exp(-v)) ** 2)),
    "tanh": (numpy.tanh, on_diagonal(lambda v: numpy.cosh(v) ** -2)),
    "softplus": (lambda v: numpy.logaddexp(0, v), on_diagonal(sigmoid)),
    "gelu": (lambda v: v * (1 + ERF(v / numpy.sqrt(2))) / 2, on_diagonal(gelu_slope)),
    "silu": (lambda v: v * sigmoid(v),
             on_diagonal(lambda v: sigmoid(v) + v * numpy.exp(-v) / (1 + numpy.exp(-v)) ** 2)),
    "hard_sigmoid": (lambda v: numpy.clip(v / 6 + 0.5, 0, 1),
                     on_diagonal(lambda v: numpy.where(numpy.abs(v) < 3, 1 / 6, 0))),
    "hard_tanh": (lambda v: numpy.clip(v, -1, 1),
                  on_diagonal(lambda v: 1.0 * (numpy.abs(v) < 1))),
    "softmax": (softmax_of, lambda v: numpy.diag(softmax_of(v)) -
                numpy.outer(softmax_of(v), softmax_of(v))),
}

NUMPY_LOSSES = {
    "mean_squared_error": (lambda y, t: numpy.mean((y - t) ** 2), lambda y, t: 2 * (y - t) / y.size),
    "mean_absolute_error": (lambda y, t: numpy.mean(numpy.abs(y - t)),
                            lambda y, t: numpy.sign(y - t) / y.size),
    "huber": (lambda y, t: numpy.mean(numpy.where(numpy.abs(y - t) > 1, numpy.abs(y - t) - 0.5,
                                                  (y - t) ** 2 / 2)),
              lambda y, t: numpy.clip(y - t, -1, 1) / y.size),
    "cross_entropy": (lambda y, t: -numpy.sum(t * numpy.log(y)), lambda y, t: -t / y),
    "binary_cross_entropy": (
        lambda y, t: -numpy.mean(t * numpy.log(y) + (1 - t) * numpy.log1p(-y)),
        lambda y, t: (-t / y + (1 - t) / (1 - y)) / y.size),
}

# A name, the layers (a number is a dense layer of that many outputs, a word an activation as a
# layer of its own, a pair both in one), and the loss.
NETWORKS = [
    ("one_layer", 2, [(3, "identity")], "mean_squared_error"),
    ("one_to_one", 1, [(1, "sigmoid")], "binary_cross_entropy"),
    ("relu_softmax", 2, [(3, "relu"), (2, "softmax")], "cross_entropy"),
    ("leaky_relu_identity", 3, [(4, "leaky_relu"), (2, "identity")], "huber"),
    ("elu_identity", 3, [(4, "elu"), (2, "identity")], "mean_absolute_error"),
    ("tanh_sigmoid", 3, [(4, "tanh"), (2, "sigmoid")], "binary_cross_entropy"),
    ("sigmoid_sigmoid", 3, [(4, "sigmoid"), (3, "sigmoid")], "mean_squared_error"),
    ("softplus_softmax", 4, [(5, "softplus"), (3, "softmax")], "mean_squared_error"),
    ("gelu_sigmoid_cross_entropy", 3, [(4, "gelu"), (3, "sigmoid")], "cross_entropy"),
    ("silu_softmax_binary", 3, [(5, "silu"), (3, "softmax")], "binary_cross_entropy"),
    ("hard_sigmoid_tanh", 4, [(3, "hard_sigmoid"), (2, "tanh")], "huber"),
    ("hard_tanh_softmax", 4, [(6, "hard_tanh"), (3, "softmax")], "cross_entropy"),
    ("softmax_in_the_middle", 3, [(4, "softmax"), (3, "softmax"), (2, "identity")],
     "mean_squared_error"),
    ("activations_apart", 2, [4, "relu", 3, "softmax"], "cross_entropy"),
    ("activations_in_a_row", 3, ["tanh", (4, "identity"), "sigmoid", "gelu", 2, "sigmoid"],
     "binary_cross_entropy"),
    ("four_deep", 4, [(7, "tanh"), (6, "elu"), (5, "silu"), (3, "softmax")], "cross_entropy"),
]


def steps_of(layers):
    for layer in layers:
        if isinstance(layer, str):
            yield "activation", layer
        elif isinstance(layer, int):
            yield "dense", layer
        else:
            yield "dense", layer[0]
            yield "activation", layer[1]


class Network:
    def __init__(self, inputs, layers, loss, random):
        self.loss = NUMPY_LOSSES[loss]
        self.steps = []
        for kind, what in steps_of(layers):
            if kind == "dense":
                self.steps.append((random.uniform(-1, 1, (inputs, what)),
                                   random.uniform(-0.5, 0.5, what)))
                inputs = what
            else:
                self.steps.append(NUMPY_ACTIVATIONS[what])
        self.outputs = inputs

    def arrays(self):
        return [part for step in self.steps if not callable(step[0]) for part in step]

    def run(self, x):
        """All values on the way, the input first."""
        values = [x]
        for first, second in self.steps:
            v = values[-1]
            values.append(first(v) if callable(first) else v @ first + second)
        return values

    def value(self, x, target):
        return self.loss[0](self.run(x)[-1], target)

    def gradient(self, x, target):
        values = self.run(x)
        slope = self.loss[1](values[-1], target)
        parts = []
        for (first, second), v in zip(reversed(self.steps), reversed(values[:-1])):
            if callable(first):
                slope = slope @ second(v)
            else:
                parts = [numpy.outer(v, slope), slope] + parts
                slope = first @ slope
        return parts

    def differences(self, x, target):
        parts = []
        for part in self.arrays():
            slopes = numpy.empty_like(part)
            for place in numpy.ndindex(part.shape):
                kept, ends = part[place], []
                for step in (1e-5, -1e-5):
                    part[place] = kept + step
                    ends.append(self.value(x, target))
                part[place] = kept
                slopes[place] = (ends[0] - ends[1]) / 2e-5
            parts.append(slopes)
        return parts


def target_for(loss, outputs, random):
    if loss == "cross_entropy":
        return numpy.eye(outputs)[random.randint(outputs)]
    if loss == "binary_cross_entropy":
        return random.randint(0, 2, outputs).astype(float)
    return random.uniform(-1, 1, outputs)


def flat(parts):
    return numpy.concatenate([part.ravel() for part in parts])


def write_networks():
    random = numpy.random.RandomState(1986)
    with Header("network_oracle.hpp", "network_oracle", "network.py", f"numpy {numpy.__version__}",
                ["network_example.hpp"]) as header:
        for name, inputs, layers, loss in NETWORKS:
            network = Network(inputs, layers, loss, random)
            x = random.uniform(-1, 1, inputs)
            target = target_for(loss, network.outputs, random)
            gradient = flat(network.gradient(x, target))
            numpy.testing.assert_allclose(flat(network.differences(x, target)), gradient, atol=1e-9)
            parameters = flat(network.arrays())
            header.add(f"inline constexpr example<{parameters.size}, {inputs}, "
                       f"{network.outputs}> {name}{{", f"    {array(parameters)},", f"    {array(x)},",
                       f"    {array(target)},", f"    {array(network.run(x)[-1])},",
                       f"    {literal(network.value(x, target))},", f"    {array(gradient)}}};", "")


# --- Initializers -----------------------------------------------------------------------------


def write_initializers():
    shapes = [(3, 4), (4, 2)]
    draws = {
        "uniform": lambda random, i, o: random.uniform(-0.25, 0.75, (i, o)),
        "glorot_uniform": lambda random, i, o:
            random.uniform(-numpy.sqrt(6 / (i + o)), numpy.sqrt(6 / (i + o)), (i, o)),
        "he_uniform": lambda random, i, o:
            random.uniform(-numpy.sqrt(6 / i), numpy.sqrt(6 / i), (i, o)),
        "glorot_normal": lambda random, i, o: random.normal(0, numpy.sqrt(2 / (i + o)), (i, o)),
        "he_normal": lambda random, i, o: random.normal(0, numpy.sqrt(2 / i), (i, o)),
    }
    with Header("initializer/numpy_weights.hpp", "numpy_weights", "network.py", f"numpy {numpy.__version__}",
                ["array"]) as header:
        header.add("// Of a 3-4-2 network with seed 2022, as the parameters lie in memory.")
        for name, draw in draws.items():
            random = numpy.random.RandomState(2022)
            parts = []
            for inputs, outputs in shapes:
                parts += [draw(random, inputs, outputs), numpy.zeros(outputs)]
            header.add("", f"inline constexpr std::array<double, {flat(parts).size}> {name}",
                       f"    {array(flat(parts))};")


if __name__ == "__main__":
    write_networks()
    write_initializers()
