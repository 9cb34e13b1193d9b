"""Bounds of all neurons over a region, and of linear functions of the outputs.

All numbers are integers in units of 2^-scale, and whatever is rounded is rounded to the safe side; a coefficient that is
rounded down changes a function by less than a unit for each 1 of what it multiplies, which is charged. The bounds hold for
the program: its sum of n products and a bias is off by at most (n + 1) u / (1 - (n + 1) u) times the sum of all
magnitudes, u being half an epsilon of its scalar (Higham, Accuracy and Stability of Numerical Algorithms, 3.1), in any
order, fused or not."""

from operator import mul

from network import LIMIT
from integers import Packing, floor_of, refuse

SLOPE = 24  # bits of a slope after the point
WHOLE = 1 << SLOPE


class Bounds:
    """Each neuron has an interval, and lines that its activation lies between: None where it is on, else the slope below, what
    is added, the slope above, what is added. Where inputs are few, each has a lower and an upper linear function of
    them besides, which is carried forward. `refines`: neurons that may be on both sides of their bend get better
    intervals by functions that are carried back. `known` are bounds of a larger region."""

    def __init__(self, net, region, known, refines):
        self.net, self.scale = net, net.scale
        self.low_x = [floor_of(value, net.scale) for value in region.lower]
        self.high_x = [-floor_of(-value, net.scale) for value in region.upper]
        self.middle_x = [a + b >> 1 for a, b in zip(self.low_x, self.high_x)]
        most = [max(abs(a), abs(b)) for a, b in zip(self.low_x, self.high_x)]
        self.low, self.high, self.most, self.errors = [], [], [], []
        self.lines, self.open, self.active = [], [], []
        self.most_y, self.whole_y = [], []
        self.keep_most(most)
        self.empty = False
        n = net.inputs if net.inputs <= 8 else -1
        self.functions = n + 1  # numbers of a function that is carried forward
        ends = []
        for i, (a, b) in enumerate(zip(self.low_x, self.high_x)):
            function = [(1 << net.scale) if i == place else 0 for place in range(n)] + [0] * (n >= 0)
            ends.append((function, function, a, b))
        for k, layer in enumerate(net.layers):
            ends = self.pass_layer(k, layer, ends, region.phases, known, refines)
            if self.empty:
                return
        self.ends = [(a, b) for _, _, a, b in ends]  # of the outputs

    def check_size(self, values):
        if values and max(max(values), -min(values)) >> self.scale + LIMIT:
            refuse("the numbers of the network are too large to be checked")

    def keep_most(self, most):
        self.check_size(most)
        self.most_y.append(most)
        self.whole_y.append(sum(value >> self.scale for value in most) + len(most))

    def pass_layer(self, k, layer, ends, phases, known, refines):
        f, scale = self.functions, self.scale
        packing = Packing(2 * f + 3, layer.room)
        packed, other = [], []
        for (low, high, a, b), most in zip(ends, self.most_y[k]):
            self.check_size(low + high)
            packed.append(packing.pack(low + high + [a, b, most]))
            other.append(packing.pack(high + low + [b, a, -most]))
        get = (packed + other).__getitem__
        least, greatest, errors, functions = [], [], [], []
        top, bottom = layer.error
        # (their magnitudes may be more than those of the weights as they were rounded, too)
        cut_off = (self.whole_y[k] << self.scale >> layer.shift) + 1
        for j, bias in enumerate(layer.bias):
            sums = packing.unpack(sum(map(mul, layer.columns[j], map(get, layer.chosen[j]))), layer.shift)
            a, b, most = sums[-3:]
            # (the program's; of the weights, of which each was rounded down; and 2 for what is lost below the least normal
            # number, and for the bias, which was rounded down)
            error = -(-(most + 1 + cut_off + layer.bias_most[j]) * top // bottom) + cut_off + 2
            a, b = a + bias - error, b + 1 + bias + error
            low, high = sums[:f], sums[f : 2 * f]
            if f:
                low[-1] += bias - error - self.whole_y[0]
                high[-1] += bias + error + self.whole_y[0] + 1
                a, b = max(a, self.least(low)), min(b, self.greatest(high))
            if known:
                a, b = max(a, known[k][0][j]), min(b, known[k][1][j])
            side = phases.get(layer.numbers[j])
            if side is not None:
                a, b = (a, min(b, 0)) if side == "-" else (max(a, 0), b)
            least.append(a), greatest.append(b), errors.append(error), functions.append((low, high))
        self.low.append(least), self.high.append(greatest), self.errors.append(errors)
        if refines and k > 0 and layer.slope != 1:
            self.refine(k, least, greatest)
        if any(a > b for a, b in zip(least, greatest)):
            self.empty = True  # no input has these phases
            return None
        return self.activate(k, layer, least, greatest, functions)

    def refine(self, k, least, greatest):
        one = 1 << self.scale
        for j, (a, b) in enumerate(zip(least, greatest)):
            if a < 0 < b:
                least[j] = max(a, self.back(k, [j], [one], 0)[0])
                greatest[j] = min(b, -self.back(k, [j], [-one], 0)[0])

    def least(self, function):
        low, high = self.low_x, self.high_x
        total = sum(a * (low[i] if a >= 0 else high[i]) for i, a in enumerate(function[:-1]))
        return (total >> self.scale) + function[-1]

    def greatest(self, function):
        return -self.least([-a for a in function])

    def activate(self, k, layer, least, greatest, functions):
        lines, ends, opened, active = [], [], [], []
        # (cut off to so many bits)
        slope = floor_of(layer.slope, SLOPE)
        zero = [0] * self.functions
        for j, (a, b) in enumerate(zip(least, greatest)):
            low, high = functions[j]
            if a >= 0 or layer.slope == 1:
                lines.append(None), active.append(j)
                ends.append((low, high, a, b))
            elif layer.slope == 0 and b <= 0:
                lines.append((0, 0, 0, 0))
                ends.append((zero, zero, 0, 0))
            else:
                line = self.bent(a, b, slope)
                lines.append(line), opened.append(j), active.append(j)
                ends.append(self.between(line, low, high, a, b, slope))
        if self.functions:
            ends = [self.narrower(*end) for end in ends]
        self.lines.append(lines), self.open.append(opened), self.active.append(active)
        self.most.append([max(abs(a), abs(b)) for a, b in zip(least, greatest)])
        self.keep_most([max(abs(a), abs(b)) for _, _, a, b in ends])
        return ends

    def narrower(self, low, high, a, b):
        """Functions; or the interval, where they have more between them in the middle of the box. (Both are bounds.)"""
        apart = sum((above - below) * x for below, above, x in zip(low, high, self.middle_x)) >> self.scale
        if apart + high[-1] - low[-1] <= b - a:
            return low, high, a, b
        none = [0] * (self.functions - 1)
        return none + [a], none + [b], a, b

    def bent(self, a, b, slope):
        """Of a function that is convex, 1 above 0 and `slope` below: its chord above, and one of its own lines below, of which
        the one that leaves less in between."""
        lost = 0
        if slope:  # what was cut off of the slope, and the rounding of the program's product
            lost = (-a >> SLOPE) + (-a >> self.net.bits) + 3
        if b <= 0:
            return slope, -lost, slope, lost
        at_a = (slope * a >> SLOPE) + 1  # (the slope is not less than this)
        chord = max(((b - at_a) << SLOPE) // (b - a), 0)
        above = max(at_a - (chord * a >> SLOPE), b - (chord * b >> SLOPE))
        return (WHOLE if b > -a else slope), -lost, chord, above + lost

    def between(self, line, low, high, a, b, slope):
        low_slope, low_more, high_slope, high_more = line
        below, above = [c * low_slope >> SLOPE for c in low], [c * high_slope >> SLOPE for c in high]
        if self.functions:
            below[-1] += low_more - self.whole_y[0]
            above[-1] += high_more + self.whole_y[0] + 1
        least = (slope * a >> SLOPE) + low_more if slope else 0
        return below, above, least, b if b > 0 else (slope * b >> SLOPE) + high_more + 1

    def back(self, k, places, values, constant, multipliers=None, kept=None):
        """A lower bound of constant + sum of values * numbers before the activation of layer k at these places, and the function
        of the inputs that it is the least value of. Phases may have multipliers (by layer and place, below 0 where the
        number is above 0). `kept` gets the coefficients, layer by layer."""
        scale = self.scale
        while True:
            layer = self.net.layers[k]
            if multipliers and k in multipliers:
                sums = dict(zip(places, values))
                for j, m in multipliers[k].items():
                    sums[j] = sums.get(j, 0) + m
                places, values = list(sums), list(sums.values())
            if kept is not None:
                kept[k] = dict(zip(places, values))
            # (each bias was rounded down, which the error has in it)
            constant += sum(map(mul, values, map(layer.bias.__getitem__, places))) >> scale
            constant -= (sum(map(mul, map(abs, values), map(self.errors[k].__getitem__, places))) >> scale) + 1
            self.check_size(values)
            packed = sum(map(mul, values, map(layer.backwards.__getitem__, places)))
            y = layer.packing.unpack(packed, layer.shift)
            constant -= self.whole_y[k]
            if k == 0:
                function = y + [constant]
                return self.least(function), function
            k -= 1
            constant = self.through_lines(k, y, constant)
            places = self.active[k]
            values = [y[j] for j in places]

    def through_lines(self, k, y, constant):
        """Coefficients of numbers after the activation of layer k become those of the numbers before it."""
        added = lost = 0
        lines, most = self.lines[k], self.most[k]
        for j in self.open[k]:
            a = y[j]
            slope, more = lines[j][:2] if a > 0 else lines[j][2:]
            added += a * more
            if slope == 0:
                y[j] = 0
            elif slope != WHOLE:
                y[j] = a * slope >> SLOPE
                lost += (most[j] >> self.scale) + 1
        return constant + (added >> self.scale) - lost
