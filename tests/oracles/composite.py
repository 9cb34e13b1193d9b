#!/usr/bin/env python3
"""Writes the oracle values of layers with branches, and of a network of them: placed/oracle/composite.hpp.

    python3 tests/oracles/composite.py

PyTorch computes and differentiates them. It puts channels first, ctnn puts them last.
"""

import torch
import torch.nn.functional as F

from header import Header, array, literal
from windows import Example, channels_last, conv2d, draw, flat, image, kernel, parameters_of


def beside(x, w, b, other_w, other_b, last_w, last_b):
    """Two convolutions, one of them after another one, and the input, channel after channel."""
    other = torch.relu(conv2d(x, other_w, other_b, padding="same"))
    return torch.cat([torch.tanh(conv2d(x, w, b, padding="same")), x, conv2d(other, last_w, last_b)], 1)


def added(x, w, b, other_w, other_b):
    return torch.tanh(conv2d(x, w, b, padding="same")) + x + conv2d(x, other_w, other_b)


def gated(x, w, b, gate_w, gate_b):
    return conv2d(x, w, b) * torch.sigmoid(conv2d(x, gate_w, gate_b))


def wave(x, w, b, gate_w, gate_b, third_w, third_b, last_w, last_b):
    """A gated block as in WaveNet, here of three factors, with what it skips."""
    gated = torch.tanh(conv2d(x, w, b, padding="same")) * torch.sigmoid(conv2d(x, gate_w, gate_b)) * \
        conv2d(x, third_w, third_b)
    return x + conv2d(gated, last_w, last_b)


def write_network(header):
    """Of which the last layer's weights are a matrix already."""
    x = draw(1, 2, 3, 2)
    of_branches = parameters_of(2, 1, 2, 2) + parameters_of(2, 2, 1, 1) + parameters_of(2, 1, 1, 1)
    of_gate = parameters_of(4, 2, 1, 1) + parameters_of(4, 2, 1, 1)
    parameters, last = of_branches + of_gate, [draw(12, 3), draw(3)]
    for p in parameters + last:
        p.requires_grad_()
    y = gated(beside(x, *of_branches), *of_gate)
    logits = last[1] + channels_last(y[0]).reshape(-1) @ last[0]
    loss = F.cross_entropy(logits[None], torch.tensor([2]))
    loss.backward()

    def ordered(of):
        return [n for p in parameters for n in (kernel(of(p)) if p.dim() > 1 else flat(of(p)))] + \
            [n for p in last for n in flat(of(p))]

    numbers = ordered(lambda p: p)
    header.add(f"inline constexpr network_oracle::example<{len(numbers)}, {x.numel()}, 3> whole_network{{",
               f"    {array(numbers)},", f"    {array(image(x))},", f"    {array([0, 0, 1])},",
               f"    {array(flat(torch.softmax(logits, 0)))},", f"    {literal(loss.item())},",
               f"    {array(ordered(lambda p: p.grad))}}};")


if __name__ == "__main__":
    torch.manual_seed(2016)
    with Header("placed/oracle/composite.hpp", "composite_oracle", "composite.py", f"PyTorch {torch.__version__}",
                ["../../layer/example.hpp"]) as header:
        Example(draw(1, 2, 3, 2), parameters_of(2, 1, 2, 2) + parameters_of(2, 2, 1, 1) + parameters_of(2, 1, 1, 1),
                beside).write(header, "beside")
        Example(draw(1, 2, 3, 2), parameters_of(2, 2, 2, 2) + parameters_of(2, 2, 1, 1), added).write(header, "added")
        Example(draw(1, 2, 3, 2), parameters_of(2, 3, 1, 1) + parameters_of(2, 3, 1, 1), gated).write(header, "gated")
        write_network(header)
        Example(draw(1, 2, 3, 2), parameters_of(2, 3, 2, 2) + parameters_of(2, 3, 1, 1) + parameters_of(2, 3, 1, 1) +
                parameters_of(3, 2, 1, 1), wave).write(header, "wave")
