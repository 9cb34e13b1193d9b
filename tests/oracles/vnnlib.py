"""vnnlib.py FOLDER [deep]: networks in the .nnet format and properties in VNN-LIB, with what is known of them: the files
in tests/host/vnnlib, or, with `deep`, ten of 5-50x6-5 with five properties each (benchmarks/verify/vnnlib_times).

A counterexample is planted as a small pyramid in one of the network's outputs, and the script checks that it is one. What
is to hold is a bound that no point passes of 20,000 drawn ones, with some room: the verifier has to show that it is so.
"""

import pathlib
import random
import sys

import numpy as np


def relu_network(sizes, seed, scale=1.0):
    """Weights[layer][output][input] and biases[layer][output], drawn uniformly."""
    draw = random.Random(seed)
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        most = scale * (6 / (inputs + outputs)) ** 0.5
        layers.append(([[round(draw.uniform(-most, most), 6) for _ in range(inputs)] for _ in range(outputs)],
                       [round(draw.uniform(-0.2, 0.2), 6) for _ in range(outputs)]))
    return layers


def run(layers, x):
    for index, (weights, biases) in enumerate(layers):
        x = [sum(w * v for w, v in zip(row, x)) + b for row, b in zip(weights, biases)]
        if index + 1 < len(layers):
            x = [max(0.0, v) for v in x]
    return x


def plant(layers, peak, width, height):
    """Takes neurons for relu(width - sum |x - peak|) / width * height, which is subtracted from output 0."""
    inputs = len(peak)
    weights, biases = layers[0]
    for i in range(inputs):
        for k, sign in enumerate((1.0, -1.0)):
            weights[2 * i + k] = [sign if j == i else 0.0 for j in range(inputs)]
            biases[2 * i + k] = -sign * peak[i]
    for weights, biases in layers[1:]:
        for row in weights:  # nobody else looks at them
            for j in range(2 * inputs if weights is layers[1][0] else 1):
                row[j] = 0.0
    weights, biases = layers[1]
    weights[0] = [-1.0 if j < 2 * inputs else 0.0 for j in range(len(weights[0]))]
    biases[0] = width
    for weights, biases in layers[2:-1]:
        weights[0] = [1.0] + [0.0] * (len(weights[0]) - 1)
        biases[0] = 0.0
    layers[-1][0][0][0] = -height / width


def nnet(layers, sizes, means=None, ranges=None):
    inputs = sizes[0]
    means = means or [0] * (inputs + 1)
    ranges = ranges or [1] * (inputs + 1)
    lines = ["// made by tests/oracles/vnnlib.py", f"{len(layers)},{inputs},{sizes[-1]},{max(sizes)},",
             ",".join(map(str, sizes)) + ",", "0,", ",".join(["-1"] * inputs) + ",", ",".join(["1"] * inputs) + ",",
             ",".join(map(str, means)) + ",", ",".join(map(str, ranges)) + ","]
    for weights, biases in layers:
        lines += [",".join(map(repr, row)) + "," for row in weights]
        lines += [f"{b!r}," for b in biases]
    return "\n".join(lines) + "\n"


def vnnlib(sizes, lower, upper, assertion, note):
    lines = [f"; {note}"]
    lines += [f"(declare-const X_{i} Real)" for i in range(sizes[0])]
    lines += [f"(declare-const Y_{j} Real)" for j in range(sizes[-1])]
    for i, (a, b) in enumerate(zip(lower, upper)):
        lines += [f"(assert (>= X_{i} {a}))", f"(assert (<= X_{i} {b}))"]
    return "\n".join(lines + [f"(assert {assertion})"]) + "\n"


def outputs(layers, lower, upper, seed):
    """Those of many points, a third of each coordinate at either end."""
    draw = np.random.RandomState(seed)
    low, high = np.array(lower), np.array(upper)
    kinds = draw.randint(3, size=(20_000, len(lower)))
    x = np.where(kinds == 0, low, np.where(kinds == 1, high, low + (high - low) * draw.random_sample(kinds.shape)))
    for index, (weights, biases) in enumerate(layers):
        x = x @ np.array(weights).T + np.array(biases)
        if index + 1 < len(layers):
            x = np.maximum(x, 0)
    return x.tolist()


def small(folder):
    one = [([[1.0]], [-0.5]), ([[2.0]], [0.0])]
    sizes = [1, 1, 1]
    files = {"one.nnet": nnet(one, sizes), "scaled.nnet": nnet(one, sizes, [10, 5], [4, 2])}

    def add(name, *rest):
        files[name + ".vnnlib"] = vnnlib(*rest)

    add("one_holds", sizes, [0], [0.59], "(>= Y_0 0.2)", "2 (0.59 - 0.5) is 0.18")
    add("one_violated", sizes, [0], [0.61], "(>= Y_0 0.2)", "2 (0.61 - 0.5) is 0.22")
    add("one_point_holds", sizes, [0.75], [0.75], "(or (<= Y_0 0.4999) (>= Y_0 0.5001))", "the only output is 0.5")
    add("one_point_violated", sizes, [0.75], [0.75], "(and (>= Y_0 0.4999) (<= Y_0 0.5001))", "the only output is 0.5")
    add("one_tenth", sizes, [0.1], [0.1], "(>= Y_0 0.0001)", "no float is a tenth; those around it give 0")
    add("one_edge", sizes, [0.75], [0.75], "(>= Y_0 0.5)", "the only output is 0.5, which is one")
    add("one_beside", sizes, [0.5], [0.6], "(>= Y_0 0.20000001)", "2 (0.6 - 0.5) is 0.2; 0.6 as a float is above 0.6")
    # raw x from 10 to 12.36 is (x - 10) / 4 up to 0.59; raw y is 2 y + 5, so 5.4 is 0.2
    add("raw_holds", sizes, [10], [12.36], "(>= Y_0 5.4)", "0.59 again, in raw numbers")
    add("raw_violated", sizes, [10], [12.44], "(>= Y_0 5.4)", "0.61 again, in raw numbers")

    sizes = [2, 16, 16, 1]
    planted = relu_network(sizes, 1, 2.0)
    peak = [0.3141, -0.5926]
    plant(planted, peak, 0.01, 50.0)
    least = min(y[0] for y in outputs(planted, [-1, -1], [0.29, 1], 2))
    limit = round(least - 0.2, 4)
    assert run(planted, peak)[0] < limit - 1
    files["planted.nnet"] = nnet(planted, sizes)
    add("planted_violated", sizes, [-1, -1], [1, 1], f"(<= Y_0 {limit})", f"so it is at {peak}")
    add("planted_holds", sizes, [-1, -1], [0.29, 1], f"(<= Y_0 {limit})", "the same, without the place of the pyramid")
    files["boxes_violated.vnnlib"] = (
        "; one of these boxes holds the pyramid\n(declare-const X_0 Real)\n(declare-const X_1 Real)\n(declare-const Y_0 Real)\n"
        "(assert (or (and (>= X_0 -1) (<= X_0 -0.5) (>= X_1 -1) (<= X_1 1))\n"
        "            (and (>= X_0 0.25) (<= X_0 0.5) (>= X_1 -0.75) (<= X_1 -0.5))))\n"
        f"(assert (<= Y_0 {limit}))\n")
    # Files that are refused.
    files["other.nnet"] = nnet([([[1.0], [1.0]], [0.0, 0.0]), ([[1.0, 1.0]], [0.0])], [1, 2, 1])
    add("other_topology", [1, 2, 1], [0], [1], "(>= Y_0 3)", "a topology that is not compiled in")
    files["wrong_line.vnnlib"] = ("; a comparison that there is not\n(declare-const X_0 Real)\n(declare-const Y_0 Real)\n"
                                  "(assert (> X_0 1))\n")
    for name, text in files.items():
        (folder / name).write_text(text)


def deep(folder):
    sizes = [5, 50, 50, 50, 50, 50, 50, 5]
    for seed in range(10):
        draw = random.Random(100 + seed)
        layers = relu_network(sizes, seed, 1.2)
        center = [round(draw.uniform(-0.5, 0.5), 4) for _ in range(5)]
        peak = [round(c + draw.uniform(-0.05, 0.05), 4) for c in center]
        plant(layers, peak, 0.02, 3.0)
        (folder / f"net_{seed}.nnet").write_text(nnet(layers, sizes))

        def box(radius, shift=0.0):
            return [round(c + shift - radius, 4) for c in center], [round(c + shift + radius, 4) for c in center]

        # Far from the pyramid: bounds of one output, and an order of outputs, or any of two.
        lower, upper = box(0.1, 0.4)
        ys = outputs(layers, lower, upper, seed)
        most = round(max(y[1] for y in ys) + 0.05, 4)
        (folder / f"net_{seed}_range.vnnlib").write_text(
            vnnlib(sizes, lower, upper, f"(>= Y_1 {most})", "holds, as far as points tell"))
        least = [min(y[j] for y in ys) for j in range(5)]
        most = [max(y[j] for y in ys) for j in range(5)]
        cases = " ".join(f"(and (<= Y_{j} {least[j] - 0.05:.4f}) (>= Y_{(j + 1) % 5} {most[(j + 1) % 5] - 0.05:.4f}))"
                         for j in range(5))
        (folder / f"net_{seed}_cases.vnnlib").write_text(
            vnnlib(sizes, lower, upper, f"(or {cases})", "holds, as far as points tell"))
        lower, upper = box(0.3, 0.4)
        most = round(max(y[1] for y in outputs(layers, lower, upper, seed)) + 0.05, 4)
        (folder / f"net_{seed}_wide.vnnlib").write_text(
            vnnlib(sizes, lower, upper, f"(>= Y_1 {most})", "holds, as far as points tell"))
        # Around it.
        lower, upper = box(0.1)
        limit = round(run(layers, peak)[0] + 1.0, 4)
        (folder / f"net_{seed}_planted.vnnlib").write_text(
            vnnlib(sizes, lower, upper, f"(<= Y_0 {limit})", f"violated at {peak}"))
        limit = round(run(layers, peak)[0] - 1.0, 4)
        (folder / f"net_{seed}_below.vnnlib").write_text(
            vnnlib(sizes, lower, upper, f"(<= Y_0 {limit})", "holds: not even the pyramid comes so low"))


target = pathlib.Path(sys.argv[1])
target.mkdir(parents=True, exist_ok=True)
deep(target) if sys.argv[2:] == ["deep"] else small(target)
