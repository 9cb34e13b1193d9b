#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/curve.hpp>
#include <ctnn/kernel/log_softmax.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/log.hpp>
#include <ctnn/number/detail/widen.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/detail/interval/logits_in_steps.hpp>
#include <limits>

// Logarithms of probabilities from intervals of logits. As a real function, output i grows with x_i and falls
// with the others, so its ends are at corners.
//
// The program's error (kernel/log_softmax.hpp), in epsilon: the sum of the exp, which is at least 1, is off by a
// share of 1 + 0.69 N (softmax_range.hpp says why), its log by that and by ln N, at most, of its own; the difference
// to the largest by half of itself, |d| / 2, and the last subtraction by half of its result, (|d| + ln N) / 2. Together
// that is less than 2 + 1.5 N + |d|.

namespace ctnn::verify::detail {

// That error, as a number, if no two logits are further apart than this.
template <class T, std::size_t Size, class Number = double>
constexpr Number log_softmax_distance(Number apart) {
    return static_cast<Number>(std::numeric_limits<T>::epsilon()) *
           (Number(2) + Number(1.5) * static_cast<Number>(Size) + apart);
}

// The real function where x_i is one end of its interval and the others are the other.
template <class T, std::size_t Size>
constexpr T corner_of_log_softmax(std::array<interval<T>, Size> const& x, std::size_t i,
                                  T interval<T>::*end, T interval<T>::*others) {
    using math::exp, math::log;
    auto const number_at = [&](std::size_t j) { return x[j].*(j == i ? end : others); };
    T most = number_at(0), sum = T(0);
    for (std::size_t j = 1; j < Size; ++j)
        most = number_at(j) > most ? number_at(j) : most;
    for (std::size_t j = 0; j < Size; ++j)
        sum += exp(number_at(j) - most);
    return (number_at(i) - most) - log(sum);
}

template <number::detail::floats T, std::size_t Size>
constexpr std::array<interval<T>, Size> log_softmax_range(std::array<interval<T>, Size> const& x) {
    using number::detail::larger, number::detail::smaller;
    std::array<interval<T>, Size> y{};
    for (std::size_t i = 0; i < Size; ++i) {
        T apart = T(0);
        for (std::size_t j = 0; j < Size; ++j)
            apart = j == i ? apart : larger(apart, x[j].upper - x[i].lower);
        // Of the program, of the corners, and of this subtraction.
        T const error = T(3) * log_softmax_distance<T, Size>(apart);
        T const low = corner_of_log_softmax(x, i, &interval<T>::lower, &interval<T>::upper);
        T const high = corner_of_log_softmax(x, i, &interval<T>::upper, &interval<T>::lower);
        y[i] = interval<T>::of(low - error, smaller(T(0), high + error));
    }
    return y;
}

// In fixed point no difference is rounded. Each exp is off by less than 0.78 steps, but that of the largest is 1, so the
// sum of the others and then its log are off by as much each; the log by 0.78 of its own, and that of each halving by
// 0.5 (docs/fixed_point.md). A sum that is halved is then rounded where it is half of one at least, which moves its log
// by little more than one step.
template <class T, std::size_t Size>
constexpr double fixed_log_softmax_error() {
    constexpr std::size_t halvings = kernel::detail::halvings_of_sum<T, Size>;
    return (0.78 * static_cast<double>(Size) + 0.5 * static_cast<double>(halvings) +
            (halvings > 0 ? 1.02 : 0)) *
           curves::step<T>;
}

// The most that the log of the sum can be, in steps.
template <class T, std::size_t Size>
constexpr std::int64_t most_log_of_sum() {
    return static_cast<std::int64_t>(
        (math::log(static_cast<double>(Size)) + fixed_log_softmax_error<T, Size>()) /
            curves::step<T> +
        1);
}

// A result that saturates is at most as far from the bound that saturates, too.
template <number::detail::goes_in_steps T, std::size_t Size>
constexpr std::array<interval<T>, Size> log_softmax_range(std::array<interval<T>, Size> const& x) {
    logits_in_steps<T, Size> const logits(x);
    std::array<interval<T>, Size> y{};
    if (logits.may_saturate) {
        for (std::size_t i = 0; i < Size; ++i)
            y[i] = {T::lowest(), T(0)};
        return y;
    }
    auto const wide = log_softmax_range(logits.wide);
    // Rounding a bound moves it by half a step, and the program's number is a whole one: the next whole number is enough.
    for (std::size_t i = 0; i < Size; ++i) {
        interval<T> const found = interval<T>{T(wide[i].lower), T(wide[i].upper)}.widened(
            static_cast<unsigned>(fixed_log_softmax_error<T, Size>() / curves::step<T>) + 1);
        y[i] = {found.lower, number::detail::smaller(T(0), found.upper)};
    }
    return y;
}

// How far it is from saturating: the differences, and these less the log of the sum. Where there is one number alone, that
// log is the program's; else the most that it can be.
template <class T, std::size_t Size>
constexpr std::int64_t log_softmax_headroom(std::array<interval<T>, Size> const& x) {
    bool is_a_point = true;
    std::int64_t least = x[0].lower.raw, most = x[0].upper.raw;
    for (std::size_t i = 0; i < Size; ++i) {
        is_a_point = is_a_point && x[i].lower == x[i].upper;
        least = x[i].lower.raw < least ? x[i].lower.raw : least;
        most = x[i].upper.raw > most ? x[i].upper.raw : most;
    }
    std::int64_t const before = least - most - T::lowest().raw;
    if (before < 0)
        return before;
    std::int64_t log_of_sum = most_log_of_sum<T, Size>();
    if (is_a_point) {
        T e[Size];
        for (std::size_t i = 0; i < Size; ++i)
            e[i] = kernel::exp_below_one(x[i].lower -
                                         T::from_raw(static_cast<typename T::storage>(most)));
        log_of_sum = std::int64_t{kernel::log_of_sum<Size>(e).raw};
        if (log_of_sum == T::largest().raw) // (which may be where it saturates)
            return -1;
    }
    std::int64_t const in_log = T::largest().raw - log_of_sum;
    std::int64_t const after = before - log_of_sum;
    return after < in_log ? after : in_log;
}

} // namespace ctnn::verify::detail
