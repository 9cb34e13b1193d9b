#!/usr/bin/env python3
"""Trains a policy in PyTorch that balances a pole on a cart, and writes it for from_onnx.cpp: cart_pole.onnx, and an
input and PyTorch's output for it in cart_pole_input.pb and cart_pole_output.pb.

    python3 docs/examples/from_onnx.py

The policy has the shape of stable-baselines3's: two layers of 64 with tanh, and a number for each action. It learns from a
teacher who knows how to push.
"""

import pathlib

import numpy as np
import onnx.numpy_helper
import torch
from torch import nn

torch.manual_seed(1)
data = pathlib.Path(__file__).parent / "data"

# Where the cart is and how fast it goes, how far the pole leans and how fast it falls.
most = torch.tensor([2.4, 3.0, 0.25, 3.0])
policy = nn.Sequential(nn.Linear(4, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh(), nn.Linear(64, 2))
optimizer = torch.optim.Adam(policy.parameters(), lr=1e-3)
for _ in range(3000):
    states = (2 * torch.rand(256, 4) - 1) * most
    pushes_right = (states @ torch.tensor([1.0, 1.6, 18.7, 3.5]) > 0).long()
    loss = nn.functional.cross_entropy(policy(states), pushes_right)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

policy.eval()
x = torch.tensor([[0.5, -0.25, 0.1, 0.5]])
torch.onnx.export(policy, x, str(data / "cart_pole.onnx"), input_names=["state"], output_names=["actions"], opset_version=17)
for name, values in (("input", x), ("output", policy(x).detach())):
    tensor = onnx.numpy_helper.from_array(values.numpy().astype(np.float32), name)
    (data / f"cart_pole_{name}.pb").write_bytes(tensor.SerializeToString())
print("loss", loss.item())
