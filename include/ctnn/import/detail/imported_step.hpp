#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/detail/parameter_block.hpp>

namespace ctnn::detail {

// The layers that a model file can become, and the activations. `nothing` is what reading does not know.
enum class imported_layers : unsigned char {
    nothing,
    dense,
    dense_over_time,
    activation,
    normalization,
    batch_norm,
    prelu,
    conv1d,
    conv2d,
    depthwise_conv2d,
    conv2d_transpose,
    max_pool,
    average_pool,
    global_max_pool,
    global_average_pool,
    zero_padding,
    upsample,
    permute,
    recurrent,
    last_step,
    reversed_steps,
    reshape,
    // Layers that are made of layers: this one, and for each branch `branch` and its steps; then `joined`.
    added,
    multiplied,
    concatenated,
    branch,
    joined,
};
enum class imported_activations : unsigned char {
    identity,
    relu,
    relu6,
    leaky_relu,
    elu,
    celu,
    selu,
    sigmoid,
    log_sigmoid,
    tanh,
    softplus,
    softsign,
    hard_sigmoid,
    hard_tanh,
    hard_swish,
    mish,
    gelu,
    silu,
    clamp,
    softmax,
    log_softmax,
};

struct imported_activation {
    imported_activations kind = imported_activations::identity;
    double first = 0; // its settings
    double second = 0;

    friend constexpr bool operator==(imported_activation const&,
                                     imported_activation const&) = default;
};

// All that the type of a layer in a model file depends on.
struct imported_signature {
    imported_layers layer = imported_layers::nothing;
    imported_activation activation{};
    std::array<std::size_t, 12> sizes{}; // which ones, layers/ says
    double setting = 0;                  // of the layer itself
};

// A layer of a model file, and where its parameters lie, in the order of its members.
struct imported_step : imported_signature {
    std::array<parameter_block, 4> blocks{};
    std::size_t block_count = 0;
    std::size_t inside = 0; // steps after it that are part of it
    // Layers in it that have such blocks each, one behind the other in the file: the directions of a recurrent layer.
    std::size_t part_count = 1;
};

} // namespace ctnn::detail
