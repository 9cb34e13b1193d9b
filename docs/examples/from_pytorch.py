#!/usr/bin/env python3
"""Trains a small GRU in PyTorch and writes its weights for from_pytorch.cpp, as PyTorch has them.

    python3 docs/examples/from_pytorch.py > docs/examples/data/sine_weights.hpp

It gets eight samples of a sine of any frequency and phase and predicts the next one.
"""

import torch

torch.manual_seed(3)


class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.gru = torch.nn.GRU(1, 4, batch_first=True)
        self.dense = torch.nn.Linear(4, 1)

    def forward(self, x):
        y, _ = self.gru(x)
        return self.dense(y[:, -1])


def sines(count):
    frequency, phase = torch.rand(2, count, 1) * torch.tensor([0.8, 6.28]).view(2, 1, 1)
    wave = torch.sin((0.2 + frequency) * torch.arange(9) + phase)
    return wave[:, :8, None], wave[:, 8:]


model = Model()
optimizer = torch.optim.Adam(model.parameters(), 0.01)
for _ in range(1500):
    x, target = sines(256)
    loss = torch.nn.functional.mse_loss(model(x), target)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()


def write(name, values):
    words = [f"{value:.9g}" for value in values.detach().flatten().tolist()]
    words = [word + ("F" if "." in word or "e" in word else ".0F") for word in words]
    lines = [", ".join(words[i:i + 6]) for i in range(0, len(words), 6)]
    print(f"inline constexpr float {name}[] = {{\n    " + ",\n    ".join(lines) + "};\n")


x, target = sines(3)
print(f"#pragma once\n\n// Written by from_pytorch.py with PyTorch {torch.__version__}; the mean squared error is "
      f"{loss.item():.2g}.\n// clang-format off\n\nnamespace sine {{\n")
for name, parameter in model.named_parameters():
    write(name.replace(".", "_"), parameter)
print("// Three sines, and what PyTorch predicts.")
write("inputs", x)
write("predictions", model(x))
print("} // namespace sine\n// clang-format on")
