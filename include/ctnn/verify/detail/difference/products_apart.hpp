#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/detail/widen.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/detail/difference/difference_sum.hpp>
#include <ctnn/verify/detail/difference/real_intervals.hpp>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// How far the products x y ... of one side's numbers are from the products u z ... of the other side's:
//     x y - u z = (x - u) y + u (y - z) = (x - u) z + x (y - z)
// Both are true, and so is what lies in both.
// (A template, so that only who multiplies pays for it.)
template <class Real>
struct products_apart {
    interval<Real> x{1, 1}, u{1, 1}, difference{0, 0};
    double largest = 1, factor = 1; // the size of the products x y ..., and of any part of them
    std::size_t count = 0;

    constexpr void multiply(interval<Real> const& y, interval<Real> const& z,
                            interval<Real> const& apart) {
        interval<Real> const a = sum(difference * y, u * apart);
        interval<Real> const b = sum(difference * z, x * apart);
        difference = {number::detail::larger(a.lower, b.lower),
                      number::detail::smaller(a.upper, b.upper)};
        x = x * y, u = u * z;
        largest *= furthest(y);
        factor *= number::detail::larger(1.0, furthest(y));
        ++count;
    }

private:
    // (x and u, too, are rounded once for each branch)
    constexpr interval<Real> sum(interval<Real> const& a, interval<Real> const& b) const {
        difference_sum all;
        all.add(a.lower, a.upper), all.add(b.lower, b.upper);
        return all.widened(count + 2, 0);
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
