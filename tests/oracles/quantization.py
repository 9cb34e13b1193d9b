"""quantization.py: networks put into integers of 8 bits by numpy, after the rules in docs/quantization.md, and run with
gemmlowp's rounding written down as gemmlowp has it. All numbers are such that sums of floats are exact, so the order
in which they are added does not matter. Writes tests/quantization/network_values.hpp and
layer_values.hpp."""

import numpy

from header import Header

F = numpy.float32
random = numpy.random.RandomState(20)


# --- gemmlowp (fixedpoint.h), in Python's integers -------------------------------------------------------

def truncated(a, b):
    quotient = abs(a) // abs(b)
    return quotient if (a < 0) == (b < 0) else -quotient


def saturating_rounding_doubling_high_mul(a, b):
    product = a * b
    nudge = 1 << 30 if product >= 0 else 1 - (1 << 30)
    return truncated(product + nudge, 1 << 31)


def rounding_divide_by_pot(x, exponent):
    mask = (1 << exponent) - 1
    remainder = x & mask
    threshold = (mask >> 1) + (1 if x < 0 else 0)
    return (x >> exponent) + (1 if remainder > threshold else 0)


def int8(x):
    return max(-128, min(127, x))


def run_dense(x, weights, biases, multipliers, shift, zero):
    """weights[input][output]"""
    outputs = []
    for j in range(len(biases)):
        total = int(biases[j]) + sum(int(x[i]) * int(weights[i][j]) for i in range(len(x)))
        assert abs(total) < 2**30
        scaled = saturating_rounding_doubling_high_mul(total, int(multipliers[j]))
        outputs.append(int8(rounding_divide_by_pot(scaled, shift) + zero))
    return outputs


# --- from numbers to integers ----------------------------------------------------------------------------

def nearest(x):
    return int(numpy.floor(abs(x) + 0.5)) * (-1 if x < 0 else 1)


class Scale:
    def __init__(self, least, most, least_step=0.0):
        self.step = F(max((float(most) - float(least)) / 255, least_step))
        self.steps_per_unit = F(1) / self.step
        self.zero = int8(nearest(-128 - float(least) / float(self.step)))

    def quantized(self, x):
        steps = max(-512.0, min(512.0, float(F(x) * self.steps_per_unit)))
        return int8(int(nearest(steps)) + self.zero)

    def value(self, q):
        return F(q - self.zero) * self.step


def range_of(values):
    return min(0.0, float(values.min())), max(0.0, float(values.max()))


class Dense:
    def __init__(self, weights, biases, scale, wanted):
        step_in = float(scale.step)
        steps = [max(max(abs(float(w)) for w in weights[:, j]) / 127, abs(float(biases[j])) / (step_in * 2.0**28))
                 for j in range(len(biases))]
        self.scale = Scale(*wanted, 4 * step_in * max(steps))
        per_output_step = step_in / float(self.scale.step)
        self.shift = 1
        while self.shift < 22 and max(steps) * per_output_step * 2.0 ** (32 + self.shift) < 2.0**31 - 1:
            self.shift += 1
        self.zero = self.scale.zero
        self.weights = [[0] * len(biases) for _ in range(len(weights))]
        self.biases = [0] * len(biases)
        self.multipliers = [0] * len(biases)
        for j, step in enumerate(steps):
            if step == 0:
                continue
            for i in range(len(weights)):
                self.weights[i][j] = nearest(float(weights[i, j]) / step)
            self.biases[j] = nearest(float(biases[j]) / (step_in * step)) - scale.zero * sum(
                row[j] for row in self.weights)
            self.multipliers[j] = nearest(step * per_output_step * 2.0 ** (31 + self.shift))

    def run(self, x):
        return run_dense(x, self.weights, self.biases, self.multipliers, self.shift, self.zero)


def relu(v):
    return numpy.maximum(v, F(0))


def leaky(v):
    return numpy.where(v > 0, v, v * F(0.25))


def sixteenths(shape, most):
    return (random.randint(-most, most + 1, shape) / 16).astype(F)


# --- what is written -------------------------------------------------------------------------------------

def floats(name, values):
    flat = ", ".join(f"{float(v).hex()}F" for v in numpy.ravel(values))
    return f"inline constexpr std::array<float, {numpy.size(values)}> {name}{{{flat}}};"


def integers(name, values, kind="std::int32_t"):
    flat = [int(v) for v in numpy.ravel(values)]
    lines = [", ".join(map(str, flat[i:i + 24])) for i in range(0, len(flat), 24)]
    body = ",\n    ".join(lines)
    return f"inline constexpr std::array<{kind}, {len(flat)}> {name}{{\n    {body}}};"


def inputs_for(size, count):
    rows = [[-128] * size, [127] * size, [0] * size] + [[random.choice([-128, 127]) for _ in range(size)]
                                                         for _ in range(count // 4)]
    return rows + random.randint(-128, 128, (count - len(rows), size)).tolist()


def write_network(header, name, sizes, activation, has_table, tweak=None):
    header.add(f"namespace {name} {{")
    weights = [sixteenths((a, b), 24) for a, b in zip(sizes, sizes[1:])]
    biases = [sixteenths(b, 24) for b in sizes[1:]]
    if tweak:
        tweak(weights, biases)
    samples = sixteenths((20, sizes[0]), 40)
    scale = Scale(*range_of(samples))
    header.add(floats("samples", samples), floats("input_step", [scale.step]),
               integers("input_zero", [scale.zero]))
    given, layers, value = scale, [], samples
    for k, (w, b) in enumerate(zip(weights, biases)):
        exact = (value.astype(numpy.float64) @ w.astype(numpy.float64)) + b.astype(numpy.float64)
        preactivation = exact.astype(F)
        assert (preactivation.astype(numpy.float64) == exact).all()
        last = k + 1 == len(weights)
        value = preactivation if last else activation(preactivation)
        layer = Dense(w, b, scale, range_of(preactivation if has_table or last else value))
        scale = layer.scale
        table = None
        if has_table and not last:
            values = activation(numpy.array([scale.value(q) for q in range(-128, 128)], F))
            after = Scale(*range_of(values))
            table = [after.quantized(one) for one in values]
            scale = after
        layers.append((layer, table))
        header.add(floats(f"weights_{k}", w), floats(f"biases_{k}", b),
                   integers(f"quantized_{k}", layer.weights, "std::int8_t"), integers(f"bias_{k}", layer.biases),
                   integers(f"multiplier_{k}", layer.multipliers), integers(f"shift_{k}", [layer.shift]),
                   integers(f"zero_{k}", [layer.zero]))
        if table:
            header.add(integers(f"table_{k}", table, "std::int8_t"))
    header.add(floats("output_step", [scale.step]))
    rows = inputs_for(sizes[0], 120)
    outputs = []
    for row in rows:
        for layer, table in layers:
            row = layer.run(row)
            if table:
                row = [table[q + 128] for q in row]
        outputs.append(row)
    header.add(integers("inputs", rows, "std::int8_t"), integers("outputs", outputs, "std::int8_t"))
    numbers = (samples.ravel()[:20] * F(1.37)).astype(F)
    header.add(floats("numbers", numbers),
               integers("quantized_numbers", [given.quantized(x) for x in numbers], "std::int8_t"))
    header.add(f"}} // namespace {name}", "")


def write_layer(header, name, shift, zero, multipliers, biases, weights, rows):
    header.add(f"namespace {name} {{", integers("weights", weights, "std::int8_t"), integers("biases", biases),
               integers("multipliers", multipliers), integers("shift", [shift]), integers("zero", [zero]),
               integers("inputs", rows, "std::int8_t"),
               integers("outputs", [run_dense(row, weights, biases, multipliers, shift, zero) for row in rows],
                        "std::int8_t"), f"}} // namespace {name}", "")


def silent_and_heavy(weights, biases):
    """A neuron without weights, one that is silent, one with a bias that is far larger than its weights."""
    weights[0][:, 1] = 0
    weights[0][:, 2] = 0
    biases[0][2] = 0
    weights[0][:, 3] = F(2.0**-18)
    biases[0][3] = F(1.5)
    weights[1][3] = 0


def header_of(name):
    return Header(f"quantization/{name}.hpp", "quantization_values", "quantization.py", "numpy", ["array", "cstdint"])


with header_of("network_values") as header:
    write_network(header, "with_relu", [5, 7, 6, 3], relu, False)
    write_network(header, "with_table", [6, 9, 4], leaky, True)
    write_network(header, "odd_ones", [4, 5, 2], lambda v: v, False, silent_and_heavy)

with header_of("layer_values") as header:
    # Ties of both roundings: powers of two make every other sum one.
    rows = inputs_for(6, 150)
    signs = random.choice([-1, 0, 1], (6, 5)).tolist()
    powers = [1 << 30, 1 << 29, 3 << 28, (1 << 31) - 1, 0]
    write_layer(header, "ties", 1, 0, powers, [0, 1, -1, 3, -7], signs, rows)
    write_layer(header, "ties_below", 4, -128, powers, [2056, -8, 24, -24, 5], signs, rows)
    # Ends: of weights, inputs, biases, zeros, shifts.
    ends = random.choice([-127, 127], (6, 5)).tolist()
    write_layer(header, "ends", 10, 127, [1 << 30, 1 << 26, (1 << 31) - 1, 1, 1 << 20],
                [-(2**28), 2**28, 0, 2**29, -(2**29)], ends, rows)
    write_layer(header, "shifts", 22, -5, [(1 << 31) - 1, 1 << 30, 1 << 30, 1 << 29, 12345],
                [2**29, -(2**29), 2**24, -(2**25), 0], ends, rows)


# --- branches that are added up --------------------------------------------------------------------------

class Join:
    """Of branches on scales of their own; places[k][i] is where number i of branch k goes."""

    def __init__(self, scales, places, wanted):
        steps = [float(scale.step) for scale in scales]
        self.scale = Scale(*wanted, max(steps) / 4)
        out = float(self.scale.step)
        self.shift = 1
        while self.shift < 21 and sum(steps) / out * 2.0 ** (self.shift + 1) < 2.0**22 - len(steps):
            self.shift += 1
        self.multipliers = [nearest(step / out * 2.0**self.shift) for step in steps]
        self.zeros = [scale.zero for scale in scales]
        self.places, self.steps = places, steps

    def run(self, branches):
        sums = [0] * (1 + max(place for places in self.places for place in places))
        for numbers, zero, multiplier, places in zip(branches, self.zeros, self.multipliers, self.places):
            for q, place in zip(numbers, places):
                sums[place] += (q - zero) * multiplier
        assert all(abs(total) < 2**30 for total in sums)
        result = [int8(((total + (1 << (self.shift - 1))) >> self.shift) + self.scale.zero) for total in sums]
        if len(branches) == 2 and self.places[0] == self.places[1]:
            self.compare(branches, result)
        return result

    def compare(self, branches, result):
        """TensorFlow Lite's ADD (reference/add.h) rounds three times, we round once."""
        def multiplier(real):
            digits, exponent = numpy.frexp(real)
            return nearest(digits * 2.0**31), int(exponent)

        def scaled(x, of):
            return rounding_divide_by_pot(saturating_rounding_doubling_high_mul(x, of[0]), -of[1])

        most = 2 * max(self.steps)
        inputs = [multiplier(step / most) for step in self.steps]
        output = multiplier(most / (2.0**20 * float(self.scale.step)))
        for a, b, ours in zip(*branches, result):
            total = scaled((a - self.zeros[0]) << 20, inputs[0]) + scaled((b - self.zeros[1]) << 20, inputs[1])
            theirs = int8(scaled(total, output) + self.scale.zero)
            assert abs(theirs - ours) <= 1
            compared.append(theirs == ours)


compared = []


def write_branches(header):
    """input 5, v = x + (dense 4 relu, dense 5), then (dense 3 relu, v, dense 2) side by side, then dense 3."""
    header.add("namespace branches {")
    sizes = [(5, 4), (4, 5), (5, 3), (5, 2), (10, 3)]
    weights = [(random.randint(-5, 6, size) / 4).astype(F) for size in sizes]
    biases = [(random.randint(-8, 9, size[1]) / 4).astype(F) for size in sizes]
    samples = sixteenths((20, 5), 40)
    header.add(floats("samples", samples),
               floats("parameters", numpy.concatenate([numpy.ravel(p) for both in zip(weights, biases) for p in both])))

    def exact(x, k):
        v = x.astype(numpy.float64) @ weights[k].astype(numpy.float64) + biases[k].astype(numpy.float64)
        assert (v.astype(F).astype(numpy.float64) == v).all()
        return v.astype(F)

    given = Scale(*range_of(samples))
    hidden = relu(exact(samples, 0))
    first = Dense(weights[0], biases[0], given, range_of(hidden))
    second = Dense(weights[1], biases[1], first.scale, range_of(exact(hidden, 1)))
    added = samples + exact(hidden, 1)
    total = Join([given, second.scale], [list(range(5))] * 2, range_of(added))
    left = Dense(weights[2], biases[2], total.scale, range_of(relu(exact(added, 2))))
    right = Dense(weights[3], biases[3], total.scale, range_of(exact(added, 3)))
    row = numpy.concatenate([relu(exact(added, 2)), added, exact(added, 3)], 1)
    beside = Join([left.scale, total.scale, right.scale], [[0, 1, 2], [3, 4, 5, 6, 7], [8, 9]], range_of(row))
    last = Dense(weights[4], biases[4], beside.scale, range_of(exact(row, 4)))
    for name, join in (("total", total), ("beside", beside)):
        header.add(integers(f"zeros_of_{name}", join.zeros), integers(f"multipliers_of_{name}", join.multipliers),
                   integers(f"shift_of_{name}", [join.shift]), integers(f"zero_of_{name}", [join.scale.zero]))
    rows, outputs = inputs_for(5, 300), []
    for x in rows:
        y = total.run([x, second.run(first.run(x))])
        outputs.append(last.run(beside.run([left.run(y), y, right.run(y)])))
    header.add(floats("output_step", [last.scale.step]), integers("inputs", rows, "std::int8_t"),
               integers("outputs", outputs, "std::int8_t"), "} // namespace branches", "")
    assert sum(compared) > 0.99 * len(compared) > 1000


with header_of("branch_values") as header:
    write_branches(header)
