#!/usr/bin/env python3
"""Writes the oracle values of tests/random: what numpy's legacy generator draws (numpy_draws.hpp)
and pseudo-random orders of indices (orders.hpp).

    python3 tests/oracles/numpy_draws.py

The draws are numpy's own. The orders come from the plain Python below, which follows the
description of ctnn::random::permutation with Python's unbounded integers.
"""

import pathlib

import numpy

SEEDS = [1234, 0, 1, 4294967295]
BITS_64 = (1 << 64) - 1


def splitmix(bits):
    bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & BITS_64
    bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & BITS_64
    return bits ^ (bits >> 31)


def round_hash(value, key):
    bits = ((value ^ key) * 0xBF58476D1CE4E5B9) & BITS_64
    bits ^= bits >> 32
    return ((bits * 0x94D049BB133111EB) & BITS_64) >> 32


def order(size, seed, epoch, positions):
    """The indices at the positions of the order of a seed and an epoch."""
    columns = 2 if size <= 4 else 2 ** max(2, (size - 1).bit_length() // 2)
    rows = -(-size // columns)
    if size > 4:
        rows = max(rows, 3)
    keys = []
    for output in range(4 * epoch + 1, 4 * epoch + 5):
        bits = splitmix((splitmix(seed) + output * 0x9E3779B97F4A7C15) & BITS_64)
        keys += [bits % 2**32, bits // 2**32]
    result = []
    for index in positions:
        while True:
            row, column = divmod(index, columns)
            for turn, key in enumerate(keys):
                if turn % 2 == 0:
                    column = (column + round_hash(row, key) * columns // 2**32) % columns
                else:
                    row = (row + round_hash(column, key) * rows // 2**32) % rows
            index = row * columns + column
            if index < size:
                break
        result.append(index)
    return result


class Header:
    """A header of named tables, written when the with statement ends."""

    def __init__(self, name, made_with):
        self.path = pathlib.Path(__file__).parent.parent / "random" / (name + ".hpp")
        self.lines = ["#pragma once", "", f"// Written by tests/oracles/numpy_draws.py{made_with}.",
                      "// clang-format off", "", "#include <cstdint>", "", f"namespace {name} {{", ""]
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.lines += ["// clang-format on", "", f"}} // namespace {self.name}"]
        self.path.write_text("\n".join(self.lines) + "\n")

    def table(self, kind, name, values, text):
        line = "   "
        self.lines.append(f"inline constexpr {kind} {name}[] = {{")
        for value in values:
            item = " " + text(value) + ","
            if len(line) + len(item) > 100:
                self.lines.append(line)
                line = "   "
            line += item
        self.lines += [line, "};", ""]


def hexadecimal(value):
    return float(value).hex()


def fraction(value):
    """A multiple of 2^-53, as how many of them."""
    count = int(value * 2.0**53)
    assert count / 2**53 == value
    return str(count)


def write_draws():
    with Header("numpy_draws", " with numpy " + numpy.__version__) as header:
        for seed in SEEDS:
            # Whole words: an interval of 2^32 takes one 32-bit output a number, unchanged.
            words = numpy.random.RandomState(seed).randint(0, 2**32, size=2000, dtype=numpy.uint32)
            check = numpy.random.RandomState(seed)
            assert all(check.random_sample() == ((int(a) >> 5) * 2**26 + (int(b) >> 6)) / 2**53
                       for a, b in zip(words[0::2], words[1::2]))
            chosen = list(words[:8]) + list(words[620:632]) + list(words[1992:])
            header.table("std::uint32_t", f"words_{seed}", chosen,
                         lambda word: f"0x{int(word):08x}u")
        for seed in SEEDS:
            numpy.random.seed(seed)
            draws = numpy.random.rand(1000 if seed == 1234 else 20)
            header.table("std::int64_t", f"rand_{seed}", draws, fraction)
        for seed in SEEDS:
            numpy.random.seed(seed)
            draws = numpy.random.randn(200 if seed == 1234 else 20)
            header.table("double", f"randn_{seed}", draws, hexadecimal)
        numpy.random.seed(1234)
        header.table("double", "uniform_minus_2_to_3", numpy.random.uniform(-2.0, 3.0, 40),
                     hexadecimal)
        numpy.random.seed(1234)
        header.table("double", "normal_mean_10_deviation_2", numpy.random.normal(10.0, 2.0, 40),
                     hexadecimal)
        # A mixed sequence: the second of a pair of normal values waits while others are drawn.
        numpy.random.seed(1234)
        mixed = [draw() for draw in [numpy.random.randn, numpy.random.rand, numpy.random.randn,
                                     numpy.random.randn, numpy.random.rand, numpy.random.randn,
                                     numpy.random.randn, numpy.random.rand]]
        header.table("double", "mixed", mixed, hexadecimal)


def write_orders():
    with Header("orders", "") as header:
        for size, seed, epoch in [(1, 0, 0), (2, 3, 0), (3, 3, 0), (4, 1234, 0), (5, 1, 1),
                                  (8, 2, 2), (9, 0, 3), (10, 1234, 0), (10, 1234, 1), (17, 9, 9),
                                  (30, 0, 7), (150, 1, 0)]:
            header.table("std::uint64_t", f"size_{size}_seed_{seed}_epoch_{epoch}",
                         order(size, seed, epoch, range(size)), str)
        # The first eight indices where size, seed or epoch is large.
        header.table("std::uint64_t", "large_seed_and_epoch",
                     order(100000, 0x123456789ABCDEF0, 2**64 - 1, range(8)), str)
        for bits in (32, 64):
            header.table("std::uint64_t", f"size_of_{bits}_bits",
                         order(2**bits - 1, 5, 6, range(8)), lambda index: f"{index}u")


if __name__ == "__main__":
    write_draws()
    write_orders()
