#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/affine.hpp>
#include <ctnn/placed/causal_step.hpp>
#include <ctnn/placed/window_options.hpp>
#include <ctnn/tensor/padding_causal.hpp>
#include <ctnn/tensor/shape.hpp>
#include <ctnn/tensor/strides.hpp>
#include <type_traits>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// A convolution of a sequence: the same dense layer on each window of steps.
/// `conv1d<8, kernel_size<3>, dilation<2>, padding_causal, relu>` sees a step, and those two and four steps before it.
/// Options, in any order: `kernel_size<R>`; `strides<S>` and `dilation<D>`, 1 without them; `padding<P>`, `padding_same` or
/// `padding_causal`, none without them; `groups<G>`; an activation. With `padding_causal` and without strides the layer
/// also takes one step at a time (`stream_of`): its state is the steps that later windows need.
///
/// Shape:    Steps x Channels -> Windows x Outputs; weights[place * Channels + channel][output], as Keras keeps them, and
///           biases[output]. After `input<C>`, if it can stream, one step from the zero state: Channels -> Outputs.
/// Gradient: that of a dense layer for each window, added up.
/// Cost:     windows * kernel places * Channels * Outputs multiply-adds forward, twice that backward. A step costs one window,
///           and its state (R - 1) D rows of Channels numbers and a counter.
/// Errors:   as for `conv2d`.
/// Source:   As Keras' Conv1D. A. van den Oord et al., "WaveNet: a generative model for raw audio", 2016.
/// Example:  tests/layer/conv1d.cpp
template <std::size_t Outputs, class... Options>
struct conv1d {
    using options = placed::window_options<1, false, Options...>;
    using activation = typename options::activation;
    static constexpr char const* name = "conv1d";
    static constexpr auto settings = options::settings;

private:
    static constexpr std::size_t outputs_of_group = options::template outputs_of_group<Outputs>;
    static constexpr bool takes_steps = std::is_same_v<typename options::padded, padding_causal> &&
                                        std::is_same_v<typename options::stride, strides<1>>;

    // A step is a sequence of one row.
    template <class Shape>
    struct sequence {
        using type = Shape;
    };
    template <std::size_t Channels>
    requires takes_steps struct sequence<shape<Channels>> {
        using type = shape<1, Channels>;
    };

    template <class Scalar, class Shape>
    struct bound_to {
        using type =
            placed::affine<Scalar, typename options::template windows<Shape>, outputs_of_group>;
    };
    template <class Scalar, std::size_t Channels>
    struct bound_to<Scalar, shape<Channels>> {
        using type =
            placed::causal_step<Scalar, typename options::template windows<shape<1, Channels>>,
                                outputs_of_group, options::dilations::extents[0]>;
    };

public:
    template <class At, class Shape>
    using diagnosis =
        decltype(options::template grouped_diagnosis<At, typename sequence<Shape>::type,
                                                     Outputs>());

    template <class At>
        requires(!takes_steps)
    using step_diagnosis =
        typename At::takes_one_step_at_a_time_only_with_padding_causal_and_without_strides;

    template <concepts::scalar Scalar, class Shape>
    using bound = typename bound_to<Scalar, Shape>::type;
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
