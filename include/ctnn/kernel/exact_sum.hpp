#pragma once

#include <ctnn/config/arithmetic_in_use.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// A scalar that has a sum of products of its own, `exact_sum<Terms>`, in which nothing is rounded
// before the end: number/fixed_point.hpp.
template <class Scalar>
concept sums_exactly = requires {
    typename Scalar::template exact_sum<1>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
