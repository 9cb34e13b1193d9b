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

/// A convolution that enlarges an image: each place of the input adds the kernel, times its numbers, to a window of the
/// output. `conv2d` computes the same when it passes derivatives back. `conv2d_transpose<8, kernel_size<2, 2>,
/// strides<2, 2>>` doubles rows and columns. Options as for `conv2d`; padding removes places of the output.
///
/// Shape:    Rows x Columns x Channels -> Rows' x Columns' x Outputs. With kernel k, stride s and reach r = (k - 1) dilation +
///           1, n places become (n - 1) s + r; with `padding<P>` 2 P fewer; with `padding_same` n s.
///           weights[(row * kernel columns + column) * Channels + channel][output] and biases[output].
/// Gradient: that of a dense layer for each output place, added up.
/// Cost:     output places * kernel places * Channels * Outputs multiply-adds forward, twice that backward. With strides, most
///           of them multiply zeros between the numbers of the input.
/// Errors:   as for `conv2d`; padding that leaves no output does not compile.
/// Source:   As PyTorch's ConvTranspose2d, and as Keras' Conv2DTranspose where the kernel is not shorter than the stride.
/// Example:  tests/layer/conv2d_transpose.cpp
template <std::size_t Outputs, class... Options>
struct conv2d_transpose {
    using options = placed::window_options<2, false, Options...>;
    using activation = typename options::activation;
    static constexpr char const* name = "conv2d_transpose";
    static constexpr auto settings = options::settings;

    template <class At, class Shape>
    using diagnosis = decltype(options::template transposed_diagnosis<At, Shape, Outputs>());

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::affine<Scalar, typename options::template transposed_windows<Shape>,
                                 options::template outputs_of_group<Outputs>>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
