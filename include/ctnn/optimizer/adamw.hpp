#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/optimizer/adam.hpp>
#include <ctnn/optimizer/detail/adam_constants.hpp>

namespace ctnn {

/// Adam with decoupled weight decay: before each step of Adam, parameter -= learning_rate * weight_decay * parameter.
/// Biases decay, too.
///
/// Cost:     that of `adam`, and one more multiplication and subtraction for each parameter.
/// Errors:   those of `adam`, and a weight_decay that is negative or not finite.
/// Source:   I. Loshchilov, F. Hutter, "Decoupled weight decay regularization", 2019, algorithm 2, with the names and
///           defaults of torch.optim.AdamW.
/// Example:  docs/examples/optimizers.cpp
struct adamw {
    double learning_rate = 1e-3;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;
    double weight_decay = 1e-2;

    static constexpr std::size_t square_roots = 1;

    template <class T>
    using memory = adam::memory<T>;

    template <concepts::scalar Scalar>
    [[gnu::always_inline]] constexpr char const* problem() const {
        if (!is_finite_and_not_negative(weight_decay))
            return "weight_decay is negative or not finite";
        if (saturates<Scalar>(weight_decay))
            return "weight_decay is more than the network's scalar can hold";
        if (char const* const sentence = detail::adam_problem<Scalar>(*this))
            return sentence;
        if (learning_rate != 0 && weight_decay != 0 &&
            static_cast<Scalar>(learning_rate) * static_cast<Scalar>(weight_decay) == Scalar(0))
            return "weight_decay times learning_rate is 0 in the network's scalar";
        return nullptr;
    }

    template <class T>
    struct constants {
        T rate, beta1, beta2, epsilon, decay;
    };
    template <concepts::scalar Scalar>
    [[gnu::always_inline]] constexpr constants<Scalar> at(std::size_t steps) const {
        auto const of_adam = detail::adam_constants_at<Scalar>(*this, steps);
        return {of_adam.rate, of_adam.beta1, of_adam.beta2, of_adam.epsilon,
                static_cast<Scalar>(learning_rate) * static_cast<Scalar>(weight_decay)};
    }

    template <class Values, class Constants>
    [[gnu::always_inline]] static constexpr void update(Values& parameter, Values const& derivative,
                                                        memory<Values>& past,
                                                        Constants const& with) {
        parameter -= with.decay * parameter;
        adam::update(parameter, derivative, past, with);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
