#!/usr/bin/env python3
"""Prints the polynomial and rational coefficients of include/ctnn/math.

Weighted minimax fits by the Remez exchange in 60 digits (mpmath), each coefficient then rounded to
the target format. The printed error is that of the rounded coefficients.

    python3 tests/oracles/math_coefficients.py [name ...]
"""
import sys

import mpmath as mp

mp.mp.dps = 60


def round_to(value, bits):
    """Nearest number with `bits` significant bits."""
    if value == 0:
        return mp.mpf(0)
    mantissa, exponent = mp.frexp(value)
    return mp.ldexp(mp.nint(mp.ldexp(mantissa, bits)), exponent - bits)


def extrema(error, low, high, count):
    """The largest |error| between neighbouring sign changes, found on a dense Chebyshev grid."""
    samples = 40 * count
    grid = [
        (low + high) / 2 - (high - low) / 2 * mp.cos(mp.pi * i / samples) for i in range(samples + 1)
    ]
    values = [error(t) for t in grid]
    best, points = 0, []
    for i in range(1, samples + 1):
        if (values[i] > 0) != (values[best] > 0):
            points.append(best)
            best = i
        elif abs(values[i]) > abs(values[best]):
            best = i
    points.append(best)
    while len(points) > count:  # drop the smaller end, which keeps the alternation
        drop = 0 if abs(values[points[0]]) < abs(values[points[-1]]) else -1
        points.pop(drop)
    return [grid[i] for i in points], max(abs(v) for v in values)


def remez(target, weight, low, high, numerator, denominator=0, first=0):
    """Minimax N(t)/D(t) to `target`, D(0) = 1, minimising |(N/D - target) weight|.

    `first` is the lowest power of the numerator. Returns (numerator, denominator, error).
    """
    low, high = mp.mpf(low), mp.mpf(high)
    unknowns = numerator + denominator
    points = [
        (low + high) / 2 - (high - low) / 2 * mp.cos(mp.pi * (2 * i + 1) / (2 * unknowns + 2))
        for i in range(unknowns + 1)
    ]
    level = mp.mpf(0)
    for _ in range(60):
        for _ in range(20 if denominator else 1):
            matrix, right = mp.matrix(unknowns + 1), mp.matrix(unknowns + 1, 1)
            for row, t in enumerate(points):
                sign = (-1) ** row / weight(t)
                f = target(t)
                for j in range(numerator):
                    matrix[row, j] = t ** (j + first)
                for j in range(denominator):
                    matrix[row, numerator + j] = -(f + sign * level) * t ** (j + 1)
                matrix[row, unknowns] = -sign
                right[row] = f
            solution = mp.lu_solve(matrix, right)
            before, level = level, solution[unknowns]
            if abs(level - before) <= abs(level) * mp.mpf("1e-6"):
                break
        top = [solution[j] for j in range(numerator)]
        bottom = [mp.mpf(1)] + [solution[numerator + j] for j in range(denominator)]

        def error(t):
            value = t**first * mp.polyval(top[::-1], t) / mp.polyval(bottom[::-1], t)
            return (value - target(t)) * weight(t)

        found, largest = extrema(error, low, high, unknowns + 1)
        if len(found) < unknowns + 1:
            raise RuntimeError("lost alternation")
        points = found
        if largest <= abs(level) * mp.mpf("1.001"):
            break
    return top, bottom, largest


def rounded_polynomial(target, weight, low, high, terms, bits):
    """A polynomial with representable coefficients; returns (coefficients, weighted error)."""
    fitted, _, _ = remez(target, weight, low, high, terms)
    rounded = [round_to(c, bits) for c in fitted]
    low, high = mp.mpf(low), mp.mpf(high)
    error = max(
        abs((mp.polyval(rounded[::-1], t) - target(t)) * weight(t))
        for t in (low + (high - low) * (i + mp.mpf("0.37")) / 2000 for i in range(2000))
    )
    return rounded, error


def show(name, coefficients, bits, error):
    digits = 17 if bits == 53 else 9
    suffix = "" if bits == 53 else "F"
    print(f"{name}  ({'double' if bits == 53 else 'float'}, weighted error 2^{mp.nstr(mp.log(error, 2), 5)})")
    for power, c in enumerate(coefficients):
        print(f"    [{power}] {mp.nstr(c, digits, min_fixed=0, max_fixed=0)}{suffix}")
    print()


LN2 = mp.log(2)


def exp_polynomial(bits, terms):
    """exp(r) = 1 + r + r^2 q(r) for |r| <= ln(2) / 2 and a little more."""
    half = LN2 / 2 * mp.mpf("1.0001")  # the rounding of x / ln 2 lets r pass the half a little

    def target(r):
        if abs(r) < mp.mpf("1e-8"):
            return mp.mpf(1) / 2 + r / 6 + r * r / 24
        return (mp.exp(r) - 1 - r) / r**2

    q, error = rounded_polynomial(target, lambda r: r * r / mp.exp(r), -half * mp.mpf("1.00001"), half, terms, bits)
    show("exp: q", q, bits, error)


def log_polynomial(bits, terms, low, high):
    """log(1+f) = f - s (f - z p(z)), s = f / (2 + f), z = s^2: p(z) = (2 atanh(s) / s - 2) / z."""
    limit = max(abs(mp.mpf(low) - 1) / (1 + mp.mpf(low)), (mp.mpf(high) - 1) / (1 + mp.mpf(high))) ** 2

    def target(z):
        if z < mp.mpf("1e-12"):
            return mp.mpf(2) / 3 + 2 * z / 5
        s = mp.sqrt(z)
        return (2 * mp.atanh(s) / s - 2) / z

    # weight: s z p(z) against the result 2 atanh(s) = about 2 s
    p, error = rounded_polynomial(target, lambda z: z / 2, mp.mpf("1e-30"), limit, terms, bits)
    show("log: p", p, bits, error)


def split(value, bits, name, precision):
    high = round_to(value, bits)
    low = round_to(value - high, precision)
    digits = 17 if precision == 53 else 9
    print(f"{name}: high {mp.nstr(high, digits + 3, min_fixed=0, max_fixed=0)} low {mp.nstr(low, digits, min_fixed=0, max_fixed=0)}\n")


def constants():
    split(LN2, 42, "ln 2, double", 53)
    split(LN2, 16, "ln 2, float", 24)
    print("1 / ln 2", mp.nstr(1 / LN2, 20), "\n")


TABLE = {
    "constants": constants,
    "exp_double": lambda: exp_polynomial(53, 10),
    "exp_float": lambda: exp_polynomial(24, 5),
    "log_double": lambda: log_polynomial(53, 7, mp.sqrt(mp.mpf("0.5")), mp.sqrt(2)),
    "log_float": lambda: log_polynomial(24, 4, mp.sqrt(mp.mpf("0.5")), mp.sqrt(2)),
}

if __name__ == "__main__":
    for chosen in sys.argv[1:] or TABLE:
        TABLE[chosen]()
