#pragma once

#include <bit>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/concept/setting.hpp>
#include <ctnn/kernel/sqrt.hpp>
#include <ctnn/optimizer/detail/rate_problem.hpp>

// What Adam and its relatives share.

namespace ctnn::detail {

// 1 - beta^n, of 1 - beta: q(2n) = q(n) (2 - q(n)) and q(n + 1) = q(n) + (1 - beta) (1 - q(n)), bit by bit of n. No
// power of a number near 1 is taken from 1, so that as many digits are right as the scalar has; and a board needs neither
// a logarithm nor a double.
template <class Scalar>
constexpr Scalar one_minus_power(Scalar one_minus_beta, std::size_t n) {
    Scalar const one(1), two(2);
    Scalar q(0);
    std::size_t bit = std::bit_floor(n);
    for (; bit != 0 && q < one; bit >>= 1) {
        q = q * (two - q);
        if ((n & bit) != 0)
            q = q + one_minus_beta * (one - q);
    }
    return q;
}

// The numbers of a step of Adam. The corrections of bias are in the rate and in epsilon, and so are the factors 1 - beta
// of both means: what is remembered is the means without them, sums in which the past fades. That saves two operations
// for each parameter.
template <class Scalar>
struct adam_constants {
    Scalar rate;
    Scalar beta1;
    Scalar beta2;
    Scalar epsilon;
};

template <class Scalar, class Adam>
[[gnu::always_inline]] constexpr adam_constants<Scalar> adam_constants_at(Adam const& adam,
                                                                          std::size_t steps) {
    auto const first = static_cast<Scalar>(1 - adam.beta1);
    auto const second = static_cast<Scalar>(1 - adam.beta2);
    // sqrt(mean of squares / correction) = sqrt(sum of squares) / root
    std::size_t const n = steps + 1 == 0 ? steps : steps + 1;
    Scalar const root = kernel::sqrt(one_minus_power(second, n) / second);
    // (In this order, or a fixed_point loses the digits of the rate.)
    return {static_cast<Scalar>(adam.learning_rate) * root * (first / one_minus_power(first, n)),
            static_cast<Scalar>(adam.beta1), static_cast<Scalar>(adam.beta2),
            static_cast<Scalar>(adam.epsilon) * root};
}

template <class Scalar, class Adam>
[[gnu::always_inline]] constexpr char const* adam_problem(Adam const& adam) {
    if (char const* const sentence = rate_problem<Scalar>(adam.learning_rate))
        return sentence;
    if (!(adam.beta1 >= 0 && adam.beta1 < 1))
        return "beta1 is not in [0, 1)";
    if (!(adam.beta2 >= 0 && adam.beta2 < 1))
        return "beta2 is not in [0, 1)";
    if (!(is_finite_and_not_negative(adam.epsilon) && adam.epsilon > 0))
        return "epsilon is not above 0 or not finite";
    if (is_1_in<Scalar>(adam.beta1))
        return "beta1 is 1 in the network's scalar";
    if (is_1_in<Scalar>(adam.beta2))
        return "beta2 is 1 in the network's scalar";
    if (vanishes<Scalar>(adam.beta1))
        return "beta1 is 0 in the network's scalar";
    if (vanishes<Scalar>(adam.beta2))
        return "beta2 is 0 in the network's scalar";
    // The sums of derivatives and squares become as many times larger than one of them.
    if (saturates<Scalar>(1 / (1 - adam.beta1)))
        return "beta1 is too near 1 for the network's scalar, which can not hold 1 / (1 - beta1)";
    if (saturates<Scalar>(1 / (1 - adam.beta2)))
        return "beta2 is too near 1 for the network's scalar, which can not hold 1 / (1 - beta2)";
    if (vanishes<Scalar>(adam.epsilon))
        return "epsilon is 0 in the network's scalar";
    if (saturates<Scalar>(adam.epsilon))
        return "epsilon is more than the network's scalar can hold";
    return nullptr;
}

} // namespace ctnn::detail
