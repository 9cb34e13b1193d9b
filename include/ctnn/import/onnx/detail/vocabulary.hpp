#pragma once

#include <cstdint>
#include <ctnn/import/onnx/detail/channels_first.hpp>
#include <ctnn/import/onnx/detail/operators.hpp>
#include <ctnn/import/onnx/detail/operators/patterns.hpp>
#include <ctnn/import/onnx/detail/output_order.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>
#include <ctnn/import/onnx/detail/steps_first.hpp>
#include <ctnn/import/onnx/detail/walk.hpp>

namespace ctnn::onnx::detail {

// Layers that take channels first in a file.
inline constexpr std::uint64_t of_images =
    set_of(layers::conv1d, layers::conv2d, layers::depthwise_conv2d, layers::conv2d_transpose,
           layers::upsample, layers::max_pool, layers::average_pool, layers::global_max_pool,
           layers::global_average_pool, layers::zero_padding, layers::batch_norm, layers::prelu);

// What the network of this set needs.
template <std::uint64_t Network>
inline constexpr vocabulary vocabulary_of{
    operators_of<Network>.data(),
    operators_of<Network>.size(),
    (Network &
     set_of(activations::gelu, activations::silu, activations::mish, activations::hard_swish)) != 0
        ? read_pattern
        : nullptr,
    (Network & set_of(layers::added, layers::multiplied, layers::concatenated)) != 0 ? walk_branches
                                                                                     : nullptr,
    (Network & of_images) != 0 ? has_channels_first : nullptr,
    (Network & set_of(layers::recurrent)) != 0 ? has_steps_first : nullptr,
    (Network & set_of(layers::permute)) != 0 ? order_output : has_output_in_order,
    Network == always ? problems::operator_is_not_read : problems::operator_is_not_of_the_network};

} // namespace ctnn::onnx::detail
