#pragma once

#include <concepts>
#include <cstddef>
#include <ctnn/kernel/exact_sum.hpp>
#include <limits>

// Means over counts for which a scalar may have no number of its own, as fixed_point<3, 12> has none
// for 8.

namespace ctnn::detail {

// sum / count.
template <class Scalar>
[[gnu::always_inline]] constexpr Scalar mean_of(Scalar const& sum, std::size_t count) {
    if constexpr (requires { divided_by_count(sum, count); })
        return divided_by_count(sum, count);
    else if constexpr (std::floating_point<Scalar>)
        return sum / static_cast<Scalar>(count); // no double where the network has none
    else
        return sum / Scalar(static_cast<double>(count));
}

// The sum of numbers as many as an epoch has samples. It carries along what each addition rounds away, so that its error does
// not grow with their number: W. Kahan, "Further remarks on reducing truncation errors", 1965.
template <class Scalar>
struct total {
    Scalar sum{};
    Scalar excess{}; // what sum is too large by

    [[gnu::always_inline]] constexpr void add(Scalar const& x) {
        Scalar const term = x - excess, next = sum + term;
        excess = (next - sum) - term;
        sum = next;
    }
    constexpr Scalar mean(std::size_t count) const { return mean_of(sum, count); }

    // The mean of terms none of which was infinite or a NaN: a sum that is no number was too large.
    constexpr Scalar mean_of_finite(std::size_t count) const {
        if constexpr (std::floating_point<Scalar>)
            if (sum != sum)
                return std::numeric_limits<Scalar>::infinity();
        return mean(count);
    }
};

template <kernel::sums_exactly Scalar>
struct total<Scalar> {
    typename Scalar::template exact_sum<0x7fffffff> sum{};

    constexpr void add(Scalar const& x) { sum.add(x); }
    constexpr Scalar mean(std::size_t count) const { return sum.mean(count); }
    constexpr Scalar mean_of_finite(std::size_t count) const { return mean(count); }
};

} // namespace ctnn::detail
