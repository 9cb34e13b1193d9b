#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/sqrt.hpp>
#include <ctnn/optimizer/detail/adam_constants.hpp>

namespace ctnn {

/// Adam: keeps moving means of a parameter's derivatives and of their squares, each divided by 1 - beta^n to correct the
/// bias of a start at 0. Then parameter -= learning_rate * mean / (sqrt(square) + epsilon).
///
/// Cost:     for each parameter a square root, a division, four multiplications and four additions or subtractions; two
///           powers for each step. It remembers two numbers for each parameter: sums, which are the means divided by
///           1 - beta.
/// Errors:   `train` and `train_step` refuse a learning rate that is negative or not finite, a beta that is not in
///           [0, 1), an epsilon that is not above 0, and settings that are lost in the network's scalar, as the default
///           epsilon is in most fixed_points; in a constant they end the build.
/// Source:   D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1, with the names and
///           defaults of torch.optim.Adam.
/// Example:  docs/examples/optimizers.cpp
struct adam {
    double learning_rate = 1e-3;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;

    static constexpr std::size_t square_roots = 1;

    template <class T>
    struct memory {
        T derivatives{};
        T squares{};
    };

    template <concepts::scalar Scalar>
    [[gnu::always_inline]] constexpr char const* problem() const {
        return detail::adam_problem<Scalar>(*this);
    }

    template <concepts::scalar Scalar>
    [[gnu::always_inline]] constexpr auto at(std::size_t steps) const {
        return detail::adam_constants_at<Scalar>(*this, steps);
    }

    template <class Values, class Constants>
    [[gnu::always_inline]] static constexpr void update(Values& parameter, Values const& derivative,
                                                        memory<Values>& past,
                                                        Constants const& with) {
        if constexpr (kernel::adds_products<Values>) {
            past.squares = kernel::multiply_add(derivative, derivative, with.beta2 * past.squares);
            past.derivatives = kernel::multiply_add(with.beta1, past.derivatives, derivative);
        } else {
            past.derivatives = with.beta1 * past.derivatives + derivative;
            past.squares = with.beta2 * past.squares + derivative * derivative;
        }
        parameter -= with.rate * past.derivatives / (kernel::sqrt(past.squares) + with.epsilon);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
