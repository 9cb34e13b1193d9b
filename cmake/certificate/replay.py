"""Replays a search: each step takes a region that is open."""

from bounds import Bounds
from checker import Checker, Region
from integers import exact, next_above, refuse, whole
from reader import read_box, read_region


class Replay:
    def __init__(self, lines, net, box, rows, fused, depth):
        self.lines, self.net, self.depth = lines, net, depth
        self.checker = Checker(net, rows, fused)
        root = Region(*box, {})
        # (by box and phases; halves share their ends, so a single input may be there more than once)
        self.open = {root.key(): [root]}
        self.relus = {number for layer in net.layers if layer.slope == 0 for number in layer.numbers}
        self.steps = self.leaves = 0
        Bounds(net, root, None, False)  # numbers that are not too large are never a NaN: each relu is on or off

    def refuse(self, sentence):
        refuse(f"line {self.lines.number}: {sentence}")

    def run(self):
        while (line := self.lines.next()).startswith("region "):
            self.step(line[7:])
        if line.startswith("end violated"):
            self.refuse("there is a counterexample, so this is no proof")
        if self.open:
            refuse(f"{sum(map(len, self.open.values()))} regions are left open")
        if line != f"end proven {self.steps}":
            self.refuse("the proof does not end here")

    def step(self, line):
        self.steps += 1
        of, *clauses = line.split(" : ")
        lower, upper, phases = read_region(of, self.net)
        key = lower, upper, phases
        if key not in self.open:
            self.refuse("the region is not open: it is no part of the box, or was there before")
        region = self.open[key].pop()
        if not self.open[key]:
            del self.open[key]
        if clauses and clauses[-1].startswith("violated"):
            self.refuse("there is a counterexample, so this is no proof")
        if clauses and clauses[-1] == "left":
            self.refuse("a region was given up, so this is no proof")
        if clauses and clauses[0].startswith("within "):
            region = self.shrink(region, read_box(clauses.pop(0)[7:].split(" "), self.net))
        verb, *fields = clauses[0].split(" ") if len(clauses) == 1 else [""]
        if verb == "holds" and not fields:
            self.leaves += 1
            if not self.checker.prove(region, self.depth):
                self.refuse("the region is not proven")
        elif verb == "cut" and len(fields) == 3:
            self.cut(region, whole(fields[0]), exact(fields[1]), exact(fields[2]))
        elif verb == "split" and len(fields) == 1:
            self.split(region, whole(fields[0]))
        else:
            self.refuse(f"{verb!r} is no step of a proof")

    def shrink(self, region, box):
        part = Region(*box, region.phases, region)
        is_within = all(a <= b for a, b in zip(region.lower, part.lower))
        is_within = is_within and all(a <= b for a, b in zip(part.upper, region.upper))
        if not is_within or any(a > b for a, b in zip(part.lower, part.upper)):
            self.refuse("the part is not within the region")
        if not self.checker.prove_outside(region, part, self.depth):
            self.refuse("what is outside of the part is not proven")
        return part

    def add(self, part):
        self.open.setdefault(part.key(), []).append(part)

    def cut(self, region, i, first, second):
        if i >= self.net.inputs or not region.lower[i] <= first <= second <= region.upper[i]:
            self.refuse("the box cannot be cut there")
        if first != second and next_above(first, self.net.bits) != second:
            self.refuse("the halves leave inputs between them")
        self.add(region.part(i, region.lower[i], first))
        self.add(region.part(i, second, region.upper[i]))

    def split(self, region, number):
        if number not in self.relus or number in region.phases:
            self.refuse(f"neuron {number} cannot be split")
        for side in "-+":
            self.add(Region(region.lower, region.upper, {**region.phases, number: side}, region))
