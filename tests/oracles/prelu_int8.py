#!/usr/bin/env python3
"""Writes the oracle values of prelu in integers of 8 bits: TensorFlow Lite's PRELU (reference/prelu.h), from the floats on.

    python3 tests/oracles/prelu_int8.py

quantization/prelu_values.hpp      slopes, samples, and outputs for inputs
"""

import math
import random
import struct

from header import Header

random.seed(2015)


def F(x):
    """The nearest float."""
    return struct.unpack("f", struct.pack("f", x))[0]


def nearest(x):
    """Ties away from 0."""
    return int(math.floor(abs(x) + 0.5)) * (-1 if x < 0 else 1)


class Scale:
    def __init__(self, numbers, least_step=0.0):
        least, most = min(0.0, *numbers), max(0.0, *numbers)
        self.step = F(max((most - least) / 255, least_step))
        self.zero = max(-128, min(127, nearest(-128 - least / self.step)))

    def quantized(self, numbers):
        # (as quantize does it: by a product with the inverse)
        inverse = F(1 / self.step)
        return [max(-128, min(127, nearest(F(x * inverse)) + self.zero)) for x in numbers]


def multiplier_of(real):
    """QuantizeMultiplier."""
    digits, shift = math.frexp(real)
    multiplier = nearest(digits * 2.0**31)
    return (multiplier // 2, shift + 1) if multiplier == 1 << 31 else (multiplier, shift)


def multiply(x, multiplier, shift):
    """MultiplyByQuantizedMultiplier: a shift to the left first, the high half of the double product, a shift to the right."""
    product = x * (1 << max(shift, 0)) * multiplier
    nudge = 1 << 30 if product >= 0 else 1 - (1 << 30)
    total = product + nudge
    high = abs(total) // (1 << 31) * (-1 if total < 0 else 1)
    right = max(-shift, 0)
    rest, threshold = high & ((1 << right) - 1), ((1 << right) - 1) // 2 + (high < 0)
    return (high >> right) + (rest > threshold)


def prelu(q, slope, of):
    x = q - of["in"].zero
    y = multiply(x, *of["above"]) if x >= 0 else multiply(x * (slope - of["slopes"].zero), *of["below"])
    return max(-128, min(127, y + of["out"].zero))


def write(header, name, slopes, samples):
    slopes = [F(slope) for slope in slopes]
    flat = [x for row in samples for x in row]
    of = {"in": Scale(flat), "slopes": Scale(slopes)}
    step, slope_step = of["in"].step, of["slopes"].step
    outputs = [x if x > 0 else F(x * slope) for row in samples for x, slope in zip(row, slopes)]
    of["out"] = Scale(outputs, max(step / 128, 4 * step * slope_step))
    of["above"] = multiplier_of(step / of["out"].step)
    of["below"] = multiplier_of(step * slope_step / of["out"].step)
    q_slopes = of["slopes"].quantized(slopes)
    inputs = list(range(-128, 128)) * 3
    random.shuffle(inputs)
    results = [prelu(q, q_slopes[i % 3], of) for i, q in enumerate(inputs)]
    assert len(set(results)) > 60

    def numbers(label, values, kind):
        text = ", ".join(v.hex() + "F" if kind == "float" else str(int(v)) for v in values)
        header.add(f"inline constexpr std::array<{kind}, {len(values)}> {label}{{{text}}};")

    header.add(f"namespace {name} {{")
    numbers("slopes", slopes, "float")
    numbers("samples", flat, "float")
    numbers("output_step", [of["out"].step], "float")
    numbers("inputs", inputs, "std::int8_t")
    numbers("outputs", results, "std::int8_t")
    header.add(f"}} // namespace {name}", "")
    print(name, of["above"], of["below"])


with Header("quantization/prelu_values.hpp", "prelu_values", "prelu_int8.py", "Python", ["array", "cstdint"]) as header:
    def sixteenths(low, high):
        return [[random.randrange(low, high) / 16 for _ in range(3)] for _ in range(20)]

    write(header, "usual", [0.25, 0.1, 0.3], sixteenths(-40, 40))
    write(header, "steep", [-1.5, 2.0, 0.75], sixteenths(-40, 41))
    write(header, "steeper", [-3, 5, 0.75], sixteenths(-40, 41))
    write(header, "almost_below", [0.01, 0.02, -0.01], sixteenths(-160, 3))
