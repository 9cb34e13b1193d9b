#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/update_rule.hpp>
#include <ctnn/concept/optimizer.hpp>
#include <ctnn/placed/detail/update_layer.hpp>

namespace ctnn::detail {

// What comes after an optimizer's step, however it was taken.
template <class Learner, class Optimizer>
[[gnu::always_inline]] constexpr void end_step(Learner& learner, Optimizer const& optimizer) {
    if constexpr (customization::projects<Optimizer, decltype(learner.network)>)
        optimizer.project(learner.network);
    learner.steps += learner.steps + 1 != 0; // the count does not start over
}

// A step along a gradient in memory, which the optimizer may change first.
template <class Learner, class Optimizer, class Gradient>
[[gnu::always_inline]] constexpr void step_along(Gradient& gradient, Learner& learner,
                                                 Optimizer const& optimizer) {
    using network = decltype(learner.network);
    if constexpr (customization::prepares<Optimizer, network>)
        optimizer.prepare(gradient);
    with_memory(
        learner.state, [&](auto&... memory) __attribute__((always_inline)) {
            update_parameters(rule_at<typename network::scalar>(optimizer, learner.steps), gradient,
                              learner.network, memory...);
        });
    end_step(learner, optimizer);
}

} // namespace ctnn::detail
