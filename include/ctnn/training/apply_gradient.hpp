#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/customization.hpp>
#include <ctnn/optimizer/detail/gradient_diagnosis.hpp>
#include <ctnn/training/detail/settings_problem.hpp>
#include <ctnn/training/detail/step_along.hpp>
#include <ctnn/training/detail/stop_constant.hpp>
#include <ctnn/training/detail/train_diagnosis.hpp>
#include <ctnn/training/training_problem.hpp>
#include <ctnn/training/training_result.hpp>
#include <type_traits>

namespace ctnn {
namespace detail {

template <class Network, class State, class Optimizer, class Gradient>
constexpr auto apply_diagnosis() {
    using gradient = decltype(gradient_diagnosis<Network, Gradient>());
    using optimizer = decltype(optimizer_diagnosis<Network, State, Optimizer>());
    if constexpr (!fits<optimizer>)
        return optimizer{};
    else
        return gradient{};
}

} // namespace detail

/// One step of an optimizer along a gradient that you have computed, in place: for your own loop around
/// `backpropagate`. The bits are those of `train`.
///
/// Shape:    a training_result, which holds the network, what the optimizer remembers and how many steps it has taken;
///           an optimizer; a gradient, which is a network of the same type.
/// Cost:     the optimizer's; a copy of the gradient, if the optimizer changes the whole of it first.
/// Errors:   the gradient of another network does not compile, nor does the result of a training with an optimizer that
///           remembers something else. If the optimizer has a setting that `train` refuses, it changes nothing, and
///           `problem()` says so; in a constant that ends the build.
/// Example:  docs/examples/own_loop.cpp
template <class Network, class State, class Optimizer, class Gradient,
          class Diagnosis =
              decltype(detail::apply_diagnosis<Network, State, Optimizer, Gradient>())>
    requires detail::is_none<Diagnosis>
constexpr void apply_gradient(training_result<Network, State>& learner, Optimizer const& optimizer,
                              Gradient const& gradient) {
    using scalar = typename Network::scalar;
    auto problem = detail::optimizer_problem<scalar>(optimizer);
    if (problem.kind != training_problem::kinds::none) {
        problem.epoch = learner.epochs;
        if (std::is_constant_evaluated())
            error::training_stopped_in_epoch_at_sample(learner.epochs, 0, problem);
        learner.stopped_by = problem;
        return;
    }
    if constexpr (customization::prepares<Optimizer, Network>) {
        Network copy = gradient;
        detail::step_along(copy, learner, optimizer);
    } else {
        detail::step_along(gradient, learner, optimizer);
    }
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class State, class Optimizer, class Gradient,
          class Diagnosis =
              decltype(detail::apply_diagnosis<Network, State, Optimizer, Gradient>())>
    requires(!detail::is_none<Diagnosis>)
void apply_gradient(training_result<Network, State>&, Optimizer const&, Gradient const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
