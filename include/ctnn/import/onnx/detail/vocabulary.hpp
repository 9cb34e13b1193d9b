#pragma once

#include <cstdint>
#include <ctnn/import/onnx/detail/channels_first.hpp>
#include <ctnn/import/onnx/detail/operators.hpp>
#include <ctnn/import/onnx/detail/operators/patterns.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>
#include <ctnn/import/onnx/detail/walk.hpp>

namespace ctnn::onnx::detail {

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
    (Network & set_of(layers::conv1d, layers::conv2d, layers::depthwise_conv2d,
                      layers::conv2d_transpose, layers::upsample, layers::max_pool,
                      layers::average_pool, layers::global_max_pool, layers::global_average_pool,
                      layers::zero_padding, layers::batch_norm, layers::prelu)) != 0
        ? has_channels_first
        : nullptr,
    Network == always ? problems::operator_is_not_read : problems::operator_is_not_of_the_network};

} // namespace ctnn::onnx::detail
