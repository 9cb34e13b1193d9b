"""Proves a condition for a region: that of each row of constraints one holds for all of its inputs."""

import math
from fractions import Fraction
from operator import mul

from bounds import Bounds
from integers import floor_of, refuse, single
from multipliers import bound_with_multipliers, followed

SHARES = 10  # bits of a share of a combination of constraints
STEPS = 12  # towards better shares


class Region:
    """A box, and the phases of some relus: '-' for what is not above 0, '+' for what is."""

    __slots__ = ("lower", "upper", "phases", "parent", "bounds")

    def __init__(self, lower, upper, phases, parent=None):
        self.lower, self.upper, self.phases, self.parent = lower, upper, phases, parent
        self.bounds = None  # of all neurons, once they were needed

    def key(self):
        return self.lower, self.upper, tuple(sorted(self.phases.items()))

    def part(self, i, lower, upper):
        """The same from `lower` to `upper` in input i."""
        return Region(
            self.lower[:i] + (lower,) + self.lower[i + 1 :], self.upper[:i] + (upper,) + self.upper[i + 1 :], self.phases, self
        )


class Checker:
    def __init__(self, net, rows, fused):
        self.net, self.rows, self.fused = net, rows, fused
        self.refined = self.halved = self.points = 0

    def refine(self, region):
        """Bounds of all neurons, with what is known of the regions that it is a part of."""
        chain = []
        while region is not None and region.bounds is None:
            chain.append(region)
            region = region.parent
        known, bounds = region.bounds if region else None, None
        for region in reversed(chain):
            bounds = Bounds(self.net, region, known, True)
            self.refined += 1
            if bounds.empty:
                break
            known = region.bounds = list(zip(bounds.low, bounds.high))
        return bounds

    def scaled(self, bounds, one):
        """The coefficients of a constraint and its constant, less what is rounded away."""
        strict, constant, coefficients = one
        scale = self.net.scale
        y = [floor_of(c, scale) for c in coefficients]
        is_exact = all(float(a) == c * 2.0**scale for a, c in zip(y, coefficients))
        return y, floor_of(constant, scale) - (0 if is_exact else bounds.whole_y[-1])

    def of_intervals(self, bounds, y, constant):
        """A lower bound from the intervals of the outputs: 0 where that is as low as relu goes."""
        total = sum(a * (low if a >= 0 else high) for a, (low, high) in zip(y, bounds.ends))
        return constant + (total >> bounds.scale)

    def bound(self, bounds, y, constant, phases):
        """A lower bound of a linear function of the outputs, and the function of the inputs that has it."""
        k = len(self.net.layers) - 1
        y = list(y)
        constant = bounds.through_lines(k, y, constant)
        places = bounds.active[k]
        return bound_with_multipliers(bounds, k, (places, [y[j] for j in places]), constant, phases)

    def order(self, bounds, one):
        """After softmax, y_k > y_j is proven: the difference of the numbers before it has to be more than the roundings
        of softmax can level: 8 epsilon, and as much for each 1 that two of these numbers are apart."""
        strict, constant, coefficients = one
        if sorted(c for c in coefficients if c) != [-1, 1] or constant or not strict:
            refuse("after softmax, only which of two outputs is larger can be checked")
        apart = max(bounds.high[-1]) - min(bounds.low[-1])
        if apart >> self.net.scale >= (70 if self.net.bits == 24 else 650):
            refuse("the numbers before softmax are too far apart to be checked")
        return -((apart + (1 << self.net.scale)) >> self.net.bits - 4) - 1

    def functions_of(self, bounds, region):
        """Of each row, lower functions of the inputs, and whether it holds by one of them, or by some of them together."""
        rows = []
        for row in self.rows:
            functions, scaled, holds = [], [], False
            for one in row:
                y, constant = self.scaled(bounds, one)
                if self.net.layers[-1].softmax:
                    constant = self.order(bounds, one)
                least, function = self.bound(bounds, y, constant, region.phases)
                functions.append(function), scaled.append((y, constant))
                if not self.net.layers[-1].softmax:
                    least = max(least, self.of_intervals(bounds, y, constant))
                if least > 0 or (least == 0 and not one[0]):
                    holds = True
                    break
            if not holds and 1 < len(row) and not self.net.layers[-1].softmax:
                least = self.combined(bounds, functions, scaled, region.phases)
                holds = least > 0
            rows.append((functions, holds))
        return rows

    def combined(self, bounds, functions, scaled, phases):
        """Shares of all constraints of a row: if their sum is above 0, one of them is. Gives the best bound of a sum that is found,
        and adds the functions of the sums, that of the best last. The bound of the sum is concave in the
        shares, and its slope is what each constraint is where the bound is least: steps go up. (They are hints.)"""
        k, unit, best = len(self.net.layers) - 1, 2.0**-bounds.scale, None
        logs = [math.log(max(share, 1e-4)) for share in best_shares(bounds, functions)]
        for step in range(STEPS):
            most = max(logs)
            shares = [math.exp(log - most) for log in logs]
            parts = [int(share / sum(shares) * (1 << SHARES)) for share in shares]
            parts[parts.index(max(parts))] += (1 << SHARES) - sum(parts)
            y = [sum(part * c for part, c in zip(parts, column)) >> SHARES for column in zip(*(y for y, _ in scaled))]
            constant = sum(part * constant for part, (_, constant) in zip(parts, scaled)) >> SHARES
            found = self.bound(bounds, y, constant - bounds.whole_y[-1], phases)
            functions.append(found[1])
            best = found if best is None or found[0] > best[0] else best
            if best[0] > 0:
                break
            kept = {}
            before = bounds.through_lines(k, y, 0)
            places = bounds.active[k]
            _, function = bounds.back(k, places, [y[j] for j in places], before, None, kept)
            outputs = followed(bounds, function, kept)[-1]
            values = [unit * (sum(map(mul, of, outputs)) + constant) for of, constant in scaled]
            middle = sum(map(mul, parts, values)) / (1 << SHARES)
            size = max(abs(value - middle) for value in values) or 1.0
            logs = [log + (value - middle) / size * 1.5 / math.sqrt(step + 1) for log, value in zip(logs, values)]
        functions.append(best[1])
        return best[0]

    def computed(self, region):
        """Of a single input: whether what the program computes satisfies the condition, as real numbers."""
        if self.fused or self.net.layers[-1].softmax:
            return False
        y = [Fraction(value) for value in self.net.computed(region.lower)]
        self.points += 1
        for row in self.rows:
            sums = [(strict, Fraction(c) + sum(Fraction(a) * v for a, v in zip(cs, y))) for strict, c, cs in row]
            if not any(value > 0 or (value == 0 and not strict) for strict, value in sums):
                return False
        return True

    def tries(self, region):
        """Bounds with more and more work, of which what is found for larger regions is done once for all of their parts."""
        nearest = region.parent
        while nearest is not None and nearest.bounds is None:
            nearest = nearest.parent
        yield Bounds(self.net, region, nearest.bounds if nearest else None, False)
        if len(self.net.layers) == 1:
            return
        if region.parent is not None and region.parent.bounds is None:
            self.refine(region.parent)
            yield Bounds(self.net, region, region.parent.bounds, False)
        yield self.refine(region)

    def prove(self, region, depth):
        for bounds in self.tries(region):
            if bounds.empty:
                return True
            rows = self.functions_of(bounds, region)
            if all(holds for _, holds in rows):
                return True
        if region.lower == region.upper:
            return self.computed(region)
        function = next(functions[-1] for functions, holds in rows if not holds)
        return depth > 0 and self.prove_halves(region, bounds, function, depth)

    def prove_halves(self, region, bounds, function, depth):
        """Along the input over which a function falls most."""
        falls = [abs(a) * (high - low) for a, low, high in zip(function, bounds.low_x, bounds.high_x)]
        i = falls.index(max(falls))
        middle = (region.lower[i] + region.upper[i]) / 2
        middle = single(middle) if self.net.bits == 24 else middle
        if not region.lower[i] < middle < region.upper[i]:
            return False
        self.halved += 1
        low, high = region.part(i, region.lower[i], middle), region.part(i, middle, region.upper[i])
        return self.prove(low, depth - 1) and self.prove(high, depth - 1)

    def prove_outside(self, region, part, depth):
        """What a region has beside a part of its box, side by side: for each side, one function of each row is enough."""
        rows = None
        for i in range(self.net.inputs):
            below = region.part(i, region.lower[i], part.lower[i]) if region.lower[i] < part.lower[i] else None
            above = region.part(i, part.upper[i], region.upper[i]) if part.upper[i] < region.upper[i] else None
            for side in (below, above):
                if side is None:
                    continue
                if rows is None:
                    bounds = self.refine(region) or Bounds(self.net, region, region.bounds, True)
                    if bounds.empty:
                        return True
                    rows = self.functions_of(bounds, region)
                bounds.low_x = [floor_of(value, self.net.scale) for value in side.lower]
                bounds.high_x = [-floor_of(-value, self.net.scale) for value in side.upper]
                if not all(holds or is_positive(bounds, functions) for functions, holds in rows):
                    if not self.prove(side, depth):
                        return False
            region = region.part(i, part.lower[i], part.upper[i])
        return True


def is_positive(bounds, functions):
    """Whether one of some functions is above 0 for each input of the box, as one of them or shares of them show."""
    if any(bounds.least(function) > 0 for function in functions):
        return True
    parts = [int(share * (1 << SHARES)) for share in best_shares(bounds, functions)]
    return bounds.least([sum(map(mul, parts, column)) for column in zip(*functions)]) > 0


def best_shares(bounds, functions):
    """Shares of functions of the inputs whose sum is large where it is least, about: they go more and more to what is larger
    there than the others. (All of it is a hint, in floating point.)"""
    unit = 2.0**-bounds.scale
    ends = [(a * unit, b * unit) for a, b in zip(bounds.low_x, bounds.high_x)]
    of = [[c * unit for c in function] for function in functions]
    logs, best = [0.0] * len(of), (-math.inf, None)
    total_shares = [0.0] * len(of)

    def least_of(shares):
        mixed = [sum(map(mul, shares, column)) for column in zip(*of)]
        x = [low if a >= 0 else high for a, (low, high) in zip(mixed, ends)] + [1.0]
        return sum(map(mul, mixed, x)), x

    for step in range(200):
        most = max(logs)
        shares = [math.exp(x - most) for x in logs]
        total = sum(shares)
        shares = [share / total for share in shares]
        total_shares = [a + b for a, b in zip(total_shares, shares)]
        least, x = least_of(shares)
        best = max(best, (least, shares))
        if step % 20 == 19:
            mean = [share / (step + 1) for share in total_shares]
            best = max(best, (least_of(mean)[0], mean))
        values = [sum(map(mul, function, x)) for function in of]
        middle = sum(map(mul, shares, values))
        size = max(abs(value - middle) for value in values) or 1.0
        logs = [log + (value - middle) / size * 2 / math.sqrt(step + 1) for log, value in zip(logs, values)]
    return best[1]
