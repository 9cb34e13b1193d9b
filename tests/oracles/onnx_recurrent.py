"""Models with recurrent layers, for onnx_models.py."""

import numpy as np
import torch
from onnx import helper
from torch import nn

from onnx_file import add, add_exported, build, draw, integers, node, random


class Sequence(nn.Module):
    """A recurrent layer, and what is done with its outputs: `last` step, `state` after it, or `all` steps."""

    def __init__(self, cell, use, units, **options):
        super().__init__()
        self.cell = cell(2, 1 if units == 1 else 3, **options)
        self.use, self.batch_first = use, options.get("batch_first", False)
        self.head = nn.Linear(units, 2)

    def forward(self, x):
        y, state = self.cell(x)
        if self.use == "last":
            return self.head(y[:, -1] if self.batch_first else y[-1])
        if self.use == "both states":
            state = state[0] if isinstance(state, tuple) else state
            return self.head(torch.cat((state[-2], state[-1]), 1))
        if self.use == "state":
            return self.head((state[0] if isinstance(state, tuple) else state)[-1])
        return self.head(y)


def exported():
    dynamic = {"x": {0: "batch"}, "y": {0: "batch"}}
    for name, cell, options in (("gru", nn.GRU, {}), ("lstm", nn.LSTM, {}), ("rnn", nn.RNN, {}),
                                ("rnn_relu", nn.RNN, {"nonlinearity": "relu"})):
        first = dict(batch_first=True, **options)
        add_exported(f"{name}_last_step", Sequence(cell, "last", 3, **first), [1, 4, 2])
        if name == "rnn_relu":
            continue
        add_exported(f"{name}_last_step_of_a_dynamic_batch", Sequence(cell, "last", 3, **first), [1, 4, 2],
                     dynamic_axes=dynamic)
        add_exported(f"{name}_all_steps", Sequence(cell, "all", 3, **first), [1, 4, 2])
        add_exported(f"{name}_state", Sequence(cell, "state", 3, **first), [1, 4, 2])
        add_exported(f"{name}_steps_first", Sequence(cell, "last", 3, **options), [4, 1, 2])
        add_exported(f"{name}_of_two_layers", Sequence(cell, "last", 3, num_layers=2, **first), [1, 4, 2])
        add_exported(f"{name}_without_bias", Sequence(cell, "last", 3, bias=False, **first), [1, 4, 2])
        add_exported(f"{name}_bidirectional", Sequence(cell, "all", 6, bidirectional=True, **first), [1, 4, 2])
        add_exported(f"{name}_bidirectional_of_a_dynamic_batch", Sequence(cell, "all", 6, bidirectional=True, **first),
                     [1, 4, 2], dynamic_axes=dynamic)


def built():
    """One node each, of 3 units over 4 steps of 2 numbers, and its outputs with one axis less."""
    gates = {"GRU": 3, "LSTM": 4, "RNN": 1}

    def one(name, operator, directions=1, weights=(), inputs=("b",), output="Y", opset=14, **attributes):
        rows = 3 * gates[operator]
        all_weights = {"w": draw(directions, rows, 2), "r": draw(directions, rows, 3), "b": draw(directions, 2 * rows),
                       **dict(weights)}
        used = {key: value for key, value in all_weights.items() if key in ("w", "r", *inputs)}
        outputs = ["o", ""] if output == "Y" else ["", "o"]
        axis = "a"
        nodes = [node(operator, ["x", "w", "r", *inputs], outputs, name="recurrent", hidden_size=3, **attributes)]
        if opset >= 13:
            nodes.append(node("Squeeze", ["o", axis], ["y"]))
            used[axis] = integers(1 if output == "Y" else 0)
        else:
            nodes.append(node("Squeeze", ["o"], ["y"], axes=[1 if output == "Y" else 0]))
        add(name, nodes, used, [4, 1, 2], opset=opset)

    for operator in gates:
        name = operator.lower()
        one(f"{name}_node", operator)
        one(f"{name}_node_opset_7", operator, opset=7)
        one(f"{name}_node_last_output", operator, output="Y_h")
        one(f"{name}_node_reverse", operator, direction="reverse")
        one(f"{name}_node_without_biases", operator, inputs=())
        one(f"{name}_node_of_known_length", operator, inputs=("b", "n"), weights={"n": np.array([4], np.int32)})
        one(f"{name}_node_from_zeros", operator, inputs=("b", "", "h"), weights={"h": np.zeros((1, 1, 3), np.float32)})
    one("gru_node_resets_after", "GRU", linear_before_reset=1)
    one("gru_node_of_other_activations", "GRU", activations=["HardSigmoid", "Relu"], activation_alpha=[1 / 6],
        activation_beta=[0.5])
    one("lstm_node_of_other_activations", "LSTM", activations=["Sigmoid", "Relu", "Relu"])
    one("rnn_node_of_relu", "RNN", activations=["Relu"])

    def both(name, operator, **attributes):
        """Both directions; their outputs side by side, as tf2onnx and PyTorch join them."""
        rows = 3 * gates[operator]
        add(name, [
            node(operator, ["x", "w", "r", "b"], ["o"], name="recurrent", hidden_size=3, direction="bidirectional",
                 **attributes),
            node("Transpose", ["o"], ["t"], perm=[0, 2, 1, 3]), node("Reshape", ["t", "s"], ["y"])],
            {"w": draw(2, rows, 2), "r": draw(2, rows, 3), "b": draw(2, 2 * rows), "s": integers(4, 1, 6)}, [4, 1, 2],
            opset=14)

    for operator in gates:
        both(f"{operator.lower()}_node_bidirectional", operator)
    both("gru_node_bidirectional_resets_after", "GRU", linear_before_reset=1)

    # onnxruntime has no layout 1; the same with transposes around it has the same outputs.
    for operator in gates:
        rows = 3 * gates[operator]
        weights = {"w": draw(1, rows, 2), "r": draw(1, rows, 3), "b": draw(1, 2 * rows)}
        by_batch = build([
            node(operator, ["x", "w", "r", "b"], ["o"], name="recurrent", hidden_size=3, layout=1),
            node("Squeeze", ["o", "a"], ["y"])], {**weights, "a": integers(2)}, [1, 4, 2], opset=14)
        by_steps = build([
            node("Transpose", ["x"], ["t"], perm=[1, 0, 2]),
            node(operator, ["t", "w", "r", "b"], ["o"], hidden_size=3), node("Squeeze", ["o", "a"], ["u"]),
            node("Transpose", ["u"], ["y"], perm=[1, 0, 2])], {**weights, "a": integers(1)}, [1, 4, 2], opset=14)
        add(f"{operator.lower()}_node_of_layout_1", by_batch, {}, [1, 4, 2], runs=by_steps)


class Steps(nn.Module):
    """Layers, what makes a sequence of what they give, a recurrent layer and what follows."""

    def __init__(self, before, to_steps, cell, after, skip=False):
        super().__init__()
        self.before, self.to_steps, self.cell, self.after, self.skip = before, to_steps, cell, after, skip

    def forward(self, x):
        y, _ = self.cell(self.to_steps(self.before(x)))
        y = self.after(y)
        return y + x if self.skip else y


class Last(nn.Module):
    def forward(self, y):
        return y[:, -1]


def among_other_layers():
    def same(x):
        return x

    def last_of(units):
        return nn.Sequential(Last(), nn.Linear(units, 2))

    add_exported("gru_of_a_row", Steps(nn.Sequential(nn.Linear(3, 12), nn.Tanh()), lambda x: x.view(1, 4, 3),
                                       nn.GRU(3, 2, batch_first=True), last_of(2)), [1, 3], opset=14)
    add_exported("gru_of_a_conv1d", Steps(nn.Sequential(nn.Conv1d(2, 3, 3), nn.ReLU()), lambda x: x.transpose(1, 2),
                                          nn.GRU(3, 2, batch_first=True), last_of(2)), [1, 2, 8], opset=14)
    add_exported("gru_of_one_number_a_step", Steps(nn.Identity(), lambda x: x.view(1, 12, 1),
                                                   nn.GRU(1, 2, batch_first=True), last_of(2)), [1, 3, 4], opset=14)
    add_exported("gru_of_an_image", Steps(nn.Identity(), lambda x: x.view(1, 3, 4), nn.GRU(4, 2, batch_first=True),
                                          nn.Sequential(nn.Flatten(), nn.Linear(6, 2))), [1, 1, 3, 4], opset=14)
    add_exported("lstm_of_one_unit", Steps(Sequence(nn.LSTM, "all", 1, batch_first=True), same,
                                           nn.LSTM(2, 2, batch_first=True), nn.Identity()), [1, 5, 2], opset=14)
    add_exported("lstm_with_skip", Steps(nn.Identity(), same, nn.LSTM(1, 4, batch_first=True), nn.Linear(4, 1), True),
                 [1, 6, 1], opset=14)


    for name, cell in (("gru", nn.GRU), ("lstm", nn.LSTM)):
        add_exported(f"{name}_states_of_both_directions",
                     Sequence(cell, "both states", 6, batch_first=True, bidirectional=True), [1, 4, 2], opset=14)


def add_models():
    exported()
    built()
    # (What is drawn after these is what was drawn before they were here.)
    state = random.get_state()
    among_other_layers()
    random.set_state(state)
