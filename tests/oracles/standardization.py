"""standardization.py: the iris flowers' means and deviations, by numpy in long double, and two flowers on that scale; and
those of columns that are awkward to add up, in exact fractions, rounded once. Writes
tests/data/standardization_values.hpp and tests/data/{floating,short_fixed,long_fixed}_moments.hpp."""

import math
import pathlib
from fractions import Fraction

import numpy

from header import Header, array

CHECKOUT = pathlib.Path(__file__).parent.parent.parent

flowers = numpy.loadtxt(CHECKOUT / "docs/examples/data/iris.csv", delimiter=",", skiprows=1).astype(numpy.longdouble)
inputs = flowers[:, :4]
mean = inputs.mean(axis=0)
deviation = inputs.std(axis=0)
scaled = (inputs - mean) / deviation

with Header("data/standardization_values.hpp", "standardization_values", "standardization.py", "numpy", ["array"]) as header:
    for name, values in [("mean", mean), ("deviation", deviation), ("first", scaled[0]), ("last", scaled[149])]:
        header.add(f"inline constexpr std::array<double, 4> {name}{array(values)};")


def nearest(x, digits, smallest):
    """The Fraction x to the nearest multiple of 2^smallest with so many digits, ties to even."""
    if x == 0:
        return x
    size = abs(x)
    exponent = size.numerator.bit_length() - size.denominator.bit_length() - digits - 1
    while size / Fraction(2) ** exponent >= 2**digits:
        exponent += 1
    exponent = max(exponent, smallest)
    return round(x / Fraction(2) ** exponent) * Fraction(2) ** exponent


def root(x):
    """The root of a Fraction to some 200 digits, so that it is rounded rightly where it is not a tie."""
    shift = 2 * 1400
    return Fraction(math.isqrt(x.numerator * 2**shift // x.denominator), 2 ** (shift // 2))


def moments(column):
    values = [Fraction(x) for x in column]
    middle = sum(values) / len(values)
    return middle, sum((x - middle) ** 2 for x in values) / len(values)


FORMATS = {"float": (24, -149), "double": (53, -1074)}


def single(x):
    return float(numpy.float32(x))


def columns(scalar):
    """name, numbers, how often they are repeated."""
    is_float = scalar == "float"
    number = single if is_float else float
    largest = float(numpy.finfo(numpy.float32 if is_float else float).max)
    tiny = 2.0 ** FORMATS[scalar][1]
    step = 2.0 ** (1 - FORMATS[scalar][0])
    far = 1e30 if is_float else 1e160
    generator = numpy.random.RandomState(7)
    yield "half around a million", [1e6 - 0.5, 1e6 + 0.5], 2048
    yield "tenths", [number(0.1), number(0.2), number(0.3)], 1000
    yield "squares leave the range", [number(far), number(2 * far), number(3 * far)], 1
    yield "squares vanish", [number(1 / far), number(2 / far), number(3 / far)], 1
    yield "a large mean, the last bits differ", [1.0, 1 + step, 1 + step, 1 + 2 * step, 1.0], 40
    yield "one of many differs in its last bit", [1.0] * 199 + [1 + step], 1
    yield "the largest numbers", [largest, largest / 2, -largest], 1
    yield "the largest numbers, hardly different", [largest, largest * (1 - step), largest], 7
    yield "both ends", [largest, -largest], 500
    yield "both ends and more of one", [largest, largest, -largest], 1
    yield "the smallest numbers", [tiny, 2 * tiny, 5 * tiny, 0.0], 3
    yield "one of many is the smallest", [0.0] * 99 + [tiny], 1
    yield "the mean cancels", [number(1e6), number(-1e6), number(1e-3)], 30
    yield "the sum cancels, and cancels again", [1.0, number(far), 1.0, number(-far)], 25
    yield "alternating signs", [1.0, -1.0], 100
    yield "from small to large", [number(10.0**k) for k in range(-18, 19)], 1
    yield "normal", [number(x) for x in generator.normal(3, 2, 100)], 20
    yield "far from zero", [number(x) for x in generator.normal(1000, 0.01, 100)], 20
    yield "equal tenths", [number(0.1)], 999
    yield "equal, the largest", [largest], 10
    yield "equal, the smallest", [tiny], 10
    yield "zeros", [0.0], 10
    yield "one", [number(-7.1)], 1


def borrowing():
    """400 numbers whose squared distances from the rounded mean are, by 4, hardly more than a multiple of 2^32."""
    numbers = [1000 * k for k in range(398)] + [0, 0]
    numbers[0] += 200 - sum(numbers) % 400
    middle = round(Fraction(sum(numbers), 400))
    rest = sum(numbers) - 400 * middle
    squares = sum((x - middle) ** 2 for x in numbers)
    steps = numpy.arange(1, 2**26, dtype=numpy.uint64)
    more = 2 * steps * steps  # the last two go apart by it
    found = ((numpy.uint64(squares) + more) % numpy.uint64(2**30)) * numpy.uint64(4) < rest * rest // 100
    step = int(steps[numpy.flatnonzero(found)[0]])
    numbers[-2] += step
    numbers[-1] -= step
    return numbers


def fixed_columns(integer_bits, fraction_bits):
    """The same in steps."""
    last = 2 ** (integer_bits + fraction_bits) - 1
    one = 2**fraction_bits
    generator = numpy.random.RandomState(fraction_bits)
    yield "a quarter and three", [one // 4, 3 * one // 4], 75
    yield "the largest", [last], 300
    yield "both ends", [last, -last - 1], 150
    yield "more of one end", [last, last, -last - 1], 50
    yield "a step", [0, 1], 100
    yield "a seldom step", [0] * 99 + [1], 1
    yield "negative, ties", [-1, -2, -1, -4], 20
    yield "hardly above the middle of two steps", [3, 3, 3, 3, -3, -3, -3, -2, 1, -1, 0], 1
    yield "thirds", [-5, -7, 3], 33
    yield "any", [int(x) for x in generator.randint(-last - 1, last + 1, 100)], 4
    if integer_bits + fraction_bits == 31:
        yield "four times the squares, without what the mean is off, are just below a multiple of 2^32", borrowing(), 1
    yield "all high", [int(x) for x in generator.randint(last - last // 8, last + 1, 100)], 4


def add(header, number, name, cases, digits_of):
    rows = []
    for index, (label, values, repeats, middle, spread) in enumerate(cases):
        texts = [digits_of(x) for x in values]
        lines = [", ".join(texts[i:i + 6]) for i in range(0, len(texts), 6)]
        header.add(f"inline constexpr {number} {name}_{index}[]{{" + ",\n    ".join(lines) + "};")
        rows.append(f'    {{"{label}", {name}_{index}, {len(values)}, {repeats}, {digits_of(middle)}, {digits_of(spread)}}},')
    header.add("", f"inline constexpr column<{number}> {name}[]{{", *rows, "};", "")


def moments_header(name):
    return Header(f"data/{name}_moments.hpp", "moments_values", "standardization.py", "fractions", ["moments_column.hpp"])


with moments_header("floating") as header:
    for scalar, (digits, smallest) in FORMATS.items():
        cases = []
        for label, values, repeats in columns(scalar):
            middle, variance = moments(values)
            spread = nearest(root(variance), digits, smallest)
            if variance == 0:
                spread = Fraction(1)
            elif spread == 0:
                spread = Fraction(2) ** smallest
            cases.append((label, values, repeats, nearest(middle, digits, smallest), spread))
        suffix = "F" if scalar == "float" else ""
        add(header, scalar, f"of_{scalar}", cases, lambda x: float(x).hex() + suffix)

for name, formats in [("short_fixed", [(3, 4), (3, 12), (1, 14)]), ("long_fixed", [(11, 20), (1, 30)])]:
    with moments_header(name) as header:
        for integer_bits, fraction_bits in formats:
            cases = []
            for label, values, repeats in fixed_columns(integer_bits, fraction_bits):
                middle, variance = moments(values)
                low = math.isqrt(variance.numerator // variance.denominator)
                spread = low + (Fraction(2 * low + 1, 2) ** 2 < variance)
                if Fraction(2 * low + 1, 2) ** 2 == variance:
                    spread = low + low % 2
                spread = min(max(spread, 1), 2 ** (integer_bits + fraction_bits) - 1)
                if variance == 0:
                    spread = 2**fraction_bits
                cases.append((label, values, repeats, round(middle), spread))
            add(header, "long", f"of_fixed_{integer_bits}_{fraction_bits}", cases,
                lambda x: "-2147483647 - 1" if x == -(2**31) else str(x))
