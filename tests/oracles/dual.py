#!/usr/bin/env python3
"""Writes tests/number/dual_values.hpp: values, first and second derivatives in multiple precision.

    python3 tests/oracles/dual.py
"""

import pathlib

import mpmath

mpmath.mp.dps = 60

ALL = ["-5.5", "-1.25", "-0.75", "-0.001953125", "0.0", "0.0625", "0.5", "1.0", "3.25", "6.0"]
ABOVE_0 = ["0.0009765625", "0.25", "0.875", "1.0", "1.5", "17.0", "1024.5"]
ABOVE_MINUS_1 = ["-0.9375", "-0.5", "-0.001953125", "0.0", "0.0625", "1.0", "100.25"]
NOT_0 = [x for x in ALL if float(x) != 0]
WIDE = ["-20.0", "18.5"]


def derivative_of_tanh(x):
    return 1 / mpmath.cosh(x) ** 2


# Each with its derivatives by hand, which the script checks against numerical differentiation.
FUNCTIONS = {
    "exp": (ALL + WIDE, mpmath.exp, mpmath.exp, mpmath.exp),
    "expm1": (ALL + WIDE, mpmath.expm1, mpmath.exp, mpmath.exp),
    "log": (ABOVE_0, mpmath.log, lambda x: 1 / x, lambda x: -1 / x**2),
    "log1p": (ABOVE_MINUS_1, mpmath.log1p, lambda x: 1 / (1 + x), lambda x: -1 / (1 + x) ** 2),
    "tanh": (ALL + WIDE, mpmath.tanh, derivative_of_tanh,
             lambda x: -2 * mpmath.tanh(x) * derivative_of_tanh(x)),
    "sqrt": (ABOVE_0, mpmath.sqrt, lambda x: 1 / (2 * mpmath.sqrt(x)),
             lambda x: -1 / (4 * x * mpmath.sqrt(x))),
    "erf": (ALL, mpmath.erf, lambda x: 2 / mpmath.sqrt(mpmath.pi) * mpmath.exp(-x * x),
            lambda x: -4 * x / mpmath.sqrt(mpmath.pi) * mpmath.exp(-x * x)),
    "sin": (ALL + WIDE, mpmath.sin, mpmath.cos, lambda x: -mpmath.sin(x)),
    "cos": (ALL + WIDE, mpmath.cos, lambda x: -mpmath.sin(x), lambda x: -mpmath.cos(x)),
    "abs": (NOT_0, abs, mpmath.sign, lambda x: mpmath.mpf(0)),
    # x to the powers 2.5, 3 and x, and 3 to the power x
    "root": (ABOVE_0, lambda x: x**2.5, lambda x: 2.5 * x**1.5, lambda x: 3.75 * mpmath.sqrt(x)),
    "cube": (ALL, lambda x: x**3, lambda x: 3 * x * x, lambda x: 6 * x),
    "own_power": (["0.0009765625", "0.25", "0.875", "1.0", "1.5", "17.0"], lambda x: x**x,
                  lambda x: x**x * (mpmath.log(x) + 1),
                  lambda x: x**x * ((mpmath.log(x) + 1) ** 2 + 1 / x)),
    "power_of_three": (ALL, lambda x: mpmath.mpf(3) ** x, lambda x: mpmath.log(3) * mpmath.mpf(3) ** x,
                       lambda x: mpmath.log(3) ** 2 * mpmath.mpf(3) ** x),
    # x + x * x - (3 - x), minus sign included
    "sums": (ALL, lambda x: -(x + x * x - (3 - x)), lambda x: -2 - 2 * x, lambda x: mpmath.mpf(-2)),
    "quotient": (ALL, lambda x: x / (1 + x * x), lambda x: (1 - x * x) / (1 + x * x) ** 2,
                 lambda x: 2 * x * (x * x - 3) / (1 + x * x) ** 3),
}


def composite(x):
    return mpmath.tanh(x * mpmath.exp(-x) / (1 + x * x)) - mpmath.log(2 + x) * mpmath.sqrt(3 + x)


def row(*numbers):
    return "    {" + ", ".join(float(number).hex() for number in numbers) + "},"


def main():
    lines = ["#pragma once", "", "// Written by tests/oracles/dual.py.", "// clang-format off", "",
             "namespace dual_values {", "",
             "struct point {", "    double x, value, first, second;", "};", ""]
    for name, (arguments, value, first, second) in FUNCTIONS.items():
        lines.append(f"inline constexpr point {name}[] = {{")
        for text in arguments:
            x = mpmath.mpf(text)
            for order, formula in ((1, first), (2, second)):
                difference = abs(mpmath.diff(value, x, order) - formula(x))
                assert difference <= 1e-12 * abs(formula(x)) + 1e-20, (name, x, order)
            lines.append(row(x, value(x), first(x), second(x)))
        lines += ["};", ""]
    lines.append("inline constexpr point composite[] = {")
    for text in ["-1.0", "-0.5", "0.0", "0.25", "1.0", "2.5"]:
        x = mpmath.mpf(text)
        lines.append(row(x, composite(x), mpmath.diff(composite, x), mpmath.diff(composite, x, 2)))
    lines += ["};", "", "// clang-format on", "", "} // namespace dual_values"]
    path = pathlib.Path(__file__).parent.parent / "number" / "dual_values.hpp"
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
