#!/usr/bin/env python3
"""Writes the oracle values of layers that normalize: layer/oracle/batch_norm.hpp.

    python3 tests/oracles/normalizing.py

PyTorch computes and differentiates them in evaluation mode, in which statistics are fixed. It puts channels first, ctnn
puts them last.
"""

import torch
import torch.nn.functional as F

from header import Header, array
from windows import channels_last, draw, flat


def last(x):
    return flat(channels_last(x[0])) if x.dim() > 2 else flat(x[0])


def write(header, name, x, channels, epsilon):
    x.requires_grad_()
    gamma, beta = draw(channels).requires_grad_(), draw(channels).requires_grad_()
    mean, variance = draw(channels), torch.rand(channels) + 0.01
    y = F.batch_norm(x, mean, variance, gamma, beta, training=False, eps=epsilon)
    dy = draw(*y.shape)
    y.backward(dy)
    frozen = [0.0] * 2 * channels
    header.add(f"inline constexpr layers::example<{4 * channels}, {x.numel()}, {x.numel()}> {name}{{",
               f"    {array(flat(gamma) + flat(beta) + flat(mean) + flat(variance))},", f"    {array(last(x))},",
               f"    {array(last(y))},", f"    {array(last(dy))},", f"    {array(last(x.grad))},",
               f"    {array(flat(gamma.grad) + flat(beta.grad) + frozen)}}};", "")


if __name__ == "__main__":
    torch.manual_seed(2015)
    with Header("layer/oracle/batch_norm.hpp", "batch_norm_oracle", "normalizing.py", f"PyTorch {torch.__version__}",
                ["../example.hpp"]) as header:
        write(header, "of_an_image", draw(1, 3, 2, 2), 3, 1e-5)
        write(header, "of_a_sequence", draw(1, 2, 4), 2, 1e-5)
        write(header, "of_a_row", draw(1, 5), 5, 1e-5)
        write(header, "as_in_keras", draw(1, 2, 3, 1), 2, 1e-3)
