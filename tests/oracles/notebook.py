#!/usr/bin/env python3
"""The lecture's step of backpropagation in numpy, as the lecture does it and as it should be.

Prints the initialisers that docs/examples/notebook_figures.hpp holds, 12 digits each.
Run: python3 tests/oracles/notebook.py
"""
import numpy as np

x = np.array([0.1, 0.7])
t = np.array([1.0, 0.0])
W0 = np.array([[0.1, 0.2, 0.3], [0.3, 0.2, 0.7]])
b0 = np.ones(3)
W1 = np.array([[0.2, 0.3], [0.3, 0.5], [0.6, 0.4]])
b1 = np.ones(2)
rate = 0.01

v0 = x @ W0 + b0
y0 = np.maximum(v0, 0)
v1 = y0 @ W1 + b1
p = np.exp(v1) / np.exp(v1).sum()
slope0 = (v0 > 0).astype(float)


def show(name, *arrays):
    numbers = ", ".join(f"{number:.12g}" for array in arrays for number in np.ravel(array))
    print(f"{name}: {{{numbers}}}")


def finish(title, error, dy1, jacobian, dv1, W1_used_for_y0):
    dW1 = np.outer(y0, dv1)
    W1_next = W1 - rate * dW1
    W1_back = W1_next if W1_used_for_y0 == "updated" else W1
    dy0 = W1_back @ dv1
    dW0 = np.outer(x, dy0 * slope0)
    print(f"== {title}")
    show("v0", v0)
    show("y0", y0)
    show("v1", v1)
    show("y1", p)
    show("error", error)
    show("dE_dy1", dy1)
    show("dy1_dv1", jacobian)
    show("dv1_dW1", np.outer(y0, np.ones(2)))
    show("dE_dW1", dW1)
    show("W1_next", W1_next)
    show("dy0_dv0", slope0)
    show("dv0_dW0", np.outer(x, np.ones(3)))
    show("dv1_dy0", W1_back)
    show("dE_dy0", dy0)
    show("dE_dW0", dW0)
    show("W0_next", W0 - rate * dW0)
    show("dE_db1", dv1)
    show("b1_next", b1 - rate * dv1)
    show("dE_db0", dy0 * slope0)
    show("b0_next", b0 - rate * dy0 * slope0)


lecture_dy1 = -(t / p + (1 - t) / (1 - p))
exponentials = np.exp(v1)
total = exponentials.sum()
lecture_diagonal = exponentials * (total - exponentials) / total**2
finish("as in the lecture", -(t * np.log10(p) + (1 - t) * np.log10(1 - p)), lecture_dy1,
       lecture_diagonal, lecture_dy1 * lecture_diagonal, "updated")
finish("correct", -t * np.log(p), -t / p, np.diag(p) - np.outer(p, p), p - t, "as in the forward pass")

print("== random parameters, seed 1234")
np.random.seed(1234)
for name, shape in (("W0", (2, 3)), ("b0", (3,)), ("W1", (3, 2)), ("b1", (2,))):
    show(name, np.random.rand(*shape))
np.random.seed(1234)
print("== random parameters, seed 1234, hidden layers of 4 and 3")
for name, shape in (("W0", (2, 4)), ("b0", (4,)), ("W1", (4, 3)), ("b1", (3,)), ("W2", (3, 2)), ("b2", (2,))):
    show(name, np.random.rand(*shape))
