#!/usr/bin/env python3
"""Writes the oracle values of optimizers.

    python3 tests/oracles/optimizers.py

optimizer/oracle/optimizers.hpp    the parameters of a small network after 50 steps of torch.optim, in double

Each optimizer has two trainings from one start: samples one by one, in their order, and batches of five, of which the
last in an epoch has two. PyTorch keeps weights as [out][in], ctnn as [in][out].
"""

import torch

from header import Header, array

torch.set_default_dtype(torch.float64)
SAMPLES, STEPS = 12, 50
SIZES = [3, 5, 2]

torch.manual_seed(1)
START = [p for i, o in zip(SIZES, SIZES[1:]) for p in (torch.rand(o, i) * 2 - 1, torch.rand(o) - 0.5)]
INPUTS = torch.rand(SAMPLES, SIZES[0]) * 2 - 1
TARGETS = torch.rand(SAMPLES, SIZES[-1]) * 2 - 1

OPTIMIZERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.05),
    "sgd_momentum": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.8),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.02, momentum=0.8, nesterov=True),
    "adam": lambda p: torch.optim.Adam(p, lr=0.01),
    "adam_with_other_settings": lambda p: torch.optim.Adam(p, lr=0.03, betas=(0.7, 0.95), eps=0.01),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.01),
    "adamw_with_other_settings":
        lambda p: torch.optim.AdamW(p, lr=0.03, betas=(0.6, 0.9), eps=1e-3, weight_decay=0.25),
}


def flat(parameters):
    """The parameters in ctnn's order."""
    return [x for p in parameters for x in p.detach().t().reshape(-1).tolist()]


def train(make_optimizer, batch_size):
    w0, b0, w1, b1 = parameters = [p.clone().requires_grad_() for p in START]
    optimizer = make_optimizer(parameters)
    steps = 0
    while True:
        for begin in range(0, SAMPLES, batch_size):
            x, t = INPUTS[begin:begin + batch_size], TARGETS[begin:begin + batch_size]
            y = torch.tanh(x @ w0.t() + b0) @ w1.t() + b1
            optimizer.zero_grad()
            ((y - t) ** 2).mean().backward()
            optimizer.step()
            steps += 1
            if steps == STEPS:
                return flat(parameters)


with Header("optimizer/oracle/optimizers.hpp", "optimizer_oracle", "optimizers.py",
            f"PyTorch {torch.__version__}", ["array", "cstddef"]) as header:
    count = len(flat(START))
    header.add(f"using parameters = std::array<double, {count}>;", "",
               f"inline constexpr parameters start{array(flat(START))};", "",
               f"inline constexpr double inputs[{SAMPLES}][{SIZES[0]}]{{")
    header.add(*(f"    {array(row.tolist())}," for row in INPUTS), "};",
               f"inline constexpr double targets[{SAMPLES}][{SIZES[-1]}]{{")
    header.add(*(f"    {array(row.tolist())}," for row in TARGETS), "};", "",
               f"inline constexpr std::size_t steps = {STEPS};", "",
               "// After so many steps, with batches of one and with batches of five.",
               "struct trained {", "    parameters one_by_one, batches;", "};")
    for name, make in OPTIMIZERS.items():
        header.add(f"inline constexpr trained {name}{{", f"    {array(train(make, 1))},",
                   f"    {array(train(make, 5))}}};")
