"""product_sums.py: writes tests/verify/detail/product_sum_oracle.hpp: sums of products of doubles, and the double next to each
on the side of 0, by Python's fractions."""

import math
import random
from fractions import Fraction

from header import Header, literal

LEAST = Fraction(math.ulp(0.0))
MOST = Fraction(1.7976931348623157e308)


def toward_0(exact):
    size = abs(exact)
    if size >= MOST:
        value = float(MOST)
    elif size < LEAST:
        value = 0.0
    else:
        value = size.numerator / size.denominator
        if Fraction(value) > size:
            value = math.nextafter(value, 0)
    return -value if exact < 0 else value


def sign(exact):
    return (exact > 0) - (exact < 0)


draw = random.Random(1)


def number():
    kind = draw.randrange(6)
    if kind == 0:
        return draw.uniform(-1, 1)
    if kind == 1:
        return draw.randrange(-8, 9) / 4
    if kind == 2:
        return draw.choice([-1, 1]) * math.ldexp(draw.random(), draw.randrange(-1080, 1024))
    if kind == 3:
        return draw.choice([5e-324, -5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, -1.7976931348623157e308, 0.0, 1.0])
    if kind == 4:
        return float(draw.randrange(2**53 - 9, 2**53))
    return draw.choice([-1, 1]) * math.ldexp(float(draw.randrange(2**53)), draw.randrange(-60, 10))


def terms():
    found = [(number(), number()) for _ in range(draw.randrange(1, 4))]
    # What cancels all but a little, or all.
    if draw.randrange(2):
        found += [(-a, b) for a, b in found]
        if draw.randrange(2):
            found.append((draw.choice([-1, 1]) * 5e-324, draw.choice([1.0, 5e-324, 0.75])))
    draw.shuffle(found)
    return (found + [(0.0, 0.0)] * 7)[:7]


with Header("verify/detail/product_sum_oracle.hpp", "product_sum_oracle", "product_sums.py", "Python's fractions",
            ["array"]) as header:
    header.add("struct sum { double terms[7][2]; int sign; double toward_0; };", "inline constexpr sum sums[] = {")
    for _ in range(200):
        of = terms()
        exact = sum(Fraction(a) * Fraction(b) for a, b in of)
        products = ", ".join(f"{{{literal(a)}, {literal(b)}}}" for a, b in of)
        header.add(f"    {{{{{products}}}, {sign(exact)}, {literal(toward_0(exact))}}},")
    header.add("};")
