"""real_arithmetic.py: tests/verify/real_values.hpp, networks and functions of real numbers by mpmath, with 200 bits.

Each network's parameters and inputs are drawn by the generator of tests/support/random_numbers.hpp, of which the seed is
told; they are numbers of float, so nothing is rounded but the results, and these by less than one part in 2^190.
"""

import mpmath
from mpmath import mpf

from header import Header, braces

mpmath.mp.prec = 200
SIZES = (3, 5, 4, 2)
POINTS = 6
SEED = 303


class Draw:
    def __init__(self, seed):
        self.state = (seed * 0x9E3779B97F4A7C15 + 1) % 2**64

    def __call__(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return mpf(-1) + 2 * mpf(self.state >> 40) / 2**24


ACTIVATIONS = {
    "relu": lambda x: max(x, mpf(0)),
    "elu": lambda x: x if x > 0 else mpmath.expm1(x),
    "tanh": mpmath.tanh,
    "sigmoid": lambda x: 1 / (1 + mpmath.exp(-x)),
    "softplus": lambda x: mpmath.log1p(mpmath.exp(x)),
    "silu": lambda x: x / (1 + mpmath.exp(-x)),
    "gelu": lambda x: x * (1 + mpmath.erf(x / mpmath.sqrt(2))) / 2,
}


def outputs(layers, activation, x):
    for index, (weights, biases) in enumerate(layers):
        x = [b + sum(x[i] * weights[i][j] for i in range(len(x))) for j, b in enumerate(biases)]
        if index + 1 < len(layers):
            x = [activation(v) for v in x]
    return x


def rounded_down(x):
    """The largest double that is not above x."""
    return float(mpmath.mpf(mpmath.libmp.mpf_pos(x._mpf_, 53, "f")))


FUNCTIONS = {
    "exp": (mpmath.exp, [-700.5, -80.25, -1.5, -1e-9, 0.0, 1e-300, 0.3, 1.0, 42.7, 700.1]),
    "expm1": (mpmath.expm1, [-50.5, -1.5, -1e-9, 1e-300, 0.3, 1.0, 42.7, 700.1]),
    "log": (mpmath.log, [5e-324, 1e-300, 0.1, 0.999999, 1.0, 1.000001, 2.5, 1e300]),
    "log1p": (mpmath.log1p, [-0.999, -0.1, -1e-9, 1e-300, 1e-9, 0.3, 7.5, 1e300]),
    "tanh": (mpmath.tanh, [-30.0, -1.5, -1e-9, 1e-300, 0.3, 0.55, 2.5, 18.5]),
    "erf": (mpmath.erf, [-6.5, -1.5, -1e-9, 1e-300, 0.3, 0.9, 2.5, 5.5]),
}

with Header("verify/real_values.hpp", "real_values", "real_arithmetic.py", f"mpmath {mpmath.__version__}", []) as to:
    to.add("// For each input the outputs, rounded down: the real ones are less than a last place above.")
    for index, (name, activation) in enumerate(ACTIVATIONS.items()):
        draw = Draw(SEED + index)
        layers = [([[draw() for _ in range(m)] for _ in range(n)], [draw() for _ in range(m)])
                  for n, m in zip(SIZES, SIZES[1:])]
        to.add(f"inline constexpr double net_of_{name}[{POINTS}][{SIZES[-1]}] = {{")
        for _ in range(POINTS):
            x = [draw() for _ in range(SIZES[0])]
            to.add("    " + braces(rounded_down(y) for y in outputs(layers, activation, x)) + ",")
        to.add("};")
    to.add("", "// A number and the function of it, rounded down.")
    for name, (function, points) in FUNCTIONS.items():
        to.add(f"inline constexpr double {name}[{len(points)}][2] = {{")
        to.add(*("    " + braces((x, rounded_down(function(mpf(x))))) + "," for x in points))
        to.add("};")
