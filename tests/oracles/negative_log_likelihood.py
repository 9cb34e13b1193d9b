#!/usr/bin/env python3
"""Writes the oracle values of log_softmax and negative_log_likelihood: PyTorch's, in double.

    python3 tests/oracles/negative_log_likelihood.py

loss/oracle/negative_log_likelihood.hpp     outputs, loss, and its derivatives by the logits
"""

import torch
import torch.nn.functional as F

from header import Header, braces, literal

if __name__ == "__main__":
    torch.manual_seed(2021)
    with Header("loss/oracle/negative_log_likelihood.hpp", "nll_oracle",
                "negative_log_likelihood.py", f"PyTorch {torch.__version__}",
                ["array", "cstddef"]) as header:
        header.add("struct sample {", "    std::array<double, 5> logits;", "    std::size_t label;",
                   "    std::array<double, 5> output;", "    double loss;",
                   "    std::array<double, 5> slopes;", "};", "", "inline constexpr sample samples[] = {")
        for spread in (0.5, 3, 20, 400):
            logits = (torch.randn(5, dtype=torch.float64) * spread).requires_grad_()
            label = int(torch.randint(5, ()))
            output = F.log_softmax(logits, 0)
            loss = torch.nn.NLLLoss()(output, torch.tensor(label))
            loss.backward()
            header.add(f"    {{{braces(logits.tolist())}, {label},", f"     {braces(output.tolist())},",
                       f"     {literal(loss)}, {braces(logits.grad.tolist())}}},")
        header.add("};")
