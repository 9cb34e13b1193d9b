#!/usr/bin/env python3
"""Writes the oracle values of layers that move numbers.

    python3 tests/oracles/moving.py

layer/oracle/moving.hpp     outputs and derivatives of zero_padding, upsample, permute, flatten and reshape

PyTorch computes and differentiates them. It puts channels first, ctnn puts them last.
"""

import torch
import torch.nn.functional as F

from header import Header
from windows import Example, channels_last, draw


def channels_first(x):
    """With the batch of one that PyTorch wants."""
    return x.permute(x.dim() - 1, *range(x.dim() - 1))[None]


def with_channels_last(change):
    """A layer of PyTorch's order from a change of ctnn's."""
    return lambda x: channels_first(change(channels_last(x[0])))


# The shape with its channels last, and the layer.
LAYERS = {
    "padded_image": ((2, 3, 2), lambda x: F.pad(x, (2, 2, 1, 1))),
    "padded_sides": ((3, 2, 1), lambda x: F.pad(x, (1, 0, 0, 2))),
    "padded_sequence": ((4, 3), lambda x: F.pad(x, (3, 1))),
    "doubled": ((2, 3, 2), lambda x: F.interpolate(x, scale_factor=(2, 2), mode="nearest")),
    "repeated": ((2, 2, 3), lambda x: F.interpolate(x, scale_factor=(1, 3), mode="nearest")),
    "repeated_steps": ((3, 2), lambda x: F.interpolate(x, scale_factor=2, mode="nearest")),
    "channels_put_first": ((2, 3, 4), with_channels_last(lambda x: x.permute(2, 0, 1))),
    "rows_and_columns_swapped": ((2, 3, 2), with_channels_last(lambda x: x.permute(1, 0, 2))),
    "transposed": ((3, 4), with_channels_last(lambda x: x.t())),
    "as_a_row": ((2, 3, 2), with_channels_last(lambda x: x.reshape(-1))),
    "as_an_image": ((3, 4), with_channels_last(lambda x: x.reshape(2, 3, 2))),
}

if __name__ == "__main__":
    torch.manual_seed(1960)
    with Header("layer/oracle/moving.hpp", "moving_oracle", "moving.py", f"PyTorch {torch.__version__}",
                ["../example.hpp"]) as header:
        for name, ((*places, channels), layer) in LAYERS.items():
            Example(draw(1, channels, *places), [], layer).write(header, name)
