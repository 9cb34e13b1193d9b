#!/usr/bin/env python3
"""Writes the oracle values of the losses that PyTorch has, or of which a formula is enough: values and gradients in
double, the gradients PyTorch's own.

    python3 tests/oracles/losses.py

loss/oracle/losses.hpp
"""

import torch
import torch.nn.functional as F

from header import Header, braces, literal


def mean(one):
    return lambda y, t: one(y, t).mean()


def focal(gamma):
    return lambda p, t: -(t * (1 - p) ** gamma * p.log()).sum()


def binary_focal(y, t):
    """As torchvision's sigmoid_focal_loss computes it."""
    alpha, gamma = 0.25, 2
    p = y.sigmoid()
    entropy = F.binary_cross_entropy_with_logits(y, t, reduction="none")
    p_t = p * t + (1 - p) * (1 - t)
    return ((alpha * t + (1 - alpha) * (1 - t)) * entropy * (1 - p_t) ** gamma).mean()


def cross_entropy(**settings):
    return lambda y, t: F.cross_entropy(y.unsqueeze(0), t.unsqueeze(0), **settings)


def cosine(y, t):
    """(F.cosine_embedding_loss adds 1e-12 to the squares of lengths.)"""
    return 1 - F.cosine_similarity(y, t, dim=0)


ANY = [((0.5, -1.25, 2.0), (0.25, 1.0, -0.5)), ((0.125, 0.75, -3.0), (0.0, 1.0, 3.5)),
       ((0.0009765625, 10.0, 0.3125), (0.0, -10.0, 0.375))]
SIGNS = [((0.5, -1.25, 2.0), (1, 1, -1)), ((0.125, 0.75, -3.0), (-1, 1, -1)), ((1.5, -1.75, 0.25), (1, -1, 1))]
COUNTS = [((0.5, 1.25, 2.0), (0, 1, 4)), ((0.125, 7.75, 3.0), (2, 9, 0))]
LOGARITHMS = [((0.5, -1.25, 2.0), (0, 1, 4)), ((-3.125, 1.75, 3.0), (2, 9, 0))]
PROBABILITIES = [((0.25, 0.625, 0.125), (0, 1, 0)), ((0.5, 0.25, 0.25), (0.25, 0.5, 0.25)),
                 ((0.0009765625, 0.9375, 0.0625), (1, 0, 0))]
HARD = [((0.25, 0.625, 0.125), (0, 1, 0)), ((0.5, 0.25, 0.75), (1, 0, 1)), ((0.0009765625, 0.9375, 0.5), (1, 0, 0))]
LOGITS = [((0.25, -1.5, 2.0), (0, 0, 1)), ((3.0, -2.5, 0.5), (0.25, 0.25, 0.5)), ((12.0, -14.0, 9.0), (0, 1, 0)),
          ((100.0, -100.0, 50.0), (0, 1, 0))]
HARD_LOGITS = [((0.25, -1.5, 2.0), (0, 1, 1)), ((12.0, -14.0, 9.0), (0, 1, 0)), ((30.0, -30.0, 20.0), (0, 1, 1))]
ONE_HOT_LOGITS = [at for at in LOGITS if max(at[1]) == 1]

LOSSES = {
    "hinge": (mean(lambda y, t: (1 - t * y).clamp(min=0)), SIGNS),
    "squared_hinge": (mean(lambda y, t: (1 - t * y).clamp(min=0) ** 2), SIGNS),
    "log_cosh": (mean(lambda y, t: (y - t).cosh().log()), ANY),
    "quantile": (mean(lambda y, t: torch.max(0.9 * (t - y), (0.9 - 1) * (t - y))), ANY),
    "poisson": (lambda y, t: F.poisson_nll_loss(y, t, log_input=False, eps=0), COUNTS),
    "poisson_from_logarithms": (F.poisson_nll_loss, LOGARITHMS),
    "cosine_similarity": (cosine, ANY),
    "kullback_leibler": (lambda y, t: F.kl_div(y.log(), t, reduction="sum"), PROBABILITIES),
    "softmax_kullback_leibler": (lambda y, t: F.kl_div(F.log_softmax(y, 0), t, reduction="sum"), LOGITS),
    "cross_entropy_from_logits": (cross_entropy(), LOGITS),
    "binary_cross_entropy_from_logits": (F.binary_cross_entropy_with_logits, LOGITS),
    "focal": (focal(2), PROBABILITIES),
    "softmax_focal": (lambda y, t: -(t * (1 - y.softmax(0)) ** 2 * F.log_softmax(y, 0)).sum(), LOGITS),
    "binary_focal": (lambda y, t: binary_focal((y / (1 - y)).log(), t), HARD),
    "sigmoid_binary_focal": (binary_focal, HARD_LOGITS),
    "smoothed_cross_entropy": (cross_entropy(label_smoothing=0.1), LOGITS),
    "weighted_cross_entropy": (lambda y, t: (t * torch.tensor([1.0, 5.0, 2.0], dtype=torch.float64)).sum() *
                               cross_entropy()(y, t), LOGITS),
}

if __name__ == "__main__":
    with Header("loss/oracle/losses.hpp", "loss_oracle", "losses.py", f"PyTorch {torch.__version__}",
                ["../against_oracle.hpp"]) as header:
        for name, (loss, points) in LOSSES.items():
            header.add(f"inline constexpr point {name}[] = {{")
            for y, t in points:
                outputs = torch.tensor(y, dtype=torch.float64, requires_grad=True)
                value = loss(outputs, torch.tensor(t, dtype=torch.float64))
                value.backward()
                header.add(f"    {{{braces(y)}, {braces(t)},",
                           f"     {literal(value)}, {braces(outputs.grad.tolist())}}},")
            header.add("};")
