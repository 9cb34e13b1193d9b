#pragma once

#include <ctnn/import/detail/imported_step.hpp>

namespace ctnn::detail {

// Whether the step of a layer holds an activation, too: one with weights and biases.
constexpr bool takes_activation(imported_layers layer) {
    return layer == imported_layers::dense || layer == imported_layers::dense_over_time ||
           layer == imported_layers::conv1d || layer == imported_layers::conv2d ||
           layer == imported_layers::depthwise_conv2d || layer == imported_layers::conv2d_transpose;
}

// Whether it holds this one. Softmax mixes numbers, which over_time does for each step and the file for all.
constexpr bool takes_activation(imported_layers layer, imported_activations which) {
    bool const mixes =
        which == imported_activations::softmax || which == imported_activations::log_softmax;
    return takes_activation(layer) && !(mixes && layer == imported_layers::dense_over_time);
}

} // namespace ctnn::detail
