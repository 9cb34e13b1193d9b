#pragma once

#include <array>
#include <cstddef>
#include <ctnn/math/exp.hpp>
#include <ctnn/number/detail/widen.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/detail/interval/logits_in_steps.hpp>
#include <limits>

// Probabilities from intervals of logits. As a real function, probability i is
// 1 / (1 + sum over j != i of exp(x_j - x_i)): it grows with x_i and falls with the others.
//
// The program's error (kernel/softmax.hpp), to first order and in epsilon: the numerator exp(d), where
// d = x_i - max, is off by 1 + |d| / 2 (exp, and the rounding of d); the sum of N terms by 1 + 0.19 N
// (their own errors, since e^-|d| |d| / 2 is at most 0.19) and N / 2 (its additions); the quotient by
// 1/2. What is cut off far below the largest is less than `tiny`. The formula above, as computed here,
// is off by no more, where |d| is the largest |x_j - x_i| for which exp is finite. The
// 5 + N + 0.55 |d| below exceeds both by enough to cover the higher orders.

namespace ctnn::verify::detail {

// That error, in epsilons of T, if no two logits are further apart than this.
template <class T, std::size_t Size, class Number>
constexpr Number softmax_error(Number apart) {
    constexpr Number furthest = sizeof(T) == 4 ? Number(90) : Number(710);
    return Number(5) + static_cast<Number>(Size) +
           Number(0.55) * number::detail::smaller(apart, furthest);
}

// The error of one of the program's probabilities; the real one is at most 1.
template <class T, std::size_t Size>
constexpr double softmax_distance(double apart) {
    return static_cast<double>(std::numeric_limits<T>::epsilon()) * softmax_error<T, Size>(apart) +
           static_cast<double>(number::detail::tiny<T>);
}

template <number::detail::floats T, std::size_t Size>
constexpr std::array<interval<T>, Size> softmax_range(std::array<interval<T>, Size> const& x) {
    using math::exp;
    using number::detail::above, number::detail::below;
    using number::detail::larger, number::detail::smaller;
    std::array<interval<T>, Size> y{};
    for (std::size_t i = 0; i < Size; ++i) {
        T least_sum = T(1), most_sum = T(1), distance = T(0);
        for (std::size_t j = 0; j < Size; ++j)
            if (j != i) {
                T const most = x[j].upper - x[i].lower;
                most_sum += exp(most);
                least_sum += exp(x[j].lower - x[i].upper);
                distance = larger(distance, most);
            }
        T const parts = T(2) * softmax_error<T, Size>(distance);
        y[i] = interval<T>::of(larger(T(0), below(T(1) / most_sum, parts)),
                               smaller(T(1), above(T(1) / least_sum, parts)));
    }
    return y;
}

// In fixed point, if differences may saturate, all that is known is that the result is a probability. Otherwise each exp is off by less than 0.78 steps, and the
// largest one is 1 up to that error, so N of them move a quotient by at most (N + 1) 0.78 / 0.61 steps. Both it
// and the bounds are then rounded, which keeps their order, so the next whole number is enough.
template <number::detail::goes_in_steps T, std::size_t Size>
constexpr std::array<interval<T>, Size> softmax_range(std::array<interval<T>, Size> const& x) {
    logits_in_steps<T, Size> const logits(x);
    std::array<interval<T>, Size> y{};
    if (logits.may_saturate) {
        for (std::size_t i = 0; i < Size; ++i)
            y[i] = {T(0), T(1)};
        return y;
    }
    auto const wide = softmax_range(logits.wide);
    for (std::size_t i = 0; i < Size; ++i) {
        interval<T> const p =
            interval<T>{T(wide[i].lower), T(wide[i].upper)}.widened(2 + (13 * Size + 9) / 10);
        y[i] = {number::detail::larger(T(0), p.lower), number::detail::smaller(T(1), p.upper)};
    }
    return y;
}

} // namespace ctnn::verify::detail
