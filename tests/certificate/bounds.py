"""bounds.py CHECKER NETWORKS: bounds of the checker (cmake/certificate) hold what random networks give for random inputs of random
regions: the program's numbers, computed with its roundings, and those of real arithmetic, as fractions."""

import random
import sys
from fractions import Fraction

checker, networks = sys.argv[1], int(sys.argv[2])
sys.path.insert(0, checker)

from bounds import Bounds  # noqa: E402
from checker import Checker, Region  # noqa: E402
from integers import single  # noqa: E402
from network import Network  # noqa: E402

draw = random.Random(1)
tried = outside = 0
problems = []


def number(scale, bits):
    kind = draw.randrange(30)
    value = draw.uniform(-scale, scale)
    value = 0.0 if kind == 0 else value * 1e-30 if kind == 1 else round(4 * value) / 4 if kind == 2 else value
    return single(value) if bits == 24 else value


def drawn_network():
    scalar = draw.choice(("float32", "float64"))
    bits = 24 if scalar == "float32" else 53
    inputs = size = draw.choice((1, 2, 3, 10))
    parts, blocks = [scalar, f"input {inputs}"], []
    for _ in range(draw.randrange(1, 5)):
        outputs = draw.randrange(1, 8)
        scale = draw.choice((0.1, 0.5, 1, 3, 100))
        parts.append(f"dense {outputs}" + draw.choice(("", " relu", " relu", " relu", " leaky_relu(0.01)", " leaky_relu(0.3)")))
        blocks.append([number(scale, bits) for _ in range(size * outputs)])
        blocks.append([number(scale, bits) for _ in range(outputs)])
        size = outputs
    return Network(", ".join(parts), iter(blocks))


def drawn_box(net):
    radius, lower, upper = draw.choice((1.0, 0.1, 1e-3, 0.0)), [], []
    for _ in range(net.inputs):
        center = number(1, net.bits)
        ends = [center - draw.uniform(0, radius), center + draw.uniform(0, radius)]
        ends = [single(end) if net.bits == 24 else end for end in ends]
        lower.append(min(ends)), upper.append(max(ends))
    return tuple(lower), tuple(upper)


def point(region, bits):
    kind = draw.randrange(3)
    x = [draw.choice(ends) if kind == 0 else draw.uniform(*ends) for ends in zip(region.lower, region.upper)]
    x = [single(value) if bits == 24 else value for value in x]
    return [min(max(value, a), b) for value, a, b in zip(x, region.lower, region.upper)]


def real(net, x):
    """The numbers before activations, and the outputs, without any rounding."""
    y, before = [Fraction(value) for value in x], []
    for layer in net.layers:
        columns = zip(*layer.weights)
        v = [Fraction(b) + sum(Fraction(w) * h for w, h in zip(ws, y)) for b, ws in zip(layer.biases, columns)]
        before.append(v)
        y = [value if value > 0 else value * Fraction(layer.slope) for value in v]
    return before, y


def check(what, value, low, high, unit):
    global tried, outside
    tried += 1
    if not low <= value * unit <= high:
        outside += 1
        problems.append(f"{what} is {float(value)}, and its bounds are {float(low / unit)} and {float(high / unit)}")


def try_network():
    net = drawn_network()
    region = Region(*drawn_box(net), {})
    points = [point(region, net.bits) for _ in range(12)]
    before = []
    net.computed(points[0], before)
    # Phases of one point, so that there is an input that has them.
    for layer, values in zip(net.layers, before):
        for place, value in zip(layer.numbers, values):
            if layer.slope == 0 and draw.randrange(4) == 0:
                region.phases[place] = "+" if value > 0 else "-"
    larger = Region(region.lower, region.upper, {})
    known = None
    if draw.randrange(2):
        of_larger = Bounds(net, larger, None, True)
        known = list(zip(of_larger.low, of_larger.high))
    bounds = Bounds(net, region, known, bool(draw.randrange(2)))
    unit = Fraction(1 << net.scale)
    phase_of = {n: side for n, side in region.phases.items()}
    coefficients = [float(number(2, 53)) for _ in range(net.outputs)]
    constant = number(1, 53)
    y, c = Checker(net, [], False).scaled(bounds, (True, constant, coefficients)) if not bounds.empty else (None, None)
    least, function = (None, None) if bounds.empty else Checker(net, [], False).bound(bounds, y, c, region.phases)
    for x in points:
        program = []
        outputs = net.computed(x, program)
        for kind, values, result in (("the program's", program, outputs), ("the real", *real(net, x))):
            has_phases = all(
                (value > 0) == (phase_of[place] == "+")
                for layer, row in zip(net.layers, values)
                for place, value in zip(layer.numbers, row)
                if place in phase_of
            )
            if not has_phases:
                continue
            if bounds.empty:
                problems.append("a region with an input is empty")
                return
            for k, row in enumerate(values):
                for j, value in enumerate(row):
                    check(f"{kind} {k}.{j}", Fraction(value), bounds.low[k][j], bounds.high[k][j], unit)
            exact = Fraction(constant) + sum(Fraction(a) * Fraction(value) for a, value in zip(coefficients, result))
            at = function[-1] + sum(Fraction(a) * Fraction(value) for a, value in zip(function, x))
            check(f"{kind} outputs", exact, at, 1 << 10 * net.scale, unit)
            check(f"{kind} outputs", exact, least, 1 << 10 * net.scale, unit)


def sums_that_round_one_way():
    """Each rounding of a sum goes down by nearly half a unit: an error that is left out is seen."""
    below = 1 - 2.0**-24
    for count in (2, 8, 30):
        weights, biases = [1.0] + [2.0**-24 * below] * (count - 1), [0.0]
        net = Network(f"float32, input {count}, dense 1", iter(([single(w) for w in weights], biases)))
        one = tuple([1.0] * count)
        bounds = Bounds(net, Region(one, one, {}), None, False)
        unit = Fraction(1 << net.scale)
        before = []
        net.computed(list(one), before)
        check("a sum", Fraction(before[0][0]), bounds.low[0][0], bounds.high[0][0], unit)
        check("a real sum", real(net, one)[0][0][0], bounds.low[0][0], bounds.high[0][0], unit)
        if Fraction(before[0][0]) == real(net, one)[0][0][0]:
            problems.append("nothing was rounded")


sums_that_round_one_way()
for _ in range(networks):
    try_network()
print(f"{tried} numbers, {outside} outside of their bounds")
if problems or tried < 20 * networks:
    sys.exit("\n".join(problems[:10]) or "too few were tried")
