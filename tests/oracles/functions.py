#!/usr/bin/env python3
"""Writes the oracle values of the activations and losses.

    python3 tests/oracles/functions.py

activation/oracle/*.hpp    value and derivative of every activation, correctly rounded
loss/oracle_values.hpp     value and derivatives of every loss, correctly rounded

They are written down as functions of multiple-precision numbers and differentiated numerically
(mpmath, 200 digits), so no formula of a derivative is used twice.
"""

import mpmath
import numpy

from header import Header, braces, literal

mpmath.mp.dps = 200

# --- Activations ------------------------------------------------------------------------------


def straight(x):
    return max(mpmath.mpf(-1), min(mpmath.mpf(1), x))


SELU = mpmath.mpf("1.0507009873554804934193349852946"), mpmath.mpf("1.6732632423543772848170429916717")

ACTIVATIONS = {
    "identity": lambda x: x,
    "relu": lambda x: x if x > 0 else mpmath.mpf(0),
    "leaky_relu": lambda x: x if x > 0 else x * mpmath.mpf(0.01),
    "elu": lambda x: x if x > 0 else mpmath.expm1(x),
    "sigmoid": lambda x: 1 / (1 + mpmath.exp(-x)),
    "tanh": mpmath.tanh,
    "softplus": lambda x: mpmath.log1p(mpmath.exp(x)),
    "gelu": lambda x: x * mpmath.ncdf(x),
    "silu": lambda x: x / (1 + mpmath.exp(-x)),
    "hard_sigmoid": lambda x: (straight(x / 3) + 1) / 2,
    "hard_tanh": straight,
    "relu6": lambda x: max(mpmath.mpf(0), min(mpmath.mpf(6), x)),
    "selu": lambda x: SELU[0] * (x if x > 0 else SELU[1] * mpmath.expm1(x)),
    "mish": lambda x: x * mpmath.tanh(mpmath.log1p(mpmath.exp(x))),
    "hard_swish": lambda x: x * (straight(x / 3) + 1) / 2,
    "softsign": lambda x: x / (1 + abs(x)),
    "celu": lambda x: x if x > 0 else mpmath.expm1(x),
    "celu_half": lambda x: x if x > 0 else mpmath.expm1(2 * x) / 2,
    "log_sigmoid": lambda x: -mpmath.log1p(mpmath.exp(-x)),
}

# Numbers that a float holds, so that one table serves both types; none of them at a kink.
GRID = sorted({float(numpy.float32(x)) for x in
               [i / 4 + 0.0625 for i in range(-24, 24)] +
               [s * x for s in (1, -1) for x in (1e-6, 0.001, 0.1, 0.7, 2.99, 3.01, 9.3, 17.5, 40)]})


def derivative(f, x):
    step = mpmath.mpf(10) ** -20
    return (f(x + step) - f(x - step)) / (2 * step)


def softmax(v):
    exponentials = [mpmath.exp(x) for x in v]
    return [x / sum(exponentials) for x in exponentials]


def log_softmax(v):
    return [mpmath.log(y) for y in softmax(v)]


SOFTMAX_INPUTS = [(0.25, -1.5, 2.0), (3.0, 3.0, 3.0), (-0.5, -0.25, 0.125), (9.0, -7.5, 1.0),
                  (-100.0, -101.0, -99.5), (30.0, 0.0, -30.0)]
SOFTMAX_DIRECTION = (0.75, -0.5, 1.25)


def table(name, includes, *lines):
    with Header(f"activation/oracle/{name}.hpp", "activation_oracle", "functions.py",
                f"mpmath {mpmath.__version__}", includes) as header:
        header.add(*lines)


def vector_points(f):
    points = []
    for x in SOFTMAX_INPUTS:
        def along(i, z, x=x):
            v = [mpmath.mpf(a) for a in x]
            v[i] = z
            return sum(d * y for d, y in zip(SOFTMAX_DIRECTION, f(v)))
        slopes = [derivative(lambda z, i=i: along(i, z), mpmath.mpf(x[i])) for i in range(3)]
        points += [f"    {{{braces(x)}, {braces(SOFTMAX_DIRECTION)},",
                   f"     {braces(f([mpmath.mpf(a) for a in x]))},",
                   f"     {braces(slopes)}}},"]
    return points


def write_activations():
    for name, f in ACTIVATIONS.items():
        rows = [[x, f(mpmath.mpf(x)), derivative(f, mpmath.mpf(x))] for x in GRID]
        table(name, ["../point.hpp"], f"inline constexpr point {name}[] = {{",
              *[f"    {braces(row)}," for row in rows], "};")

    table("softmax", ["array"], "// value = softmax(x), derivative = that of dot(dy, softmax(x)) by x.",
          "struct vector_point {", "    std::array<double, 3> x;",
          "    std::array<double, 3> dy;", "    std::array<double, 3> value;",
          "    std::array<double, 3> derivative;", "};", "",
          "inline constexpr vector_point softmax[] = {", *vector_points(softmax), "};")
    table("log_softmax", ["softmax.hpp"],
          "inline constexpr vector_point log_softmax[] = {", *vector_points(log_softmax), "};")


# --- Losses -----------------------------------------------------------------------------------


def huber(delta):
    def loss(y, t):
        total = mpmath.mpf(0)
        for a, b in zip(y, t):
            size = abs(a - b)
            total += size * size / 2 if size <= delta else delta * (size - mpmath.mpf(delta) / 2)
        return total / len(y)
    return loss


def cross_entropy(y, t):
    return -sum(b * mpmath.log(a) for a, b in zip(y, t) if b != 0)


def negative_log_likelihood(y, t):
    return -sum(a * b for a, b in zip(y, t))


def binary_cross_entropy(y, t):
    total = mpmath.mpf(0)
    for a, b in zip(y, t):
        total -= b * mpmath.log(a) if b != 0 else 0
        total -= (1 - b) * mpmath.log(1 - a) if b != 1 else 0
    return total / len(y)


def behind(loss, activation):
    """The loss of an activation's outputs, as a function of its inputs."""
    return lambda v, t: loss(activation(v), t)


def sigmoids(v):
    return [ACTIVATIONS["sigmoid"](x) for x in v]


ANY = [((0.5, -1.25, 2.0), (0.25, 1.0, -0.5)), ((0.125, 0.75, -3.0), (0.0, 1.0, 3.5)),
       ((1e-3, 10.0, 0.3125), (0.0, -10.0, 0.375))]
PROBABILITIES = [((0.25, 0.625, 0.125), (0.0, 1.0, 0.0)), ((0.5, 0.25, 0.25), (0.25, 0.5, 0.25)),
                 ((0.0009765625, 0.9375, 0.0625), (1.0, 0.0, 1.0)),
                 ((0.75, 0.875, 0.99609375), (0.5, 0.75, 0.875))]
LOGARITHMS = [((-0.25, -1.625, -9.5), (0.0, 1.0, 0.0)), ((-0.5, -1.25, -2.0), (0.25, 0.5, 0.25)),
              ((-100.0, 0.0, -1e-3), (1.0, 0.0, 1.0))]
LOGITS = [((0.25, -1.5, 2.0), (0.0, 0.0, 1.0)), ((3.0, -2.5, 0.5), (0.25, 0.25, 0.5)),
          ((12.0, -14.0, 9.0), (0.0, 1.0, 0.0)), ((100.0, -100.0, 50.0), (0.0, 1.0, 1.0)),
          ((-0.5, 0.75, -0.125), (1.0, 0.0, 0.75))]

LOSSES = {
    "mean_squared_error":
        (lambda y, t: sum((a - b) ** 2 for a, b in zip(y, t)) / len(y), ANY),
    "mean_absolute_error":
        (lambda y, t: sum(abs(a - b) for a, b in zip(y, t)) / len(y), ANY),
    "huber": (huber(1), ANY),
    "huber_quarter": (huber(0.25), ANY),
    "cross_entropy": (cross_entropy, PROBABILITIES),
    "binary_cross_entropy": (binary_cross_entropy, PROBABILITIES),
    "negative_log_likelihood": (negative_log_likelihood, LOGARITHMS),
    "softmax_cross_entropy": (behind(cross_entropy, softmax), LOGITS),
    "log_softmax_negative_log_likelihood": (behind(negative_log_likelihood, log_softmax), LOGITS),
    "sigmoid_binary_cross_entropy": (behind(binary_cross_entropy, sigmoids), LOGITS),
}


def write_losses():
    with Header("loss/oracle_values.hpp", "loss_oracle", "functions.py", f"mpmath {mpmath.__version__}",
                ["array"]) as header:
        header.add("// y is what the loss is differentiated by: the outputs, or the logits before an",
                   "// activation with which it is one.",
                   "struct point {", "    std::array<double, 3> y;", "    std::array<double, 3> target;",
                   "    double value;", "    std::array<double, 3> derivative;", "};")
        for name, (loss, points) in LOSSES.items():
            header.add("", f"inline constexpr point {name}[] = {{")
            for y, t in points:
                exact = [mpmath.mpf(a) for a in y]
                slopes = []
                for i in range(3):
                    def along(z, i=i):
                        return loss(exact[:i] + [z] + exact[i + 1:], t)
                    slopes.append(derivative(along, exact[i]))
                header.add(f"    {{{braces(y)}, {braces(t)},",
                           f"     {literal(loss(exact, t))}, {braces(slopes)}}},")
            header.add("};")


if __name__ == "__main__":
    write_activations()
    write_losses()
