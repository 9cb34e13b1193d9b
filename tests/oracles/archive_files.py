#!/usr/bin/env python3
"""Writes the .pt and .npz files that tests/import/parameters/formats.cpp and half_precision.cpp read, in tests/import/archive_files.
All that can be read hold one dense layer of 3 -> 2 with the same numbers; the others are refused.

    python3 tests/oracles/archive_files.py
"""

import io
import pathlib
import zipfile

import numpy
import torch
from numpy.lib import format as npy
from torch import nn

FOLDER = pathlib.Path(__file__).parent.parent / "import" / "archive_files"
WEIGHT = torch.arange(6).reshape(2, 3) / 4 - 0.5
BIAS = torch.tensor([3.0, -0.25])

FOLDER.mkdir(exist_ok=True)
torch.manual_seed(1)


def save(name, what, **options):
    torch.save(what, FOLDER / f"{name}.pt", **options)


def model():
    made = nn.Sequential(nn.Linear(3, 2))
    made.load_state_dict({"0.weight": WEIGHT, "0.bias": BIAS})
    return made


def stored(name, entries, **options):
    with zipfile.ZipFile(FOLDER / name, "w", **options) as made:
        for entry, data in entries.items():
            made.writestr(zipfile.ZipInfo(entry), data)


def array(numbers, version=(1, 0)):
    made = io.BytesIO()
    npy.write_array(made, numbers, version)
    return made.getvalue()


# --- .pt ---

# Both tensors are parts of one storage.
numbers = torch.zeros(9)
view = numbers[1:7].reshape(3, 2).t()
view.copy_(WEIGHT)
numbers[7:] = BIAS
save("views", {"0.weight": view, "0.bias": numbers[7:]})
save("parameters", dict(model().named_parameters()))
# (Adam keeps tensors, too.)
for name, optimizer in (("nested", torch.optim.SGD), ("optimizer", torch.optim.Adam)):
    net = model()
    steps = optimizer(net.parameters(), lr=0.1)
    if name == "optimizer":
        net(torch.ones(1, 3)).sum().backward()
        steps.step()
    save(name, {"epoch": 3, "loss": 0.5, "arch": "mlp", "sizes": (3, 2), "milestones": list(range(60)),
                "history": {f"step {i}": {"loss": 0.5, "lr": [0.1, (1, 2, 3)]} for i in range(30)}, "best": None,
                "model_state_dict": net.state_dict(), "optimizer_state_dict": steps.state_dict()})
save("module", model())
save("tensor", WEIGHT)
save("old", model().state_dict(), _use_new_zipfile_serialization=False)
save("halves", model().half().state_dict())
save("bfloats", model().bfloat16().state_dict())
save("integers", {"0.weight": WEIGHT.to(torch.int32), "0.bias": BIAS})
save("dimensions", {"0.weight": WEIGHT, "0.bias": BIAS, "1.weight": torch.zeros([1] * 8 + [2])})
torch.jit.script(model()).save(str(FOLDER / "script.pt"))
saved = io.BytesIO()
torch.save(model().state_dict(), saved)
with zipfile.ZipFile(saved) as entries:
    parts = {entry: entries.read(entry) for entry in reversed(entries.namelist())}
stored("little_endian.pt", {**parts, "archive/byteorder": "little"})
stored("big_endian.pt", {**parts, "archive/byteorder": "big"})
short = {entry: data[:-1] if entry == "archive/data/0" else data for entry, data in parts.items()}
stored("short.pt", short)
del parts["archive/data/1"]
stored("lacking.pt", parts)

# --- .npz ---

weight, bias = WEIGHT.numpy(), BIAS.numpy()
numpy.savez(FOLDER / "fortran.npz", **{"0.weight": numpy.asfortranarray(weight), "0.bias": bias.astype("<f8")})
stored("versions.npz", {"0.weight.npy": array(weight, (2, 0)), "0.bias.npy": array(bias, (3, 0))})
stored("without_npy.npz", {"0.weight": array(weight), "0.bias": array(bias)})
numpy.savez(FOLDER / "unnamed.npz", weight, bias)
numpy.savez_compressed(FOLDER / "compressed.npz", **{"0.weight": weight, "0.bias": bias})
numpy.savez(FOLDER / "big_endian.npz", **{"0.weight": weight.astype(">f4"), "0.bias": bias})
numpy.savez(FOLDER / "halves.npz", **{"0.weight": weight.astype("<f2"), "0.bias": bias})
records = numpy.zeros(2, [("a", "<f4"), ("b", "<f4")])
numpy.savez(FOLDER / "records.npz", **{"0.weight": records, "0.bias": bias})
stored("short.npz", {"0.weight.npy": array(weight)[:-1], "0.bias.npy": array(bias)})
stored("text.npz", {"0.weight.npy": "no array"})
stored("other.npz", {"config.json": "{}"})
# Sizes and places in 64 bits, as in files of 4 GB.
zipfile.ZIP64_LIMIT = 1
stored("large.npz", {"0.weight.npy": array(weight), "0.bias.npy": array(bias)})
large = (FOLDER / "large.npz").read_bytes()
(FOLDER / "large.npz").write_bytes(large[:-6] + b"\xff\xff\xff\xff" + large[-2:])
