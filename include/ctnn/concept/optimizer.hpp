#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <concepts>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/no_state.hpp>
#include <ctnn/concept/trainable_network.hpp>

namespace ctnn {
namespace detail {

template <class Optimizer, class Network>
struct optimizer_state {
    using type = no_state;
};
template <class Optimizer, class Network>
    requires customization::remembers<Optimizer, Network>
struct optimizer_state<Optimizer, Network> {
    using type = typename Optimizer::template state<Network>;
};
template <class Optimizer, class Network>
using state_of = typename optimizer_state<Optimizer, Network>::type;

} // namespace detail

namespace concepts {

/// An optimizer: `apply(network, gradient, state)` changes the network by one step. The state is
/// its `state<Network>`, kept by `train` from step to step, or `no_state` where it names none.
/// `is_valid()` says whether its settings make sense.
///
/// Shape:    a network, a gradient of the same type and a state.
/// Cost:     that of the model.
/// Errors:   `train` does not take anything else.
/// Example:  tests/laws/optimizer.cpp
template <class Optimizer, class Network>
concept optimizer = concepts::trainable_network<Network> &&
    std::default_initializable<detail::state_of<Optimizer, Network>> &&
    requires(Optimizer const& optimizer, Network& net, Network const& gradient,
             detail::state_of<Optimizer, Network>& state) {
    optimizer.apply(net, gradient, state);
    { optimizer.is_valid() } -> std::convertible_to<bool>;
};

} // namespace concepts
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
