#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/depthwise_conv2d.hpp>
#include <ctnn/placed/branch.hpp>
#include <ctnn/placed/composite.hpp>
#include <ctnn/placed/sum.hpp>
#include <ctnn/placed/window_options.hpp>
#include <ctnn/tensor/kernel_size.hpp>

namespace ctnn::detail {

// The options apart: activations go to the second layer, all others to the first.
template <class... Options>
struct options_of_layer {};
template <std::size_t Outputs, class First, class Second, class... Options>
struct separable;
template <std::size_t Outputs, class... First, class... Second>
struct separable<Outputs, options_of_layer<First...>, options_of_layer<Second...>> {
    using type =
        placed::branch<depthwise_conv2d<First...>, conv2d<Outputs, kernel_size<1, 1>, Second...>>;
};
template <std::size_t Outputs, class... First, class... Second, class Option, class... Rest>
struct separable<Outputs, options_of_layer<First...>, options_of_layer<Second...>, Option, Rest...>
    : separable<Outputs, options_of_layer<First..., Option>, options_of_layer<Second...>, Rest...> {
};
template <std::size_t Outputs, class... First, class... Second, class Option, class... Rest>
    requires(placed::kind_of<Option> == placed::option::activation)
struct separable<Outputs, options_of_layer<First...>, options_of_layer<Second...>, Option, Rest...>
    : separable<Outputs, options_of_layer<First...>, options_of_layer<Second..., Option>, Rest...> {
};

} // namespace ctnn::detail

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// A depthwise convolution, and a 1 x 1 convolution that mixes its channels, in one layer: `separable_conv2d<16,
/// kernel_size<3, 3>, relu>` is `depthwise_conv2d<kernel_size<3, 3>>, conv2d<16, kernel_size<1, 1>, relu>`. It has the
/// windows of `conv2d<16, kernel_size<3, 3>, relu>` and far fewer weights. Options as for `depthwise_conv2d`; the
/// activation comes at the end.
///
/// Shape:    Rows x Columns x Channels -> one Row and Column for each window x Outputs. Its parameters are
///           `net.layer<I>().layer<0>()` and `.layer<1>()`, those of the two layers.
/// Gradient: that of the two layers.
/// Cost:     that of the two layers.
/// Errors:   those of the two layers.
/// Source:   As Keras' SeparableConv2D, which has no biases between the two layers: leave `layer<0>().biases` at 0.
/// Example:  tests/layer/separable_conv2d.cpp
template <std::size_t Outputs, class... Options>
struct separable_conv2d
    : placed::composite<placed::sum,
                        typename detail::separable<Outputs, detail::options_of_layer<>,
                                                   detail::options_of_layer<>, Options...>::type> {
    static constexpr char const* name = "separable_conv2d";
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
