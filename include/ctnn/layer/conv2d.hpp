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

/// A convolution of an image: the same dense layer on each window of the input.
/// `conv2d<8, kernel_size<3, 3>, relu>` has eight outputs for each window of 3 x 3 places. Options,
/// in any order: `kernel_size<R, C>`; `strides<R, C>` and `dilation<R, C>`, 1 without them; `padding<R, C>` or
/// `padding_same`, none without them; `groups<G>`, 1 without it; an activation.
///
/// Shape:    Rows x Columns x Channels -> one Row and Column for each window x Outputs;
///           weights[(row * kernel columns + column) * Channels + channel][output], as Keras keeps them, and
///           biases[output]. In groups, a window has Channels / G channels.
/// Gradient: that of a dense layer for each window, added up.
/// Cost:     windows * kernel places * Channels * Outputs multiply-adds forward, twice that backward;
///           (kernel places * Channels + 1) * Outputs parameters. Without vectors, and
///           where a window meets the padding, it is copied to the stack.
/// Errors:   an input of another rank, or smaller than a window, does not compile, and the message names
///           both shapes. Neither do options that make no sense.
/// Source:   Y. LeCun et al., "Backpropagation applied to handwritten zip code recognition", Neural
///           Computation, 1989. As Keras' Conv2D: the kernel is not mirrored.
/// Example:  tests/layer/conv2d.cpp
template <std::size_t Outputs, class... Options>
struct conv2d {
    using options = placed::window_options<2, false, Options...>;
    using activation = typename options::activation;
    static constexpr char const* name = "conv2d";
    static constexpr auto settings = options::settings;

    template <class At, class Shape>
    using diagnosis = decltype(options::template grouped_diagnosis<At, Shape, Outputs>());

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::affine<Scalar, typename options::template windows<Shape>,
                                 options::template outputs_of_group<Outputs>>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
