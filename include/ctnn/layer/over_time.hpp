#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/bound_over_time.hpp>
#include <ctnn/placed/detail/stage.hpp>
#include <ctnn/placed/is_activate.hpp>
#include <ctnn/placed/name_over_time.hpp>

namespace ctnn::detail {

// (An activation is one in double.)
template <class Layer>
using layer_over_time = typename as_layer<Layer, double>::type;

} // namespace ctnn::detail

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// Applies a layer to each step of a sequence separately: `over_time<dense<4, relu>>` turns 20 steps of 3 numbers into
/// 20 steps of 4. (`dense<4>` takes all 60 numbers as one row.)
///
/// Shape:    Steps x the layer's input -> Steps x its output. Its parameters are the layer's.
/// Gradient: that of the layer, added up over the steps.
/// Cost:     that of the layer, for each step.
/// Errors:   a row as the input does not compile, nor does a layer that cannot take a step, that keeps a state, or
///           whose activation mixes numbers. The message says which.
/// Source:   Keras' TimeDistributed.
/// Example:  tests/layer/over_time.cpp
template <class Layer>
struct over_time
    : placed::name_over_time<Layer, placed::is_activate<detail::layer_over_time<Layer>>>,
      placed::settings_over_time<Layer, placed::is_activate<detail::layer_over_time<Layer>>> {
    using activation = typename detail::activation_of<detail::layer_over_time<Layer>>::type;
    using step_layer = Layer;

    template <class At, class Scalar, class Shape>
    using diagnosis =
        decltype(placed::over_time_diagnosis<ctnn::over_time, At, Layer, Scalar, Shape>());

    template <concepts::scalar Scalar, class Shape>
    using bound = typename placed::over_time_of<ctnn::over_time, Layer, Scalar, Shape>::type;
};

CTNN_ARITHMETIC_END
} // namespace ctnn

namespace ctnn::placed {

// An activation of each step is just that activation.
template <class Layer>
    requires is_activate<ctnn::detail::layer_over_time<Layer>>
inline constexpr bool is_activate<over_time<Layer>> = true;

} // namespace ctnn::placed

#include <ctnn/config/epilogue.hpp>
