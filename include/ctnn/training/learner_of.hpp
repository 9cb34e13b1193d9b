#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/optimizer.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/training/training_result.hpp>
#include <type_traits>

namespace ctnn {

/// What training the network with the optimizer starts from and returns: a training_result with room for what the
/// optimizer remembers. `train_step` and `apply_gradient` take it.
///
/// Shape:    the types of a network and of an optimizer; the optimizer's may be constant, as `decltype` of a constant is.
/// Example:  docs/examples/own_loop.cpp
template <concepts::trainable_network Network, class Optimizer>
using learner_of =
    training_result<Network, detail::state_of<std::remove_const_t<Optimizer>, Network>>;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
