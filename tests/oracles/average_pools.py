#!/usr/bin/env python3
"""Writes the oracle values of pools that take means.

    python3 tests/oracles/average_pools.py

layer/oracle/average_pool.hpp   outputs and derivatives of average_pool, global_average_pool and global_max_pool

PyTorch computes and differentiates them: the sum of a window and the count of its places, by two convolutions with ones,
as TensorFlow counts; where PyTorch's own pool can do the same, it must agree.
"""

import torch
import torch.nn.functional as F

from header import Header
from windows import Example, draw, same


def average(x, size, strides=None, dilation=None, padding=None):
    rank, channels = len(size), x.shape[1]
    strides, dilation = strides or size, dilation or (1,) * rank
    conv = {1: F.conv1d, 2: F.conv2d}[rank]
    ones = torch.ones(channels, 1, *size)

    def sums(of):
        if padding == "same":
            return conv(same(of, size, strides, dilation, 0.0), ones, None, strides, 0, dilation, channels)
        return conv(of, ones, None, strides, padding or (0,) * rank, dilation, channels)

    y = sums(x) / sums(torch.ones_like(x))
    if padding != "same" and max(dilation) == 1:
        pool = {1: F.avg_pool1d, 2: F.avg_pool2d}[rank]
        torch.testing.assert_close(y, pool(x, size, strides, padding or 0, count_include_pad=False))
    return y


# The shape with its channels last, and the options.
POOLS = {
    "row": ((7, 2), {"size": (3,)}),
    "row_same": ((5, 2), {"size": (2,), "padding": "same", "strides": (1,)}),
    "halves": ((4, 6, 3), {"size": (2, 2)}),
    "overlapping": ((5, 4, 2), {"size": (3, 2), "strides": (1, 1)}),
    "dilation": ((5, 6, 1), {"size": (2, 3), "strides": (2, 1), "dilation": (3, 2)}),
    "padding": ((4, 3, 2), {"size": (2, 3), "strides": (1, 2), "padding": (1, 1)}),
    "same": ((5, 3, 2), {"size": (3, 2), "strides": (2, 2), "padding": "same"}),
}


def whole(pool):
    """As Keras, which leaves the places out."""
    return lambda x: pool(x, dim=tuple(range(2, x.dim())))[..., None]


if __name__ == "__main__":
    torch.manual_seed(1998)
    with Header("layer/oracle/average_pool.hpp", "average_pool_oracle", "average_pools.py",
                f"PyTorch {torch.__version__}", ["../example.hpp"]) as header:
        for name, ((*places, channels), options) in POOLS.items():
            Example(draw(1, channels, *places), [], lambda x, o=options: average(x, **o)).write(header, name)
        for name, pool in (("global_mean", torch.mean), ("global_largest", torch.amax)):
            Example(draw(1, 3, 2, 4), [], whole(pool)).write(header, name)
            Example(draw(1, 2, 5), [], whole(pool)).write(header, f"{name}_of_steps")
