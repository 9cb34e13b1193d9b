"""Numbers as the file and the program have them."""

import math
import struct


class Refused(Exception):
    """The certificate proves nothing, and why."""


def refuse(sentence):
    raise Refused(sentence)


def exact(text):
    """A hexadecimal number of the file."""
    try:
        value = float.fromhex(text)
    except (ValueError, OverflowError):
        refuse(f"{text!r} is no number")
    if not math.isfinite(value) or "0x" not in text:
        refuse(f"{text!r} is no finite hexadecimal number")
    return value


def whole(text):
    if not (text.isascii() and text.isdigit()):
        refuse(f"{text!r} is no number")
    return int(text)


def single(value):
    """The nearest float of 32 bits, ties to even. (A double has so many bits that a sum or a product of two such floats,
    rounded to a double first, becomes the same float as without that: S. Figueroa, When is double rounding innocuous?)"""
    return struct.unpack("<f", struct.pack("<f", value))[0]


def next_above(value, bits):
    if bits == 53:
        return math.nextafter(value, math.inf)
    (raw,) = struct.unpack("<i", struct.pack("<f", value))
    return struct.unpack("<f", struct.pack("<i", 1 if value == 0 else raw + (1 if raw >= 0 else -1)))[0]


def floor_of(value, scale):
    """The largest integer that is not above value * 2^scale."""
    numerator, denominator = value.as_integer_ratio()
    return (numerator << scale) // denominator


class Packing:
    """Integers side by side in a long one, of which a product with an integer is that of all: Python multiplies long integers
    much faster than many short ones. None may be larger than 2^(width - 1) in size."""

    def __init__(self, count, width):
        self.width = -(-width // 8) * 8
        self.bytes = self.width // 8
        self.count, self.size = count, count * self.bytes
        self.half = 1 << self.width - 1
        self.halves = sum(self.half << k * self.width for k in range(count))
        self.places = [slice(k * self.bytes, (k + 1) * self.bytes) for k in range(count)]

    def pack(self, values):
        packed = 0
        for value in reversed(values):
            packed = (packed << self.width) + value
        return packed

    def unpack(self, packed, shift):
        """Each of them, divided by 2^shift and rounded down."""
        all_bytes = (packed + self.halves).to_bytes(self.size, "little")
        read, half = int.from_bytes, self.half
        return [read(all_bytes[place], "little") - half >> shift for place in self.places]
