#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/customization.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/layer/reversed_steps.hpp>
#include <ctnn/placed/branch.hpp>
#include <ctnn/placed/composite.hpp>
#include <ctnn/placed/concatenation.hpp>
#include <type_traits>

namespace ctnn::detail {

// Whether a layer drops steps, as last_step does.
template <class Layer>
inline constexpr bool ends_a_sequence = false;
template <customization::names_a_step_layer Layer>
inline constexpr bool ends_a_sequence<Layer> = std::is_void_v<typename Layer::step_layer>;

// From the last step to the first; then each output goes back to the place of its step.
template <class... Layers>
using backward_branch =
    std::conditional_t<(... || ends_a_sequence<Layers>), placed::branch<reversed_steps, Layers...>,
                       placed::branch<reversed_steps, Layers..., reversed_steps>>;

} // namespace ctnn::detail

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// Layers that run over a sequence twice: from the first step to the last and, with their own parameters, from the last
/// to the first. The two outputs lie side by side: after `bidirectional<gru<8>>`, a step has 16 numbers, 8 about the
/// steps before it and 8 about those after it. `bidirectional<gru<8>, last_step>` gives the final output of each
/// direction. Parameters: `net.layer<I>().layer<0>().layer<0>()` is the first forward layer,
/// `net.layer<I>().layer<1>().layer<1>()` the first backward layer, after `reversed_steps`.
///
/// Shape:    Steps x what the layers take -> Steps x 2 Outputs, or 2 Outputs after `last_step`.
/// Gradient: the sum of both directions'.
/// Cost:     twice that of the layers, and two copies.
/// Errors:   a row as the input does not compile, nor do layers whose output is not a sequence, unless one of them is
///           `last_step`. A network with it has no stream.
/// Source:   M. Schuster, K. K. Paliwal, "Bidirectional recurrent neural networks", IEEE Transactions on Signal
///           Processing 45, 1997; as Keras' Bidirectional with merge_mode="concat".
/// Example:  tests/layer/bidirectional.cpp
template <class... Layers>
struct bidirectional : placed::composite<placed::concatenation, placed::branch<Layers...>,
                                         detail::backward_branch<Layers...>> {
    static constexpr char const* name = "bidirectional";
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
