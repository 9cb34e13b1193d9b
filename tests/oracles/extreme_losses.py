#!/usr/bin/env python3
"""Writes what the losses of extreme numbers are.

    python3 tests/oracles/extreme_losses.py

loss/extreme_values_float.hpp, loss/extreme_values_double.hpp
    the exact value of each loss (mpmath, 200 digits), rounded to the scalar: infinite where it is
    beyond the scalar, NaN where it has none
"""

import itertools

import mpmath
import numpy

from header import Header, braces

mpmath.mp.dps = 200
NAN = mpmath.nan


def softmax_cross_entropy(v, t):
    """ln sum exp(v) - v_i, of those with a target alone: 0 times infinity is not asked."""
    if any(x < 0 for x in t):
        return NAN
    most = max(v)
    normalizer = mpmath.log(sum(mpmath.exp(max(x - most, mpmath.mpf(-10000))) for x in v))
    return sum(ti * (most - vi + normalizer) for vi, ti in zip(v, t) if ti != 0)


def sigmoid_binary_cross_entropy(v, t):
    if any(not 0 <= x <= 1 for x in t):
        return NAN

    def one(x, target):
        # softplus(x) - target x
        plus = mpmath.log1p(mpmath.exp(max(-abs(x), mpmath.mpf(-10000))))
        return (x * (1 - target) if x > 0 else -x * target) + plus
    return sum(one(x, target) for x, target in zip(v, t)) / len(v)


def cross_entropy(y, t):
    if any(x < 0 for x in t) or any(not 0 <= x <= 1 for x in y):
        return NAN
    return sum(-ti * mpmath.log(yi) if yi > 0 else mpmath.inf for yi, ti in zip(y, t) if ti != 0)


def binary_cross_entropy(y, t):
    if any(not 0 <= x <= 1 for x in list(t) + list(y)):
        return NAN
    yes = [-ti * mpmath.log(yi) if yi > 0 else mpmath.inf for yi, ti in zip(y, t) if ti != 0]
    no = [-(1 - ti) * mpmath.log1p(-yi) if yi < 1 else mpmath.inf for yi, ti in zip(y, t) if ti != 1]
    return sum(yes + no) / len(y)


def mean(error):
    return lambda y, t: sum(error(abs(a - b)) for a, b in zip(y, t)) / len(y)


LOGITS = [0, 88, -89, 104, -104, 745, -746, 1e4, -1e4, 1e37, -1e37, "big", "-big"]
SURE = [0, 1, 0.5, 1e-30, -0.5, 1.5]
NUMBERS = [0, 1, -2.5, 1e-30, 1e15, -1e15, 1e18, 1e-20]
TARGETS = [(1, 0, 0), (0, 1, 0), (0.25, 0.25, 0.5), (0, 0, 0), (2, 0, 1), (1, -1, 0), (0, 1.5, 0)]


def triples(numbers, step):
    return list(itertools.product(numbers, repeat=3))[::step]


LOSSES = {
    "softmax_cross_entropy": (softmax_cross_entropy, triples(LOGITS, 37)),
    "sigmoid_binary_cross_entropy": (sigmoid_binary_cross_entropy, triples(LOGITS, 41)),
    "cross_entropy": (cross_entropy, triples(SURE, 5)),
    "binary_cross_entropy": (binary_cross_entropy, triples(SURE, 5)),
    "mean_squared_error": (mean(lambda e: e * e), triples(NUMBERS, 19)),
    "mean_absolute_error": (mean(lambda e: e), triples(NUMBERS, 19)),
    "huber": (mean(lambda e: e * e / 2 if e <= 1 else e - mpmath.mpf(1) / 2), triples(NUMBERS, 19)),
}


def rounded(x, scalar):
    """The nearest number of the scalar. (float(x) of an mpf is correctly rounded, and so is the step
    from there to float32 wherever a comparison allows for a unit.)"""
    with numpy.errstate(over="ignore"):
        return float(scalar(float(x)))


def number(x, scalar):
    big = 3e38 if scalar is numpy.float32 else 1.5e308
    return float(scalar({"big": big, "-big": -big}.get(x, x)))


def write(scalar, suffix):
    with Header(f"loss/extreme_values_{suffix}.hpp", "extreme_losses", "extreme_losses.py",
                f"mpmath {mpmath.__version__}", ["extreme_point.hpp"]) as header:
        for name, (loss, points) in LOSSES.items():
            header.add("", f"inline constexpr point {name}_{suffix}[] = {{")
            for k, y in enumerate(points):
                y = [number(x, scalar) for x in y]
                t = [number(x, scalar) for x in TARGETS[k % len(TARGETS)]]
                value = rounded(loss([mpmath.mpf(x) for x in y], [mpmath.mpf(x) for x in t]), scalar)
                header.add(f"    {{{braces(y)}, {braces(t)}, {value.hex()}}},")
            header.add("};")


if __name__ == "__main__":
    write(numpy.float32, "float")
    write(numpy.float64, "double")
