#pragma once

#include <cstddef>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/mean.hpp>

namespace ctnn::detail {

// The sum of the losses of a sample's outputs, none of which is negative. Their mean is within a
// fixed-point format where the sum is beyond it.
template <class Scalar, std::size_t Size>
struct sum_of_losses {
    Scalar sum = Scalar(0);

    constexpr void add(Scalar const& x) { sum += x; }
    constexpr Scalar mean() const { return mean_of(sum, Size); }
};

template <kernel::sums_exactly Scalar, std::size_t Size>
struct sum_of_losses<Scalar, Size> {
    typename Scalar::template exact_sum<Size> sum{};

    constexpr void add(Scalar const& x) { sum.add(x); }
    constexpr Scalar mean() const { return sum.mean(Size); }
};

} // namespace ctnn::detail
