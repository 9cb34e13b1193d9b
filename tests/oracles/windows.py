#!/usr/bin/env python3
"""Writes the oracle values of layers with windows, and of networks of them.

    python3 tests/oracles/windows.py

layer/oracle/conv2d.hpp     outputs and derivatives of convolutions
layer/oracle/max_pool.hpp   the same of pools, along one, two and three axes
layer/oracle/residual.hpp   the same of layers whose output is added to their input, and of a whole network
layer/oracle/conv2d_groups.hpp, conv1d.hpp, depthwise_conv2d.hpp, conv2d_transpose.hpp
                            the same of other convolutions

PyTorch computes and differentiates them. It puts channels first, ctnn puts them last.
"""

import torch
import torch.nn.functional as F

from header import Header, array, literal

torch.set_default_dtype(torch.float64)


def channels_last(x):
    return x.permute(*range(1, x.dim()), 0)


def flat(x):
    return x.detach().reshape(-1).tolist()


def image(x):
    """As ctnn has it, from one with a batch of one and its channels first."""
    return flat(channels_last(x[0]))


def kernel(weights):
    return flat(weights.permute(*range(2, weights.dim()), 1, 0))


def same(x, size, strides, dilation, value):
    """What Keras puts around an input for padding="same"."""
    around = []
    for places, k, s, d in zip(x.shape[2:], size, strides, dilation):
        windows = -(-places // s)
        total = max((windows - 1) * s + (k - 1) * d + 1 - places, 0)
        around = [total // 2, total - total // 2] + around
    return F.pad(x, around, value=value)


def conv2d(x, weights, biases, strides=(1, 1), dilation=(1, 1), padding=(0, 0)):
    if padding != "same":
        return F.conv2d(x, weights, biases, strides, padding, dilation)
    y = F.conv2d(same(x, weights.shape[2:], strides, dilation, 0.0), weights, biases, strides, 0, dilation)
    if strides == (1, 1):
        torch.testing.assert_close(y, F.conv2d(x, weights, biases, padding="same", dilation=dilation))
    return y


def max_pool(x, size, strides=None, dilation=None, padding=None):
    rank = len(size)
    strides, dilation = strides or size, dilation or (1,) * rank
    pool = {1: F.max_pool1d, 2: F.max_pool2d, 3: F.max_pool3d}[rank]
    if padding == "same":
        return pool(same(x, size, strides, dilation, -torch.inf), size, strides, 0, dilation)
    return pool(x, size, strides, padding or (0,) * rank, dilation)


def conv1d(x, weights, biases, strides=(1,), dilation=(1,), padding=(0,), groups=1):
    size = weights.shape[2:]
    if padding == "same":
        x, padding = same(x, size, strides, dilation, 0.0), (0,)
    elif padding == "causal":
        x, padding = F.pad(x, [(size[0] - 1) * dilation[0], 0]), (0,)
    return F.conv1d(x, weights, biases, strides, padding, dilation, groups)


def grouped_conv2d(x, weights, biases, strides=(1, 1), dilation=(1, 1), padding=(0, 0), groups=1):
    if padding == "same":
        x, padding = same(x, weights.shape[2:], strides, dilation, 0.0), (0, 0)
    return F.conv2d(x, weights, biases, strides, padding, dilation, groups)


def conv2d_transpose(x, weights, biases, strides=(1, 1), dilation=(1, 1), padding=(0, 0), groups=1):
    """Its weights have the order of a convolution's: outputs, inputs of a group, rows, columns."""
    outputs, inputs, *size = weights.shape
    w = weights.reshape(groups, outputs // groups, inputs, *size).transpose(1, 2)
    w = w.reshape(groups * inputs, outputs // groups, *size)
    if padding != "same":
        return F.conv_transpose2d(x, w, biases, strides, padding, 0, groups, dilation)
    y = F.conv_transpose2d(x, w, None, strides, (0, 0), 0, groups, dilation)
    crop = []  # what Keras leaves of it, or adds to it
    for places, now, s in zip(x.shape[2:], y.shape[2:], strides):
        first = max(now - places * s, 0) // 2
        crop = [-first, places * s - now + first] + crop
    return F.pad(y, crop) + biases[:, None, None]


class Example:
    """An input and parameters, and what a layer makes of them."""

    def __init__(self, x, parameters, layer):
        self.x, self.parameters = x.requires_grad_(), [p.requires_grad_() for p in parameters]
        self.y = layer(x, *self.parameters)
        self.dy = draw(*self.y.shape)
        self.y.backward(self.dy)

    def ordered(self, of):
        """Weights as ctnn keeps them."""
        return [number for p in self.parameters for number in (kernel(of(p)) if p.dim() > 1 else flat(of(p)))]

    def write(self, header, name):
        count = len(self.ordered(lambda p: p))
        header.add(f"inline constexpr layers::example<{count}, {self.x.numel()}, {self.y.numel()}> {name}{{")
        for numbers in (self.ordered(lambda p: p), image(self.x), image(self.y), image(self.dy), image(self.x.grad),
                        self.ordered(lambda p: p.grad)):
            header.add(f"    {array(numbers, a_line=8)},")
        header.lines[-1] = header.lines[-1][:-1] + "};"
        header.add("")


def draw(*shape):
    return torch.rand(*shape) * 2 - 1


def parameters_of(inputs, outputs, *size):
    return [draw(outputs, inputs, *size) / 2, draw(outputs) / 2]


def header_of(name):
    return Header(f"layer/oracle/{name}.hpp", f"{name}_oracle", "windows.py", f"PyTorch {torch.__version__}",
                  ["../example.hpp"])


# Rows, columns, channels, outputs, kernel, and the options.
CONVOLUTIONS = {
    "valid": (4, 5, 2, 3, (3, 2), {}),
    "of_one_place": (2, 3, 3, 2, (1, 1), {}),
    "of_the_whole": (3, 2, 2, 2, (3, 2), {}),
    "strides": (5, 5, 1, 1, (2, 3), {"strides": (2, 1)}),
    "dilation": (5, 5, 2, 1, (3, 2), {"dilation": (2, 3)}),
    "padding": (2, 3, 2, 2, (3, 3), {"padding": (2, 1)}),
    "all_options": (5, 4, 2, 3, (2, 3), {"strides": (3, 2), "dilation": (2, 1), "padding": (1, 2)}),
    "same": (4, 3, 2, 2, (3, 2), {"padding": "same"}),
    "same_dilation": (3, 4, 1, 2, (2, 3), {"padding": "same", "dilation": (2, 1)}),
    "same_strides": (5, 6, 2, 2, (3, 3), {"padding": "same", "strides": (2, 2)}),
}

# The shape with its channels last, and the options.
POOLS = {
    "row": ((7, 2), {"size": (3,)}),
    "row_same": ((5, 2), {"size": (2,), "padding": "same", "strides": (1,)}),
    "halves": ((4, 6, 3), {"size": (2, 2)}),
    "overlapping": ((5, 4, 2), {"size": (3, 2), "strides": (1, 1)}),
    "dilation": ((5, 6, 1), {"size": (2, 3), "strides": (2, 1), "dilation": (3, 2)}),
    "padding": ((4, 3, 2), {"size": (2, 3), "strides": (1, 2), "padding": (1, 1)}),
    "same": ((5, 3, 2), {"size": (3, 2), "strides": (2, 2), "padding": "same"}),
    "volume": ((4, 3, 4, 2), {"size": (2, 1, 3), "strides": (2, 2, 1), "padding": (1, 0, 1)}),
}


def write_convolutions():
    with header_of("conv2d") as header:
        for name, (rows, columns, channels, outputs, size, options) in CONVOLUTIONS.items():
            Example(draw(1, channels, rows, columns), parameters_of(channels, outputs, *size),
                    lambda x, w, b, o=options: conv2d(x, w, b, **o)).write(header, name)


def write_pools():
    with header_of("max_pool") as header:
        for name, ((*places, channels), options) in POOLS.items():
            # Of few numbers, so that many are equal.
            x = torch.randint(-3, 4, (1, channels, *places)).double()
            Example(x, [], lambda x, o=options: max_pool(x, **o)).write(header, name)


def one_inside(x, w, b):
    return x + torch.tanh(conv2d(x, w, b, padding="same"))


def nested(x, w, b, inner_w, inner_b, last_w, last_b):
    y = one_inside(torch.relu(conv2d(x, w, b, padding="same")), inner_w, inner_b)
    return torch.relu(x + conv2d(y, last_w, last_b, padding=(1, 1)))


def whole(x, w, b, inside_w, inside_b, dense_w, dense_b):
    y = max_pool(torch.tanh(conv2d(x, w, b)), (2, 2))
    y = one_inside(y, inside_w, inside_b)
    return dense_b + channels_last(y[0]).reshape(-1) @ dense_w


def write_residuals():
    with header_of("residual") as header:
        Example(draw(1, 2, 3, 4), parameters_of(2, 2, 3, 2), one_inside).write(header, "one_inside")
        Example(draw(1, 1, 3, 3), parameters_of(1, 2, 2, 2) + parameters_of(2, 2, 1, 3) + parameters_of(2, 1, 3, 3),
                nested).write(header, "nested")
        write_network(header)


def write_network(header):
    """Of which the last layer's weights are a matrix already."""
    x, parameters = draw(1, 1, 6, 5), parameters_of(1, 2, 3, 2) + parameters_of(2, 2, 1, 3)
    dense = [draw(8, 3), draw(3)]
    for p in parameters + dense:
        p.requires_grad_()
    logits = whole(x, *parameters, *dense)
    loss = F.cross_entropy(logits[None], torch.tensor([1]))
    loss.backward()

    def ordered(of):
        return [n for p in parameters for n in (kernel(of(p)) if p.dim() > 1 else flat(of(p)))] + \
            [n for p in dense for n in flat(of(p))]

    numbers = ordered(lambda p: p)
    header.add(f"inline constexpr network_oracle::example<{len(numbers)}, {x.numel()}, 3> whole_network{{",
               f"    {array(numbers)},", f"    {array(image(x))},", f"    {array([0, 1, 0])},",
               f"    {array(flat(torch.softmax(logits, 0)))},", f"    {literal(loss.item())},",
               f"    {array(ordered(lambda p: p.grad))}}};")


# Places, channels, outputs, kernel, and the options.
SEQUENCES = {
    "valid": ((7,), 2, 3, (3,), {}),
    "causal": ((6,), 2, 3, (3,), {"padding": "causal"}),
    "causal_dilation": ((9,), 3, 2, (3,), {"padding": "causal", "dilation": (3,)}),
    "causal_strides": ((8,), 1, 2, (4,), {"padding": "causal", "strides": (3,)}),
    "causal_groups": ((5,), 4, 6, (2,), {"padding": "causal", "dilation": (2,), "groups": 2}),
    "same": ((5,), 2, 2, (4,), {"padding": "same", "strides": (2,)}),
    "all_options": ((8,), 4, 4, (2,), {"padding": (2,), "strides": (2,), "dilation": (3,), "groups": 4}),
}
GROUPS = {
    "valid": ((4, 3), 4, 6, (2, 2), {"groups": 2}),
    "one_output_each": ((3, 4), 6, 3, (2, 3), {"groups": 3, "padding": (1, 1)}),
    "wide": ((2, 3), 16, 32, (2, 1), {"groups": 2, "padding": "same"}),
    "all_options": ((5, 6), 4, 8, (3, 2),
                    {"groups": 4, "strides": (2, 3), "dilation": (1, 2), "padding": (1, 2)}),
}
DEPTHWISE = {
    "valid": ((4, 5), 3, 3, (2, 3), {}),
    "same": ((3, 4), 5, 5, (3, 3), {"padding": "same"}),
    "multiplier": ((4, 3), 2, 6, (2, 2), {"padding": (1, 0)}),
    "many": ((3, 2), 21, 21, (2, 2), {"padding": "same"}),
    "all_options": ((6, 5), 4, 8, (3, 2), {"strides": (2, 1), "dilation": (2, 3), "padding": (2, 1)}),
}
TRANSPOSED = {
    "valid": ((2, 3), 2, 3, (3, 2), {}),
    "strides": ((3, 2), 2, 2, (3, 3), {"strides": (2, 2)}),
    "apart": ((2, 2), 1, 2, (2, 1), {"strides": (3, 2)}),
    "same": ((3, 2), 2, 3, (3, 4), {"strides": (2, 2), "padding": "same"}),
    "same_apart": ((2, 3), 2, 1, (1, 2), {"strides": (2, 3), "padding": "same"}),
    "all_options": ((3, 4), 4, 6, (3, 2),
                    {"strides": (2, 1), "dilation": (1, 2), "padding": (1, 1), "groups": 2}),
}


def write_others():
    for file, layer, cases in (("conv2d_groups", grouped_conv2d, GROUPS), ("conv1d", conv1d, SEQUENCES),
                               ("depthwise_conv2d", grouped_conv2d, DEPTHWISE),
                               ("conv2d_transpose", conv2d_transpose, TRANSPOSED)):
        with header_of(file) as header:
            for name, (places, channels, outputs, size, options) in cases.items():
                if file == "depthwise_conv2d":
                    options = options | {"groups": channels}
                weights = parameters_of(channels // options.get("groups", 1), outputs, *size)
                Example(draw(1, channels, *places), weights,
                        lambda *a, o=options, f=layer: f(*a, **o)).write(header, name)


if __name__ == "__main__":
    torch.manual_seed(1989)
    write_convolutions()
    write_pools()
    write_residuals()
    write_others()
