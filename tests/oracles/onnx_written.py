#!/usr/bin/env python3
"""Runs ONNX files that the library writes in other programs: onnx.checker accepts them, and onnxruntime computes what the
library does.

    npm install onnxruntime-web && python3 tests/oracles/onnx_written.py

python3-onnx has the checker. ONNXRUNTIME names the folder of node_modules, if it is not the current one. Version 1.12 of the
checker accepts all 75 files, and the outputs of onnxruntime-web differ by 5e-7 times 1 + the largest one at most.
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
    "input<4, 6, 2>, max_pool<kernel_size<2, 3>, strides<1, 1>, dilation<2, 1>, padding<1, 0>>",
    "input<2, 3, 4>, upsample<3, 2>",
    "input<3, 4>, upsample<2>, conv1d<2, kernel_size<3>>",
    "input<3, 2, 4>, conv2d_transpose<6, kernel_size<3, 2>, strides<2, 3>, groups<2>, relu>",
    "input<3, 4, 2>, conv2d_transpose<3, kernel_size<3, 3>, strides<2, 2>, padding<1, 0>, dilation<1, 2>>",
    "input<3, 4, 2>, conv2d_transpose<3, kernel_size<3, 4>, strides<2, 2>, padding_same>",
    "input<3, 4, 2>, conv2d_transpose<1, kernel_size<1, 2>, strides<2, 3>, padding_same>",
    "input<5, 4, 3>, separable_conv2d<6, kernel_size<3, 2>, depth_multiplier<2>, padding_same, relu>, dense<2>",
    "input<4>, sequential<dense<3, relu>, dense<4>>, sequential<dense<2>>",
    "input<3, 4, 2>, permute<2, 0, 1>, dense<2>",
    "input<3, 2, 4>, permute<2, 1, 0>, conv2d<2, kernel_size<2, 2>>, permute<1, 2, 0>",
    "input<6>, permute<0>, reshape<3, 2>, permute<1, 0>",
    "input<4, 3>, gru<2>",
    "input<4, 3>, gru<2, reset_before>, last_step, dense<2>",
    "input<4, 3>, gru<2, recurrent_activation<hard_sigmoid>, relu>, gru<3, reset_before, softsign>",
    "input<4, 3>, lstm<2>, lstm<3, recurrent_activation<hard_sigmoid>, hard_sigmoid>, last_step",
    "input<4, 3>, simple_rnn<2, softplus>, over_time<dense<3, ctnn::tanh>>, dense<1>",
    "input<4, 3>, bidirectional<gru<2, recurrent_activation<hard_sigmoid>, hard_sigmoid>, last_step>, dense<2>",
    "input<4, 3>, bidirectional<lstm<2, recurrent_activation<hard_sigmoid>>>, bidirectional<gru<2, reset_before>>",
    "input<4, 3>, bidirectional<simple_rnn<2>, last_step>",
    "input<4, 3>, reversed_steps, gru<2>, reversed_steps, over_time<dense<2, softplus>>",
    "input<9, 2>, conv1d<3, kernel_size<3>, relu>, max_pool<kernel_size<2>>, gru<2>, last_step",
    "input<4, 3>, residual<gru<3>, over_time<dense<3>>>, gru<2>, conv1d<2, kernel_size<2>>, last_step",
    "input<4, 3>, normalization, parallel<concatenated, gru<2>, lstm<1>, over_time<dense<2>>>, batch_norm, last_step",
    "input<12>, dense<12>, reshape<4, 3>, gru<2>, softmax",
    "input<1, 3>, gru<2>, last_step",
    "input<4, 1>, over_time<dense<2, relu>>, gru<1>",
    "input<4, 3, 2>, last_step, conv1d<2, kernel_size<2>>, reversed_steps",
    "input<4, 4, 2>, residual<residual<conv2d<2, kernel_size<3, 3>, padding_same>, relu>, prelu>, global_max_pool",
    "input<4, 5, 2>, parallel<added, identity, sequential<zero_padding<sides{1, 1}, sides{0, 2}>, conv2d<2, kernel_size<3, 3>>>>, log_softmax",
    "input<4, 5, 2>, parallel<concatenated, max_pool<kernel_size<3, 3>, strides<1, 1>, padding_same>, conv2d<3, kernel_size<1, 1>>>, dense<2>",
    "input<4, 3, 2>, parallel<multiplied, dense<3, softmax>, sequential<flatten, dense<3>>>",
    "input<4, 3, 2>, parallel<concatenated, dense<3>, global_average_pool>, dense<2>",
    "input<5, 2>, average_pool<kernel_size<3>, strides<1>, padding_same>, conv1d<2, kernel_size<2>, groups<2>, strides<2>, padding_same>",
    "input<2, 3, 4, 2>, dense<2>",
    "input<2, 3, 4, 2>, normalization, flatten, batch_norm, clamp<-1e-3, 3e38>",
    "input<4>, normalization, basic_leaky_relu<-0.25>, basic_elu<0.1>, basic_celu<3.0>",
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
    try:
        onnx.checker.check_model(model, full_check=True)
    except Exception as problem:
        raise SystemExit(f"{network}: {problem}")
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
        # An image, or a sequence after a convolution, has channels first.
        error = min(np.max(np.abs(one.ravel() - y) / (1 + np.max(np.abs(y))))
                    for one in (got, np.moveaxis(got, 0, -1)))
        worst = max(worst, error)
        if not error < 1e-5:
            raise SystemExit(f"{network}: onnxruntime gives {got.ravel()}, the library {y}")
print(f"{len(NETWORKS)} files pass the checker; onnxruntime differs by {worst:.1e} times 1 + the largest output at most")
