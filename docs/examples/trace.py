#!/usr/bin/env python3
"""Writes the weights of a small network in PyTorch and what each of its modules gives, for trace.cpp.

    python3 docs/examples/trace.py > docs/examples/data/trace_numbers.hpp

The weights are PyTorch's, in its order. What modules give is in ctnn's order: channels last.
"""

import torch

torch.manual_seed(5)
model = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3), torch.nn.ReLU(), torch.nn.MaxPool2d(2), torch.nn.Flatten(),
                            torch.nn.Linear(8, 3))


def channels_last(x):
    return x.permute(0, 2, 3, 1) if x.dim() == 4 else x


def write(name, values):
    words = [f"{value:.9g}" for value in values.detach().flatten().tolist()]
    words = [word + ("F" if "." in word or "e" in word else ".0F") for word in words]
    lines = [", ".join(words[i:i + 6]) for i in range(0, len(words), 6)]
    print(f"inline constexpr float {name}[] = {{\n    " + ",\n    ".join(lines) + "};\n")


print(f"#pragma once\n\n// Written by trace.py with PyTorch {torch.__version__}.\n// clang-format off\n\nnamespace numbers {{\n")
write("conv_weight", model[0].weight)
write("conv_bias", model[0].bias)
write("dense_weight", model[4].weight)
write("dense_bias", model[4].bias)
x = torch.rand(1, 1, 6, 6)
write("x", channels_last(x))
for module in model:
    x = module(x)
    if isinstance(module, (torch.nn.ReLU, torch.nn.MaxPool2d, torch.nn.Linear)):
        write(f"after_{type(module).__name__.lower()}", channels_last(x))
print("} // namespace numbers\n// clang-format on")
