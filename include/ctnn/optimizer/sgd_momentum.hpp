#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/concept/setting.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/optimizer/detail/rate_problem.hpp>

namespace ctnn {

/// Stochastic gradient descent with momentum: velocity = momentum * velocity + derivative, and then
/// parameter -= learning_rate * velocity. With `nesterov` the step goes along
/// derivative + momentum * velocity instead.
///
/// Cost:     for each parameter two multiplications, an addition and a subtraction; with `nesterov` one more of the
///           first two. It remembers one number for each parameter.
/// Errors:   `train` and `train_step` refuse a learning rate that is negative or not finite, a momentum that is not in
///           [0, 1), and a setting that is 0 in the network's scalar; in a constant they end the build.
/// Source:   I. Sutskever, J. Martens, G. Dahl, G. Hinton, "On the importance of initialization and momentum in deep
///           learning", 2013, in the form of torch.optim.SGD.
/// Example:  docs/examples/optimizers.cpp
struct sgd_momentum {
    double learning_rate = 0.01;
    double momentum = 0.9;
    bool nesterov = false;

    static constexpr std::size_t square_roots = 0;

    template <class T>
    struct memory {
        T velocity{};
    };

    template <concepts::scalar Scalar>
    [[gnu::always_inline]] constexpr char const* problem() const {
        if (char const* const sentence = detail::rate_problem<Scalar>(learning_rate))
            return sentence;
        if (!(momentum >= 0 && momentum < 1))
            return "momentum is not in [0, 1)";
        if (is_1_in<Scalar>(momentum))
            return "momentum is 1 in the network's scalar";
        if (vanishes<Scalar>(momentum))
            return "momentum is 0 in the network's scalar";
        return nullptr;
    }

    template <class Scalar>
    struct constants {
        Scalar learning_rate;
        Scalar momentum;
        bool nesterov;
    };
    template <concepts::scalar Scalar>
    [[gnu::always_inline]] constexpr constants<Scalar> at() const {
        return {static_cast<Scalar>(learning_rate), static_cast<Scalar>(momentum), nesterov};
    }

    template <class Values, class Scalar>
    [[gnu::always_inline]] static constexpr void update(Values& parameter, Values const& derivative,
                                                        memory<Values>& past,
                                                        constants<Scalar> const& with) {
        if constexpr (kernel::adds_products<Values>) {
            using kernel::multiply_add, kernel::multiply_subtract;
            past.velocity = multiply_add(with.momentum, past.velocity, derivative);
            parameter = multiply_subtract(
                with.learning_rate,
                with.nesterov ? multiply_add(with.momentum, past.velocity, derivative)
                              : past.velocity,
                parameter);
        } else {
            past.velocity = with.momentum * past.velocity + derivative;
            if (with.nesterov)
                parameter -= with.learning_rate * (derivative + with.momentum * past.velocity);
            else
                parameter -= with.learning_rate * past.velocity;
        }
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
