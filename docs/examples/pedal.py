#!/usr/bin/env python3
"""Trains a model of a guitar pedal in PyTorch, and writes it for pedal.cpp: data/pedal.json, a model file of RTNeural as AIDA-X
reads it, and data/pedal.csv, what the pedal made of a recording that the model has never seen.

    python3 docs/examples/pedal.py

The pedal distorts by a tanh whose bias follows the loudness, and then removes treble. The model is an LSTM of 8 units; its
output is added to the input.
"""

import json
import math
import pathlib

import torch
from torch import nn

torch.manual_seed(1)
torch.set_num_threads(1)
data = pathlib.Path(__file__).parent / "data"


def pedal(x):
    bias = out = 0.0
    made = []
    for sample in x:
        bias += 0.02 * (abs(sample) - bias)
        driven = math.tanh(3 * sample + 2 * bias) - math.tanh(2 * bias)
        out += 0.6 * (driven - out)
        made.append(out)
    return made


def guitar(size):
    """Strings, plucked at random, that fade away."""
    x, phase, loudness, pitch = [], 0.0, 0.0, 0.0
    for t in range(size):
        if t % 256 == 0:
            pitch, loudness = (torch.rand(2) * torch.tensor([0.1, 0.8]) + torch.tensor([0.02, 0.2])).tolist()
        phase += pitch
        loudness *= 0.997
        x.append(round(loudness * (math.sin(2 * math.pi * phase) + 0.3 * math.sin(6 * math.pi * phase)), 5))
    return x


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm, self.dense = nn.LSTM(1, 8), nn.Linear(8, 1)

    def forward(self, x):
        return x + self.dense(self.lstm(x)[0])


def columns(samples):
    """A long recording as sequences side by side."""
    return torch.tensor(samples).reshape(-1, 256).t().unsqueeze(2)


x = guitar(32 * 256)
inputs, outputs = columns(x), columns(pedal(x))
model = Model()
steps = 250
optimizer = torch.optim.Adam(model.parameters(), lr=2e-2)
schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps)
for _ in range(steps):
    # (What came before a sequence is unknown at its first steps.)
    loss = nn.functional.mse_loss(model(inputs)[64:], outputs[64:])
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    schedule.step()

m = model.lstm
layers = [("lstm", 8, [m.weight_ih_l0.t(), m.weight_hh_l0.t(), m.bias_ih_l0 + m.bias_hh_l0]),
          ("dense", 1, [model.dense.weight.t(), model.dense.bias])]
text = json.dumps({"in_shape": [None, None, 1], "in_skip": 1, "layers": [
    {"type": kind, "activation": "", "shape": [None, None, size], "weights": [w.tolist() for w in weights]}
    for kind, size, weights in layers]})
(data / "pedal.json").write_text(text)

x = guitar(512)
y = pedal(x)
(data / "pedal.csv").write_text("in,out\n" + "".join(f"{a:.5f},{b:.7f}\n" for a, b in zip(x, y)))
made = model(torch.tensor(x).reshape(-1, 1, 1)).flatten()
wanted = torch.tensor([float(f"{b:.7f}") for b in y])
print(f"error to signal: {((made - wanted) ** 2).sum() / (wanted ** 2).sum():.5f}")
