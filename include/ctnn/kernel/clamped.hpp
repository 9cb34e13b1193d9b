#pragma once

#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// For activations that multiply x by something that is 0 far from 0, where an infinite x would give a NaN: the
// nearest number from -1000 up, and up to 1000. A NaN stays one. Fixed point has no infinity.
template <class Scalar>
constexpr Scalar clamped_below(Scalar const& x) {
    if constexpr (sums_exactly<Scalar>)
        return x;
    else
        return select(x < number<Scalar>(-1000), number<Scalar>(-1000), x);
}
template <class Scalar>
constexpr Scalar clamped(Scalar const& x) {
    if constexpr (sums_exactly<Scalar>)
        return x;
    else
        return select(x > number<Scalar>(1000), number<Scalar>(1000), clamped_below(x));
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
