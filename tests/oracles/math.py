#!/usr/bin/env python3
"""Writes tests/math/oracle/NAME.hpp: exact values of the elementary functions (mpmath, 60 digits).

Each row holds the bits of an argument, the bits of the correctly rounded value and, in thousandths
of a unit in the last place, by how much the exact value is above the rounded one.

    python3 tests/oracles/math.py            (from the root of the repository)
"""
import pathlib
import random
import struct

import mpmath as mp

mp.mp.dps = 60
COUNT = 200


class Format:
    def __init__(self, name, letter, integer, digits, lowest, hexadecimal):
        self.name, self.letter, self.integer = name, letter, integer
        self.digits, self.lowest, self.hexadecimal = digits, lowest, hexadecimal

    def bits(self, x):
        return struct.unpack("<" + self.integer, struct.pack("<" + self.letter, x))[0]

    def value(self, bits):
        return struct.unpack("<" + self.letter, struct.pack("<" + self.integer, bits))[0]

    def nearest(self, x):
        """The representable number nearest to a Python float."""
        return self.value(self.bits(x))

    def ulp(self, exact):
        exponent = mp.frexp(exact)[1] - self.digits
        return mp.ldexp(1, max(exponent, self.lowest))

    def row(self, function, *arguments):
        exact = function(*map(mp.mpf, arguments))
        if exact == 0:
            rounded, excess = mp.mpf(0), 0
        else:
            unit = self.ulp(exact)
            rounded = mp.nint(exact / unit) * unit
            excess = int(mp.nint((exact - rounded) / unit * 1000))
        return *map(self.bits, arguments), self.bits(float(rounded)), excess


DOUBLE = Format("double", "d", "Q", 53, -1074, "0x%016x")
FLOAT = Format("float", "f", "I", 24, -149, "0x%08x")

# Where the formula changes, quarter turns, and the numbers that come closest to a multiple of them.
ANGLES = [-0.7853981633974483, 0.7853981633974483, 1.5707963267948966, 3.141592653589793, -3.141592653589793,
          4.71238898038469, 6.283185307179586, 2.356194490192345, 1e22, float.fromhex("0x1.6ac5b262ca1ffp+849"),
          float.fromhex("0x1.f37c8ap+95"), 7.450580596923828e-09, 0.000244140625]

# name: (function, edges of the domain per format, points to look closely at: joints and the like)
FUNCTIONS = {
    "exp": (mp.exp, {"double": (-745.13, 709.78), "float": (-103.97, 88.72)},
            [-0.34657, 0.34657, 1.03972, -1, 1, -708.3, -708.396, -709.2, 709.4, -87.3, -87.336, -87.8, 88.3]),
    "expm1": (mp.expm1, {"double": (-40, 709.78), "float": (-20, 88.72)},
              [-0.34, 0.52, 0.34657, 1.03972, -1.03972, 37, 37.43, 40, 17, 20, -37.5, -17.4]),
    "log": (mp.log, {"double": (1e-3, 1e3), "float": (1e-3, 1e3)},
            [0.67578125, 1.3515625, 1, 0.5, 2, 1e-310, 1e-40, 1e300, 1e38]),
    "log1p": (mp.log1p, {"double": (-0.999, 1e3), "float": (-0.999, 1e3)},
              [-0.32, 0.35, 1, -0.5, 1e-5, -1e-5, 1e16, 1e8, 1e38]),
    "tanh": (mp.tanh, {"double": (-19.5, 19.5), "float": (-9.2, 9.2)},
             [0.549306, 0.56, -0.56, 0.914, -0.914, 0.693147, 0.87, 1.0397, 19.0616, -19.0616, 9.011, -9.011]),
    "sqrt": (mp.sqrt, {"double": (1e-3, 1e3), "float": (1e-3, 1e3)},
             [1, 2, 4, 0.25, 9, 1e-310, 1e-40, 1e300, 1e38]),
    "erf": (mp.erf, {"double": (-6.1, 6.1), "float": (-4.1, 4.1)},
            [0.4769, 0.8, -0.8, 1.25, 1.03125, 5.93, -5.93, 3.92, -3.92,
             float.fromhex("0x1.94b951efd2508p-1")]),
    "sin": (mp.sin, {"double": (-100, 100), "float": (-100, 100)}, ANGLES),
    "cos": (mp.cos, {"double": (-100, 100), "float": (-100, 100)}, ANGLES),
}


def last_finite(form):
    """The largest argument of which exp is not infinity."""
    largest = mp.ldexp(2 - mp.ldexp(1, 1 - form.digits), -form.lowest - form.digits + 2)
    limit = mp.log(largest + form.ulp(largest) / 2)
    x = form.nearest(float(limit))
    return x if x < limit else form.value(form.bits(x) - 1)


def edges_of_format(name, form):
    """The smallest and the largest subnormal and normal numbers; where exp and expm1 become infinite or 0."""
    hidden = 1 << (form.digits - 1)
    infinity = form.bits(float("inf"))
    some = [1, 2, 3, hidden - 1, hidden, hidden + 1]
    if name in ("log", "sqrt", "log1p", "tanh", "erf", "sin", "cos"):
        some += [infinity - 2, infinity - 1]
    found = [sign * form.value(bits) for bits in some for sign in (1, -1)]
    if name in ("exp", "expm1"):
        last = form.bits(last_finite(form))
        found += [form.value(last - step) for step in range(4)]
    if name == "exp":
        nothing = form.bits(float(mp.log(mp.ldexp(1, form.lowest - 1))))
        found += [form.value(nothing + step) for step in range(-3, 4)]
    if name == "log1p":
        found += [form.value(form.bits(-1.0) - step) for step in range(1, 4)]
    return found


def arguments(name, form):
    _, edges, points = FUNCTIONS[name]
    low, high = edges[form.name]
    draw = random.Random(f"{name} {form.name}")
    signs = (1,) if name in ("log", "sqrt") else (1, -1)
    largest = 1 if name == "log1p" else 2.0**1000 if form is DOUBLE else 2.0**120
    found = {x for x in edges_of_format(name, form) if name != "log1p" or x > -1}
    for point in points:  # three neighbours on each side
        if abs(point) < 1e-38 and form is FLOAT and point < 1e-44 or abs(point) > 3e38 and form is FLOAT:
            continue
        bits = form.bits(point)
        found.update(form.value(bits + step) for step in range(-3, 4))
    while len(found) < COUNT:
        kind = draw.random()
        if kind < 0.4:
            x = draw.uniform(low, high)
        elif kind < 0.7:
            x = draw.uniform(max(low, -2), 2)
        else:
            # any magnitude, subnormal ones included
            x = draw.choice(signs) * 2 ** draw.uniform(form.lowest, 0)
            if name in ("log", "sqrt", "sin", "cos") and draw.random() < 0.5:
                x = 1 / x if abs(x) > 2.0 ** (form.lowest + form.digits + 2) else x
        x = form.nearest(x)
        if low <= x <= high or (0 < abs(x) <= largest):
            found.add(x)
    domain = {"log": lambda x: x > 0, "sqrt": lambda x: x > 0, "log1p": lambda x: x > -1}
    limit = {"exp": last_finite(form), "expm1": last_finite(form)}
    keep = domain.get(name, lambda x: True)
    return sorted(x for x in found if x != 0 and keep(x) and x <= limit.get(name, x))


def pairs_for_pow(form):
    """Bases and exponents: exact powers, bases next to 1, ends of the range and subnormal results."""
    draw = random.Random(f"pow {form.name}")
    near = form.nearest
    one = form.bits(1.0)
    least, most = (form.lowest - 1) * float(mp.log(2)), (-form.lowest - form.digits + 3) * float(mp.log(2))
    found = [(2.0, float(n)) for n in (form.lowest, form.lowest + 1, -1, 1, 10)]
    found += [(3.0, 2.0), (-3.0, 3.0), (10.0, 10.0), (0.5, 3.0), (-2.0, -3.0), (1.5, 5.0), (9.0, 0.5), (4.0, -0.5)]
    found += [(near(0.9), 1.0), (near(0.999), 1000.0), (near(0.9), 10.0), (near(0.99), near(0.1))]
    for step in (-3, -2, -1, 1, 2, 3):  # neighbours of 1, and of where 2^k changes
        base = form.value(one + step)
        found += [(base, near(t / float(mp.log(mp.mpf(base))))) for t in (least * 0.99, -1.0, 1.0, most * 0.99)]
        root = form.value(form.bits(2**0.5) + step)
        found += [(root, near(10.5)), (near(root / 2), near(-100.25))]
    found += [(form.value(bits), y) for bits in (1, 2, 3) for y in (near(-0.3), near(0.7), 0.5)]
    while len(found) < COUNT:
        base = near(draw.choice([draw.uniform(0, 3), draw.uniform(0, 100), 2 ** draw.uniform(form.lowest, -form.lowest / 2)]))
        t = draw.choice([draw.uniform(least, most), draw.uniform(least, least * 0.93), draw.uniform(-3, 3)])
        exponent = near(t / float(mp.log(base)))
        if draw.random() < 0.2 and abs(exponent) > 1:
            base, exponent = -base, float(round(exponent))
        found.append((base, exponent))
    largest = mp.ldexp(2 - mp.ldexp(1, 1 - form.digits), -form.lowest - form.digits + 2)
    smallest = mp.ldexp(1, form.lowest - 1)
    return [pair for pair in sorted(set(found)) if smallest < abs(mp.power(*map(mp.mpf, pair))) <= largest]


def write(name):
    function = FUNCTIONS[name][0] if name in FUNCTIONS else mp.power
    row = "row" if name in FUNCTIONS else "row_of_two"
    lines = [
        "// Written by tests/oracles/math.py.",
        "#pragma once",
        "",
        '#include "../oracle.hpp"',
        "",
        "// clang-format off",
        "namespace oracle {",
        "",
    ]
    for form in (DOUBLE, FLOAT):
        lines.append(f"inline constexpr {row}<{form.name}> {name}_{form.name}[]{{")
        listed = [(x,) for x in arguments(name, form)] if name in FUNCTIONS else pairs_for_pow(form)
        cells = []
        for *numbers, excess in (form.row(function, *given) for given in listed):
            cells.append("{" + ", ".join(form.hexadecimal % number for number in numbers) + f", {excess}}},")
        per_line = (2 if form is DOUBLE else 3) if name in FUNCTIONS else (1 if form is DOUBLE else 2)
        for i in range(0, len(cells), per_line):
            lines.append("    " + " ".join(cells[i : i + per_line]))
        lines += ["};", ""]
    lines.append("} // namespace oracle")
    pathlib.Path(f"tests/math/oracle/{name}.hpp").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    for name in (*FUNCTIONS, "pow"):
        write(name)
