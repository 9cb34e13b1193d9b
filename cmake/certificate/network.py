"""The network of a certificate: its layers as integers, and what the program computes of one input."""

from math import prod

from integers import Packing, floor_of, refuse, single

LIMIT = 30  # numbers of 2^LIMIT and more are not checked


class Layer:
    """A dense layer and its activation: relu, leaky_relu with a slope, softmax, or none."""

    def __init__(self, net, inputs, weights, biases):
        self.inputs, self.outputs = inputs, len(biases)
        self.slope = 1.0  # of what is below 0
        self.softmax = False
        self.numbers = []  # those of its neurons, before the activation
        self.weights, self.biases = weights, biases  # [input][output], as they are
        self.shift = net.weight_bits
        rows = [[floor_of(w, self.shift) for w in row] for row in weights]
        self.columns = [list(column) for column in zip(*rows)]
        # Where an interval is multiplied with a negative weight, its ends change their places.
        self.chosen = [[h if w >= 0 else inputs + h for h, w in enumerate(column)] for column in self.columns]
        self.bias = [floor_of(b, net.scale) for b in biases]
        self.bias_most = [abs(b) + 1 for b in self.bias]
        # (n + 1) u / (1 - (n + 1) u), as two integers
        self.error = (inputs + 1, (1 << net.bits) - inputs - 1)
        if self.error[1] <= 0:
            refuse("a layer has too many inputs")
        most = max(sum(map(abs, line)) for lines in (rows, self.columns) for line in lines)
        self.room = net.scale + LIMIT + most.bit_length() + 2
        self.packing = Packing(inputs, self.room)
        self.backwards = [self.packing.pack(column) for column in self.columns]


class Network:
    def __init__(self, topology, blocks):
        scalar, first, *parts = topology.split(", ")
        if scalar not in ("float32", "float64") or not first.startswith("input "):
            refuse(f"networks of {scalar} cannot be checked")
        self.bits = 24 if scalar == "float32" else 53
        self.scale = self.bits + 28  # numbers are multiples of 2^-scale
        self.weight_bits = self.bits + 12  # and weights of 2^-weight_bits, rounded down: the error of a sum has it in it
        extents = first[6:].split("x")
        if not all(extent.isdecimal() for extent in extents):
            refuse(f"{first} cannot be checked")
        self.inputs = size = prod(map(int, extents))
        self.layers, number = [], 0
        for part in parts:
            words = part.split(" ", 2)
            activation = part
            if words[0] == "dense" and len(words) > 1:
                size_before, size = size, int(words[1])
                weights, biases = next(blocks, []), next(blocks, [])
                if len(weights) != size_before * size or len(biases) != size or not weights:
                    refuse("the parameters do not fit the topology")
                rows = [weights[i : i + size] for i in range(0, len(weights), size)]
                self.layers.append(Layer(self, size_before, rows, biases))
                activation = words[2] if len(words) == 3 else "identity"
            elif not self.layers:
                refuse(f"{part} before the first dense layer cannot be checked")
            layer = self.layers[-1]
            if activation != "identity":
                if layer.slope != 1 or layer.softmax:
                    refuse("one activation after another cannot be checked")
                self.activate(layer, activation)
            layer.numbers = list(range(number, number + size))
            number += size
        self.outputs = size
        if any(layer.softmax for layer in self.layers[:-1]):
            refuse("softmax before the last layer cannot be checked")
        if next(blocks, None) is not None:
            refuse("the parameters do not fit the topology")

    def activate(self, layer, activation):
        if activation == "relu":
            layer.slope = 0.0
        elif activation.startswith("leaky_relu(") and activation.endswith(")"):
            slope = float(activation[11:-1])
            layer.slope = single(slope) if self.bits == 24 else slope
            if not 0 < layer.slope < 1:
                refuse(f"{activation} cannot be checked")
        elif activation == "softmax":
            layer.softmax = True
        else:
            refuse(f"the activation {activation} cannot be checked")

    def computed(self, x, before=None):
        """What the program computes, operation by operation; the order of its sums depends on the shape alone. `before` gets the
        numbers before each activation."""
        rounded = single if self.bits == 24 else float
        for layer in self.layers:
            n, m = layer.inputs, layer.outputs
            chains = 1 if n < 4 or m >= 128 else 2 if n < 8 or m >= 64 or (n < 32 and m >= 8) else 4
            values, sums_of_all = [], []
            for j in range(m):
                sums = [layer.biases[j]] + [0.0] * (chains - 1)
                for h in range(n):
                    sums[h % chains] = rounded(sums[h % chains] + rounded(x[h] * layer.weights[h][j]))
                while len(sums) > 1:
                    sums = [rounded(a + b) for a, b in zip(sums[::2], sums[1::2])]
                v = sums[0]
                sums_of_all.append(v)
                values.append(v if v > 0 or layer.slope == 1 else 0.0 if layer.slope == 0 else rounded(v * layer.slope))
            if before is not None:
                before.append(sums_of_all)
            x = values
        return x
