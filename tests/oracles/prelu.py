#!/usr/bin/env python3
"""Writes the oracle values of prelu: PyTorch's, with a slope for each channel.

    python3 tests/oracles/prelu.py

layer/oracle/prelu.hpp      outputs and derivatives
"""

import torch
import torch.nn.functional as F

from header import Header
from windows import Example, draw

if __name__ == "__main__":
    torch.manual_seed(2015)
    with Header("layer/oracle/prelu.hpp", "prelu_oracle", "prelu.py", f"PyTorch {torch.__version__}",
                ["../example.hpp"]) as header:
        Example(draw(1, 5), [draw(5)], F.prelu).write(header, "of_a_row")
        Example(draw(1, 2, 2, 3), [draw(2) * 3], F.prelu).write(header, "of_an_image")
