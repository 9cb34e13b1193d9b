#!/usr/bin/env python3
"""Writes the files of parameters that the tests of imported_parameters read, in tests/import/parameter_files: for each model of
PyTorch NAME.safetensors, NAME.npz and NAME.pt, and, mostly, NAME.onnx with the same numbers, and NAME_input.pb and NAME_output.pb with
what PyTorch computes.

    python3 tests/oracles/parameter_files.py
"""

import json
import pathlib
import struct

import numpy
import onnx
import onnx.numpy_helper
import torch
from torch import nn

FOLDER = pathlib.Path(__file__).parent.parent / "import" / "parameter_files"
TYPES = {torch.float32: "F32", torch.float64: "F64", torch.float16: "F16", torch.int64: "I64"}

torch.manual_seed(1)


def write_safetensors(name, tensors):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for key, tensor in tensors.items():
        numbers = tensor.detach().contiguous().numpy().tobytes()
        header[key] = {"dtype": TYPES[tensor.dtype], "shape": list(tensor.shape),
                       "data_offsets": [len(data), len(data) + len(numbers)]}
        data += numbers
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    (FOLDER / f"{name}.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + data)


def write(name, model, shape, is_in_onnx=True):
    model.eval()
    for key, tensor in model.state_dict().items():
        if "running_" in key:
            tensor.copy_(torch.rand(tensor.shape) + 0.5)
    tensors = model.state_dict()
    write_safetensors(name, tensors)
    numpy.savez(FOLDER / f"{name}.npz", **{key: tensor.numpy() for key, tensor in tensors.items()})
    torch.save(tensors, FOLDER / f"{name}.pt")
    x = torch.rand(*shape) * 2 - 1
    y = model(x)
    if is_in_onnx:
        torch.onnx.export(model, x, str(FOLDER / f"{name}.onnx"), opset_version=13)
    for what, array in (("input", x), ("output", y)):
        made = onnx.numpy_helper.from_array(array.detach().numpy())
        (FOLDER / f"{name}_{what}.pb").write_bytes(made.SerializeToString())


class Recurrent(nn.Module):
    """A recurrent layer, and a dense one of what it gives after the last step, or of all steps."""

    def __init__(self, rnn, features, takes_all=False):
        super().__init__()
        self.rnn = rnn
        self.head = nn.Linear(features, 2)
        self.takes_all = takes_all

    def forward(self, x):
        y, _ = self.rnn(x)
        return self.head(y.flatten(1) if self.takes_all else y[:, -1])


# "10" comes after "2" and "4", though not in the alphabet.
write("mlp", nn.Sequential(nn.Linear(4, 5), nn.ReLU(), nn.Linear(5, 5), nn.Dropout(), nn.Linear(5, 4), nn.Tanh(), nn.Identity(),
                           nn.Identity(), nn.Identity(), nn.Identity(), nn.Linear(4, 3, bias=False), nn.Softmax(1)), [1, 4])
# (Where a batch_norm follows a convolution, PyTorch folds it when it exports the network.)
write("image", nn.Sequential(nn.Conv2d(3, 4, (3, 2), padding=(1, 0)), nn.PReLU(4), nn.BatchNorm2d(4), nn.MaxPool2d(2),
                             nn.Conv2d(4, 4, 2, groups=2), nn.PReLU(), nn.Flatten(), nn.Linear(16, 2)),
      [1, 3, 6, 7])
write("row_of_an_image", nn.Sequential(nn.Flatten(), nn.BatchNorm1d(12), nn.PReLU(12), nn.Linear(12, 2)), [1, 2, 3, 2], False)
write("sequence", nn.Sequential(nn.Conv1d(2, 3, 3), nn.ReLU(), nn.Flatten(), nn.Linear(12, 2)), [1, 2, 6])
write("gru", Recurrent(nn.GRU(3, 4, num_layers=2, batch_first=True), 20, True), [1, 5, 3])
write("lstm", Recurrent(nn.LSTM(3, 4, batch_first=True), 4), [1, 5, 3])
write("bidirectional", Recurrent(nn.GRU(3, 2, batch_first=True, bidirectional=True), 20, True), [1, 5, 3])
write("rnn", Recurrent(nn.RNN(3, 4, batch_first=True), 4), [1, 5, 3])
