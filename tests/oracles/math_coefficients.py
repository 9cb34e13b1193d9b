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
    """A polynomial with representable coefficients; returns (coefficients, weighted error).

    The coefficients are rounded one after the other, lowest power first, and the rest fitted again
    for as long as that helps, so that later ones make good what the rounding of earlier ones lost.
    """
    low, high = mp.mpf(low), mp.mpf(high)
    grid = [low + (high - low) * (i + mp.mpf("0.37")) / 2000 for i in range(2000)]

    def worst(coefficients):
        return max(abs((mp.polyval(coefficients[::-1], t) - target(t)) * weight(t)) for t in grid)

    fitted, _, _ = remez(target, weight, low, high, terms)
    best = [round_to(c, bits) for c in fitted]
    error = worst(best)
    for done in range(1, terms if low >= 0 else 1):
        known = best[:done]
        try:
            rest, _, _ = remez(
                lambda t: target(t) - mp.polyval(known[::-1], t),
                weight,
                low,
                high,
                terms - done,
                first=done,
            )
        except (RuntimeError, ZeroDivisionError):
            break
        candidate = known + [round_to(c, bits) for c in rest]
        if worst(candidate) < error:
            best, error = candidate, worst(candidate)
    return best, error


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


def expm1_polynomial(bits, terms):
    """expm1(r) = r + r^2 q(r) for -0.3467 <= r <= 0.525, small also beside a small result."""

    def target(r):
        if abs(r) < mp.mpf("1e-8"):
            return mp.mpf(1) / 2 + r / 6 + r * r / 24
        return (mp.expm1(r) - r) / r**2

    q, error = rounded_polynomial(
        target, lambda r: r * r / abs(mp.expm1(r)), "-0.3467", "0.525", terms, bits
    )
    show("expm1: q", q, bits, error)


def tanh_target(z):
    """(x - tanh(x)) / x^3 with z = x^2."""
    if z < mp.mpf("1e-12"):
        return mp.mpf(1) / 3 - 2 * z / 15
    x = mp.sqrt(z)
    return (x - mp.tanh(x)) / (x * z)


def tanh_weight(z):
    x = mp.sqrt(z)
    return z * x / mp.tanh(x)


def tanh_rational(numerator, denominator, limit):
    """tanh(x) = x - x z n(z) / d(z) for |x| <= limit."""
    top, bottom, _ = remez(
        tanh_target, tanh_weight, mp.mpf("1e-20"), mp.mpf(limit) ** 2, numerator, denominator
    )
    top, bottom = [round_to(c, 53) for c in top], [round_to(c, 53) for c in bottom]
    error = max(
        abs((mp.polyval(top[::-1], z) / mp.polyval(bottom[::-1], z) - tanh_target(z)) * tanh_weight(z))
        for z in (mp.mpf(limit) ** 2 * (i + mp.mpf("0.37")) / 2000 for i in range(2000))
    )
    show("tanh: n", top, 53, error)
    show("tanh: d", bottom, 53, error)


def tanh_denominator(terms, limit):
    """tanh(x) = x - x z / d(z) for |x| <= limit."""
    d, error = rounded_polynomial(
        lambda z: 1 / tanh_target(z), lambda z: tanh_weight(z) * tanh_target(z) ** 2,
        mp.mpf("1e-20"), mp.mpf(limit) ** 2, terms, 24
    )
    show("tanh: d", d, 24, error)


def tanh_exponential(terms):
    """expm1(2 r) / 2 = r + r^2 q(r) for |r| <= ln(2) / 4; errors are taken absolutely."""

    def target(r):
        return (mp.expm1(2 * r) / 2 - r) / (r * r) if abs(r) > mp.mpf("1e-15") else 1 + 2 * r / 3

    q, error = rounded_polynomial(target, lambda r: r * r, "-0.1734", "0.1734", terms, 24)
    show("tanh: q", q, 24, error)


def erf_small(bits, terms, limit):
    """erf(x) = x + x e(z), z = x^2."""

    def target(z):
        x = mp.sqrt(z)
        return mp.erf(x) / x - 1 if z > mp.mpf("1e-30") else 2 / mp.sqrt(mp.pi) * (1 - z / 3) - 1

    def weight(z):
        x = mp.sqrt(z)
        return x / mp.erf(x)

    e, error = rounded_polynomial(
        target, weight, mp.mpf("1e-20"), mp.mpf(limit) ** 2, terms, bits
    )
    show("erf: e", e, bits, error)


def erf_middle(bits, terms, centre, half):
    """erf(x) = h + m(x - centre), h being erf(centre) rounded."""
    centre = mp.mpf(centre)
    high = round_to(mp.erf(centre), bits)
    m, error = rounded_polynomial(
        lambda d: mp.erf(centre + d) - high, lambda d: mp.mpf(1), -mp.mpf(half), half, terms, bits
    )
    show("erf: h", [high], bits, mp.mpf(2) ** -bits)
    show("erf: m", m, bits, error)


def erf_large(bits, terms, low, high):
    """erf(low + d) = 1 - c exp(-d g(d)), c = erfc(low)."""
    low = mp.mpf(low)
    c = mp.erfc(low)

    def target(d):
        if d < mp.mpf("1e-25"):
            return 2 / mp.sqrt(mp.pi) * mp.exp(-low * low) / c
        return -mp.log(mp.erfc(low + d) / c) / d

    g, error = rounded_polynomial(
        target, lambda d: d * mp.erfc(low + d), mp.mpf("1e-20"), mp.mpf(high) - low, terms, bits
    )
    show("erf: c", [round_to(c, bits)], bits, mp.mpf(2) ** -bits)
    show("erf: g", g, bits, error)


def sine(bits, terms):
    """sin(x) = x - x z s(z), z = x^2, for |x| <= pi / 4 and a little more."""

    def target(z):
        if z < mp.mpf("1e-12"):
            return mp.mpf(1) / 6 - z / 120 + z * z / 5040
        x = mp.sqrt(z)
        return (1 - mp.sin(x) / x) / z

    limit = (mp.pi / 4 * mp.mpf("1.0001")) ** 2
    s, error = rounded_polynomial(
        target, lambda z: z * mp.sqrt(z) / mp.sin(mp.sqrt(z)), mp.mpf("1e-20"), limit, terms, bits
    )
    show("sin: s", s, bits, error)


def cosine(bits, terms):
    """cos(x) = 1 - z / 2 + z^2 c(z), z = x^2, for |x| <= pi / 4 and a little more."""

    def target(z):
        if z < mp.mpf("1e-8"):
            return mp.mpf(1) / 24 - z / 720 + z * z / 40320
        return (mp.cos(mp.sqrt(z)) - 1 + z / 2) / z**2

    limit = (mp.pi / 4 * mp.mpf("1.0001")) ** 2
    c, error = rounded_polynomial(
        target, lambda z: z * z / mp.cos(mp.sqrt(z)), mp.mpf("1e-20"), limit, terms, bits
    )
    show("cos: c", c, bits, error)


def two_over_pi(bits, words):
    """The digits of 2 / pi in words of this many bits, after one of zeros; and pi / 2 in one word."""
    with mp.workdps(500):
        digits = int(mp.floor(mp.ldexp(2 / mp.pi, bits * (words - 1))))
    found = [digits >> bits * (words - 1 - i) & (2**bits - 1) for i in range(words)]
    print(f"2 / pi in words of {bits} bits:")
    print("    " + ", ".join(f"0x{word:0{bits // 4}x}" for word in found))
    print(f"pi / 2 2^{bits - 1}: 0x{int(mp.nint(mp.ldexp(mp.pi / 2, bits - 1))):x}\n")


def pow_logarithm(bits, terms):
    """log(1 + f) = 2/3 s (3 + z + z^2 l(z)), s = f / (2 + f), z = s^2, for sqrt(1/2) <= 1 + f <= sqrt(2)."""
    limit = ((mp.sqrt(2) - 1) / (mp.sqrt(2) + 1) * mp.mpf("1.0001")) ** 2

    def target(z):
        if z < mp.mpf("1e-8"):
            return mp.mpf(3) / 5 + 3 * z / 7 + z * z / 3 + 3 * z**3 / 11
        s = mp.sqrt(z)
        return (3 * mp.atanh(s) / s - 3 - z) / z**2

    l, error = rounded_polynomial(target, lambda z: z * z / 3, mp.mpf("1e-30"), limit, terms, bits)
    show("pow: l", l, bits, error)


def pow_exponential(bits, terms):
    """exp(r) = 1 + r + r^2 / 2 + r^3 e(r) for |r| <= ln(2) / 2 and a little more."""
    half = LN2 / 2 * mp.mpf("1.0001")

    def target(r):
        if abs(r) < mp.mpf("1e-8"):
            return mp.mpf(1) / 6 + r / 24 + r * r / 120
        return (mp.exp(r) - 1 - r - r * r / 2) / r**3

    e, error = rounded_polynomial(
        target, lambda r: r**3 / mp.exp(r), -half * mp.mpf("1.00001"), half, terms, bits
    )
    show("pow: e", e, bits, error)


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
    "log_double": lambda: log_polynomial(53, 7, "0.67578125", "1.3515625"),
    "log_float": lambda: log_polynomial(24, 3, "0.67578125", "1.3515625"),
    "expm1_double": lambda: expm1_polynomial(53, 12),
    "expm1_float": lambda: expm1_polynomial(24, 6),
    "tanh_double": lambda: tanh_rational(3, 3, "0.565"),
    "tanh_float": lambda: (tanh_denominator(4, "0.92"), tanh_exponential(5)),
    "erf_double": lambda: (
        erf_small(53, 11, "0.8"),
        erf_middle(53, 14, "1.03125", "0.235"),
        erf_large(53, 15, "1.25", "5.95"),
    ),
    "erf_float": lambda: (
        erf_small(24, 6, "0.8"),
        erf_middle(24, 7, "1.03125", "0.235"),
        erf_large(24, 5, "1.25", "3.95"),
    ),
    "sin_double": lambda: sine(53, 6),
    "sin_float": lambda: sine(24, 3),
    "cos_double": lambda: cosine(53, 6),
    "cos_float": lambda: cosine(24, 3),
    "two_over_pi": lambda: (two_over_pi(64, 20), two_over_pi(32, 8)),
    "pow_double": lambda: (pow_logarithm(53, 8), pow_exponential(53, 10)),
    "pow_float": lambda: (pow_logarithm(24, 3), pow_exponential(24, 5)),
}

if __name__ == "__main__":
    for chosen in sys.argv[1:] or TABLE:
        TABLE[chosen]()
