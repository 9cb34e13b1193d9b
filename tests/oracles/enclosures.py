"""enclosures.py: writes tests/host/enclosure_oracle.hpp: the doubles around decimals, sums, products and quotients, by
Python's fractions."""

import math
import random
from fractions import Fraction

from header import Header, literal


def around(exact):
    """The largest double that is not above it and the smallest that is not below it."""
    nearest = exact.numerator / exact.denominator
    low = nearest if Fraction(nearest) <= exact else math.nextafter(nearest, -math.inf)
    high = nearest if Fraction(nearest) >= exact else math.nextafter(nearest, math.inf)
    return low, high


draw = random.Random(1)
decimals = ["0", "-0", "1", "0.5", "0.1", "-0.1", "1e22", "1e23", "9007199254740993", "123456.75", "1e-300", "5e-324",
            "2.5e-1", "3.991125645861615", "0.30000000000000004", "0.1000000000000000055511151231257827021181583404541015625"]
decimals += [f"{draw.choice(['', '-'])}{draw.randrange(10**draw.randrange(1, 18))}e{draw.randrange(-20, 8)}" for _ in range(150)]
with Header("host/enclosure_oracle.hpp", "enclosure_oracle", "enclosures.py", "Python's fractions", ["array"]) as header:
    header.add("struct decimal { char const* text; double low, high; };",
               "inline constexpr decimal decimals[] = {")
    for text in decimals:
        low, high = around(Fraction(text))
        header.add(f'    {{"{text}", {literal(low)}, {literal(high)}}},')
    header.add("};", "", "// a and b, and the ends of a + b, a * b and a / b", "inline constexpr double operations[][8] = {")
    for _ in range(150):
        a, b = (draw.choice([draw.uniform(-2, 2), draw.randrange(-9, 9) / 4 or 0.25, draw.uniform(-1, 1) * 10.0**draw.randrange(-20, 20)])
                for _ in range(2))
        x, y = Fraction(a), Fraction(b)
        numbers = [a, b] + [end for exact in (x + y, x * y, x / y) for end in around(exact)]
        header.add("    {" + ", ".join(map(literal, numbers)) + "},")
    header.add("};")
