#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/affine.hpp>
#include <ctnn/placed/window_options.hpp>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// A convolution of each channel alone: `depthwise_conv2d<kernel_size<3, 3>, relu>` slides one window of 3 x 3 over each
/// channel. A `conv2d` of 1 x 1 after it mixes the channels. Options as for `conv2d`, and `depth_multiplier<M>` for M
/// outputs of each channel.
///
/// Shape:    Rows x Columns x Channels -> one Row and Column for each window x (Channels * M);
///           weights[row * kernel columns + column][channel * M + m], as Keras keeps them, and biases[channel * M + m].
/// Gradient: as for `conv2d`.
/// Cost:     windows * kernel places * Channels * M multiply-adds forward, twice that backward; (kernel places + 1) *
///           Channels * M parameters. The channels are lanes of vectors.
/// Errors:   as for `conv2d`; groups do not compile.
/// Source:   As Keras' DepthwiseConv2D; PyTorch's Conv2d with groups = in_channels.
/// Example:  tests/layer/depthwise_conv2d.cpp
template <class... Options>
struct depthwise_conv2d {
    using options = placed::window_options<2, false, Options...>;
    using activation = typename options::activation;
    static constexpr std::size_t multiplier = options::multiplier::count;
    static constexpr char const* name = "depthwise_conv2d";
    static constexpr auto settings = options::settings;

    template <class At, class Shape>
    using diagnosis = decltype(options::template depthwise_diagnosis<At, Shape>());

    template <concepts::scalar Scalar, class Shape>
    using bound =
        placed::affine<Scalar, typename options::template windows_of_channels<Shape>, multiplier>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
