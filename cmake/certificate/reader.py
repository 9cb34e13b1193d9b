"""Reads a certificate, and recomputes its digests."""

import gzip
import hashlib
import struct

from integers import exact, refuse, single, whole
from network import Network


class Lines:
    """The lines of the file, and the digest of those before the last."""

    def __init__(self, path):
        opened = gzip.open if path.endswith(".gz") else open
        try:
            with opened(path, "rb") as file:
                self.all = file.read()
            text = self.all.decode("ascii")
        except (OSError, UnicodeDecodeError) as problem:
            refuse(f"{path} cannot be read: {problem}")
        self.lines = text.split("\n")
        if self.lines[-1:] != [""]:
            refuse("the file is cut off")
        self.number = 0

    def next(self, word=None):
        if self.number >= len(self.lines) - 1:
            refuse("the file is cut off")
        line = self.lines[self.number]
        self.number += 1
        if word is None:
            return line
        if line != word and not line.startswith(word + " "):
            refuse(f"line {self.number} does not begin with {word!r}")
        return line[len(word) + 1 :]

    def check_digest(self):
        begin = len(self.all) - len(self.lines[-2]) - 1
        if self.lines[-2] != f"sha256 {hashlib.sha256(self.all[:begin]).hexdigest()}":
            refuse("the file is not as it was written: its digest is another")

    def check_end(self):
        if self.number != len(self.lines) - 2:
            refuse("the file goes on after its end")


def read_property(lines, scalar, inputs, outputs):
    digest = lines.next("property sha256")
    first = lines.number
    if lines.next() != "ctnn property 1" or lines.next("scalar") != scalar:
        refuse("the property is of another form or scalar")
    if whole(lines.next("inputs")) != inputs or whole(lines.next("outputs")) != outputs:
        refuse("the property is of another network")
    lower, upper = (tuple(map(exact, lines.next(word).split())) for word in ("lower", "upper"))
    if len(lower) != inputs or len(upper) != inputs or any(a > b for a, b in zip(lower, upper)):
        refuse("the box is none")
    rows = []
    while (line := lines.next()) != "steps":
        if not line.startswith("row "):
            refuse("the condition cannot be checked")
        row = []
        for part in line[4:].split(" or "):
            comparison, *numbers = part.split(" ")
            constant, *coefficients = map(exact, numbers)
            if comparison not in (">", ">=") or len(coefficients) != outputs:
                refuse("a constraint is of another form")
            row.append((comparison == ">", constant, coefficients))
        rows.append(row)
    text = "\n".join(lines.lines[first : lines.number - 1]) + "\n"
    if hashlib.sha256(text.encode()).hexdigest() != digest:
        refuse("the digest of the property is another")
    if not rows:
        refuse("the condition is empty")
    return (lower, upper), rows, digest


def read_network(lines):
    digest, topology = lines.next("network sha256"), lines.next("network")
    blocks = []
    while lines.lines[lines.number].startswith("parameters "):
        blocks.append(list(map(exact, lines.next("parameters").split(" "))))
    net = Network(topology, iter(blocks))
    form = "f" if net.bits == 24 else "d"
    numbers = [value for block in blocks for value in block]
    try:
        data = struct.pack(f"<{len(numbers)}{form}", *numbers)
    except OverflowError:
        refuse("a parameter is too large")
    if list(struct.unpack(f"<{len(numbers)}{form}", data)) != numbers:
        refuse("a parameter is no number of the network's scalar")
    if hashlib.sha256(topology.encode() + b"\n" + data).hexdigest() != digest:
        refuse("the digest of the network is another")
    return net, topology, digest


def read_box(fields, net):
    n = net.inputs
    numbers = tuple(map(exact, fields))
    if len(numbers) != 2 * n or any(net.bits == 24 and value != single(value) for value in numbers):
        refuse("a region has no box of the network's numbers")
    return numbers[:n], numbers[n:]


def read_region(text, net):
    fields = text.split(" ")
    lower, upper = read_box(fields[: 2 * net.inputs], net)
    phases = {}
    for field in fields[2 * net.inputs :]:
        if field[:1] not in ("+", "-") or whole(field[1:]) in phases:
            refuse(f"{field!r} is no phase")
        phases[int(field[1:])] = field[0]
    return lower, upper, tuple(sorted(phases.items()))
