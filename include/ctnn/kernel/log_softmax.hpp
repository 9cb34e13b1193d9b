#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/exp_below_one.hpp>
#include <ctnn/kernel/largest.hpp>
#include <ctnn/kernel/sum.hpp>
#include <ctnn/kernel/transform.hpp>
#include <ctnn/math/log.hpp>
#include <limits>
#include <utility>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// A sum of Size numbers up to 1 may be beyond a scalar: how often it is halved to be in it for sure.
template <class Scalar, std::size_t Size>
inline constexpr std::size_t halvings_of_sum = [] {
    auto const most = static_cast<double>(Scalar((std::numeric_limits<double>::max)()));
    std::size_t halvings = 0;
    for (auto part = static_cast<double>(Size); part > most && part > 1; part /= 2)
        ++halvings;
    return halvings;
}();

template <class Scalar>
inline constexpr Scalar quarter_of_largest =
    Scalar(static_cast<double>(Scalar((std::numeric_limits<double>::max)())) / 4);

// Of a sum of at least 1. It is halved no more often than it must be, for the half of a step that it is
// then rounded by counts as often as it was halved.
template <std::size_t Size, class Sum, class Scalar = decltype(std::declval<Sum>().rounded())>
constexpr Scalar log_of_exact_sum(Sum const& total) {
    using math::log;
    std::size_t halvings = halvings_of_sum<Scalar, Size>;
    Scalar part = total.mean(std::size_t{1} << halvings);
    while (halvings > 0 && part < quarter_of_largest<Scalar>) {
        --halvings;
        part = total.mean(std::size_t{1} << halvings);
    }
    // One by one: all of these together may be beyond the scalar where the result is not.
    constexpr Scalar log_of_two = Scalar(0.69314718055994531);
    Scalar found = log(part);
    for (; halvings > 0; --halvings)
        found += log_of_two;
    return found < Scalar(0) ? Scalar(0) : found;
}

} // namespace detail

// ln(e_0 + e_1 + ...) of numbers from 0 to 1 of which one is 1.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr Scalar log_of_sum(Scalar const* e) {
    using math::log;
    if constexpr (sums_exactly<Scalar>) {
        typename Scalar::template exact_sum<Size> total;
        for (std::size_t i = 0; i < Size; ++i)
            total.add(e[i]);
        constexpr std::size_t halvings = detail::halvings_of_sum<Scalar, Size>;
        if constexpr (halvings > 0)
            return detail::log_of_exact_sum<Size>(total);
        else
            return log(total.rounded());
    } else {
        return log(sum<Size>(e));
    }
}

// y = log_softmax(x); y is not x.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr void log_softmax(Scalar const* x, Scalar* y) {
    Scalar const most = largest<Size>(x);
    transform<Size>([=](auto const& v) { return exp_below_one(v - most); }, y, x);
    Scalar const log_total = log_of_sum<Size>(y);
    transform<Size>([=](auto const& v) { return (v - most) - log_total; }, y, x);
}

// From the derivative by y to that by x: dx_i = dy_i - exp(y_i) sum_j dy_j. dx may be dy.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr void log_softmax_backward(Scalar const* y, Scalar const* dy,
                                                           Scalar* dx) {
    Scalar const total = sum<Size>(dy);
    transform<Size>([=](auto const& yi, auto const& di) { return di - exp_below_one(yi) * total; },
                    dx, y, dy);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
