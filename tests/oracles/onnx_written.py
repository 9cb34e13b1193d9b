#!/usr/bin/env python3
"""Runs ONNX files that the library writes in other programs: onnx.checker accepts them, and onnxruntime computes what the
library does.

    npm install onnxruntime-web && python3 tests/oracles/onnx_written.py

python3-onnx has the checker. ONNXRUNTIME names the folder of node_modules, if it is not the current one. Version 1.12 of the
checker accepts all 38 files, and the outputs of onnxruntime-web differ by 1.1e-7 times 1 + the largest one at most.
"""

import base64
import json
import os
import pathlib
import subprocess
import tempfile

import numpy as np
import onnx
import onnx.checker

ROOT = pathlib.Path(__file__).parents[2]
ACTIVATIONS = """identity relu relu6 leaky_relu elu celu selu sigmoid log_sigmoid ctnn::tanh softplus softsign hard_sigmoid
hard_tanh hard_swish mish gelu silu clamp<-0.5,2.0> softmax log_softmax""".split()
NETWORKS = [f"input<2>, dense<5, {one}>, dense<3>, {one}" for one in ACTIVATIONS] + [
    "input<5, 4, 2>, conv2d<3, kernel_size<3, 2>, strides<2, 1>, relu>, dense<2, softmax>",
    "input<5, 5, 2>, conv2d<1, kernel_size<2, 2>, dilation<2, 3>>",
    "input<5, 4, 2>, conv2d<3, kernel_size<2, 4>, padding_same>, softmax",
    "input<4, 5, 4>, conv2d<6, kernel_size<2, 2>, groups<2>, padding<1, 0>>",
    "input<4, 4, 3>, depthwise_conv2d<kernel_size<2, 2>, depth_multiplier<2>>, prelu",
    "input<7, 2>, conv1d<3, kernel_size<3>, dilation<2>, padding_causal>, batch_norm, dense<2>",
    "input<4, 6, 2>, max_pool<kernel_size<2, 2>>, global_average_pool, dense<2>",
    "input<5, 5, 2>, average_pool<kernel_size<3, 3>, strides<2, 2>, padding<1, 1>>, global_max_pool",
    "input<4, 3, 2>, normalization, conv2d<3, kernel_size<3, 2>>",
    "input<4, 3, 2>, zero_padding<sides{1, 0}, sides{0, 2}>, conv2d<1, kernel_size<3, 3>>",
    "input<12>, reshape<3, 2, 2>, conv2d<3, kernel_size<3, 2>>, flatten, dense<2>",
    "input<4, 3, 2>, dense<2>",
    "input<4>, dense<3>, batch_norm, prelu, normalization",
    "input<4>, residual<dense<4, relu>>, dense<2>",
    "input<4, 4, 2>, residual<conv2d<2, kernel_size<3, 3>, padding_same>>, relu, dense<2>",
    "input<4, 4, 2>, parallel<concatenated, conv2d<2, kernel_size<1, 1>>, conv2d<3, kernel_size<1, 1>, relu>>, global_max_pool",
    "input<4>, parallel<multiplied, dense<3>, dense<3, sigmoid>, sequential<dense<2, relu>, dense<3>>>",
]
PROGRAM = """
#include "export/onnx/comes_back.hpp"
#include <ctnn/host/save_onnx.hpp>
#include <cstdio>
using namespace ctnn;
template <class Model>
void write(int number) {
    auto const net = filled<Model>();
    auto const name = std::to_string(number);
    if (auto const problem = host::save_onnx(name + ".onnx", net)) {
        std::puts(problem.message().c_str());
        return;
    }
    typename Model::input_type x{};
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<typename Model::scalar>((i * 7 % 11) * 0.3 - 1.5);
    auto const y = net(x);
    std::ofstream file(name + ".numbers");
    file.precision(17);
    for (auto const one : x)
        file << one << ' ';
    file << '\\n';
    for (auto const one : y)
        file << one << ' ';
}
int main() {
"""

folder = pathlib.Path(tempfile.mkdtemp())
calls = "".join(f"    write<of<{one}>>({i});\n" for i, one in enumerate(NETWORKS))
(folder / "program.cpp").write_text(PROGRAM + calls + "}\n")
subprocess.run([os.environ.get("CXX", "g++"), "-std=c++20", "-ffp-contract=off", f"-I{ROOT}/include", f"-I{ROOT}/tests",
                "program.cpp", "-o", "program"], cwd=folder, check=True)
subprocess.run(["./program"], cwd=folder, check=True)

requests, expected = [], {}
for i, network in enumerate(NETWORKS):
    bytes_of = (folder / f"{i}.onnx").read_bytes()
    model = onnx.load_from_string(bytes_of)
    onnx.checker.check_model(model, full_check=True)
    x, y = (np.array(line.split(), float) for line in (folder / f"{i}.numbers").read_text().splitlines())
    sizes = [d.dim_value for d in model.graph.input[0].type.tensor_type.shape.dim][1:]
    declared = [int(s) for s in network.split("<", 1)[1].split(">", 1)[0].split(",")]
    shaped = x.reshape(declared)
    if sizes != declared:  # channels first (whose extent is another one in each network)
        shaped = np.moveaxis(shaped, -1, 0)
        assert list(shaped.shape) == sizes, network
    # Two equal samples: the batch is open.
    requests.append({"name": str(i), "model": base64.b64encode(bytes_of).decode(), "type": "float32",
                     "shape": [2, *shaped.shape], "x": [*shaped.ravel(), *shaped.ravel()]})
    expected[str(i)] = y

out = subprocess.run(["node", str(ROOT / "tests/oracles/onnx_outputs.mjs")], input=json.dumps(requests).encode(),
                     cwd=os.environ.get("ONNXRUNTIME", "."), capture_output=True, check=True)
answers = json.loads(out.stdout)
worst = 0
for i, network in enumerate(NETWORKS):
    answer, y = answers[str(i)], expected[str(i)]
    if "problem" in answer:
        raise SystemExit(f"{network}: {answer['problem']}")
    for got in np.array(answer["y"]).reshape(2, *answer["shape"][1:]):
        if got.ndim > 1:  # channels first
            got = np.moveaxis(got, 0, -1)
        error = np.max(np.abs(got.ravel() - y) / (1 + np.max(np.abs(y))))
        worst = max(worst, error)
        if not error < 1e-5:
            raise SystemExit(f"{network}: onnxruntime gives {got.ravel()}, the library {y}")
print(f"{len(NETWORKS)} files pass the checker; onnxruntime differs by {worst:.1e} times 1 + the largest output at most")
