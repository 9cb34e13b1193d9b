#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/detail/stop_for_setting.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/kernel/descent.hpp>
#include <ctnn/optimizer/detail/gradient_diagnosis.hpp>
#include <ctnn/optimizer/detail/rate_problem.hpp>
#include <ctnn/placed/detail/update_layer.hpp>
#include <type_traits>

namespace ctnn {

/// Stochastic gradient descent: each parameter becomes parameter - learning_rate * derivative.
///
/// Shape:    a network and a gradient of the same type to a network.
/// Cost:     one multiplication and one subtraction for each parameter. It remembers nothing.
/// Errors:   the gradient of another network does not compile; the message names the first layer
///           that differs. `train` and `train_step` refuse a learning rate that is negative or not
///           finite, or 0 in the network's scalar, and in a constant it ends the build of `update`, too. At run time
///           `update` does not check it.
/// Source:   H. Robbins, S. Monro, "A stochastic approximation method", 1951.
/// Example:  docs/examples/notebook_step.cpp
struct sgd {
    double learning_rate = 0.01;

    // (Always inlined: nothing is left of a constant, and a board needs no double.)
    template <concepts::scalar Scalar>
    [[gnu::always_inline]] constexpr char const* problem() const {
        return detail::rate_problem<Scalar>(learning_rate);
    }

    template <concepts::scalar Scalar>
    [[gnu::always_inline]] constexpr kernel::descent<Scalar> at() const {
        return {static_cast<Scalar>(learning_rate)};
    }

    template <concepts::network Network, class Gradient,
              class Diagnosis = decltype(detail::gradient_diagnosis<Network, Gradient>())>
        requires detail::is_none<Diagnosis>
    constexpr Network update(Network const& net, Gradient const& gradient) const {
        using scalar = typename Network::scalar;
        if (std::is_constant_evaluated())
            error::stop_for_setting(problem<scalar>());
        Network next = net;
        detail::update_parameters(at<scalar>(), gradient, next);
        return next;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
