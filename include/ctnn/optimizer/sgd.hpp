#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/network.hpp>
#include <ctnn/concept/no_state.hpp>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/error/stop_sentences.hpp>
#include <ctnn/kernel/subtract_scaled.hpp>
#include <ctnn/optimizer/detail/gradient_diagnosis.hpp>
#include <ctnn/tensor/detail/members.hpp>
#include <limits>
#include <type_traits>

namespace ctnn {

/// Stochastic gradient descent: each parameter becomes parameter - learning_rate * derivative.
///
/// Shape:    a network and a gradient of the same type to a network.
/// Cost:     one multiplication and one subtraction for each parameter.
/// Errors:   the gradient of another network does not compile; the message names the first layer
///           that differs. `train` and `train_step` refuse a learning rate that is negative or not
///           finite, and in a constant it ends the build of `update`, too. At run time `update` and
///           `apply` do what they are told: `is_valid()` says whether it makes sense.
/// Source:   H. Robbins, S. Monro, "A stochastic approximation method", 1951.
/// Example:  docs/examples/notebook_step.cpp
struct sgd {
    double learning_rate = 0.01;

    // (Always inlined: of a constant nothing is left, and a board needs no double.)
    [[gnu::always_inline]] constexpr bool is_valid() const {
        return learning_rate >= 0 && learning_rate <= (std::numeric_limits<double>::max)();
    }

    // In place, as `train` does it.
    template <concepts::trainable_network Network>
    constexpr void apply(Network& net, Network const& gradient, no_state&) const {
        auto const rate = descent_rate<typename Network::scalar>();
        detail::for_each_block(
            [rate](auto to, auto from) {
                kernel::subtract_scaled<decltype(to)::size>(rate, from.data, to.data);
            },
            net, gradient);
    }

    // A step is nothing but parameter -= rate * derivative: `train` may do it without a gradient.
    template <concepts::scalar Scalar>
    constexpr Scalar descent_rate() const {
        return static_cast<Scalar>(learning_rate);
    }

    template <concepts::network Network, class Gradient,
              class Diagnosis = decltype(detail::gradient_diagnosis<Network, Gradient>())>
        requires detail::is_none<Diagnosis>
    constexpr Network update(Network const& net, Gradient const& gradient) const {
        if (std::is_constant_evaluated() && !is_valid())
            error::the_learning_rate_is_negative_or_not_finite();
        no_state nothing;
        Network next = net;
        apply(next, gradient, nothing);
        return next;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
