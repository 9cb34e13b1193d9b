#pragma once

// Files of tests/import/parameter_files: PyTorch and the script tests/oracles/parameter_files.py made them, two with the same
// numbers for each network.
#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx.hpp>
#include <ctnn/import/parameters.hpp>

#include "onnx_parameter_files.hpp" // made by embed_folder.cmake

namespace networks {
using namespace ctnn;

using mlp =
    network<float, input<4>, dense<5, relu>, dense<5>, dense<4, ctnn::tanh>, dense<3, softmax>>;
using image = network<float, input<6, 7, 3>, conv2d<4, kernel_size<3, 2>, padding<1, 0>>, prelu,
                      batch_norm, max_pool<kernel_size<2, 2>>,
                      conv2d<4, kernel_size<2, 2>, groups<2>>, prelu, flatten, dense<2>>;
using row_of_an_image = network<float, input<3, 2, 2>, flatten, batch_norm, prelu, dense<2>>;
using sequence = network<float, input<6, 2>, conv1d<3, kernel_size<3>, relu>, dense<2>>;
using gru = network<float, input<5, 3>, ctnn::gru<4>, ctnn::gru<4>, dense<2>>;
using lstm = network<float, input<5, 3>, ctnn::lstm<4>, last_step, dense<2>>;
using bidirectional = network<float, input<5, 3>, ctnn::bidirectional<ctnn::gru<2>>, dense<2>>;
using rnn = network<float, input<5, 3>, simple_rnn<4>, last_step, dense<2>>;

using of_gru = layer_names<"rnn", "rnn", "head">;
using of_rnn = layer_names<"rnn", "head">;

} // namespace networks
