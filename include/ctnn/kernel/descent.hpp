#pragma once

#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/multiply_add.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// A rule is what a step does to a parameter: rule(parameter, derivative, memory ...) changes the parameter and what
// the optimizer remembers of it. All of them are numbers, or lanes of them.
//
// This is the rule of gradient descent, which remembers nothing: parameter -= rate * derivative. Kernels have forms of
// their own for it.
template <class Scalar>
struct descent {
    Scalar rate;

    template <class Values>
    [[gnu::always_inline]] constexpr void operator()(Values& parameter,
                                                     Values const& derivative) const {
        parameter = multiply_subtract(rate, derivative, parameter);
    }
};

template <class Rule>
inline constexpr bool is_descent = false;
template <class Scalar>
inline constexpr bool is_descent<descent<Scalar>> = true;

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
