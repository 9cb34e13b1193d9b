#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/detail/arithmetic_in_use.hpp>
#include <ctnn/detail/order_of_sums.hpp>
#include <ctnn/kernel/vector.hpp>

CTNN_NAMESPACE(ctnn::kernel) {

// exp for numbers that are not positive, lane by lane and without a branch: the bits of math::exp
// (tests/kernel/exp.cpp), but 0 below `exp_least`, far above the subnormal numbers, which cost the
// machine a hundred times an ordinary operation.
template <class Scalar>
inline constexpr Scalar exp_least = sizeof(Scalar) == 4 ? Scalar(-80) : Scalar(-700);

template <class Values>
[[gnu::always_inline]] inline Values exp_not_positive(float, Values const& x) {
    using words = vector<std::uint32_t, sizeof(Values) / sizeof(float)>;
    Values const shifted = x * 1.44269504F + (0x1.8p23F + 127);
    Values const k = shifted - (0x1.8p23F + 127);
    Values const high = x - k * 0x1.62e4p-1F;
    Values const low = k * 0x1.7f7d1cp-20F;
    Values const r = high - low;
    Values const r2 = r * r;
    Values const low_terms = 4.9999994e-1F + r * 1.66665211e-1F;
    Values const high_terms = (4.1668389e-2F + r * 8.36871658e-3F) + r2 * 1.38146023e-3F;
    Values const one = 1 + high;
    Values const rest = ((1 - one) + high) - low;
    Values const significand = one + ((rest + r2 * low_terms) + (r2 * r2) * high_terms);
    Values const power = __builtin_bit_cast(Values, __builtin_bit_cast(words, shifted) << 23);
    return x < exp_least<float> ? Values{} : significand * power;
}

template <class Values>
[[gnu::always_inline]] inline Values exp_not_positive(double, Values const& x) {
    using words = vector<std::uint64_t, sizeof(Values) / sizeof(double)>;
    Values const shifted = x * 1.4426950408889634 + (0x1.8p52 + 1023);
    Values const k = shifted - (0x1.8p52 + 1023);
    Values const high = x - k * 0x1.62e42fefa38p-1;
    Values const low = k * 0x1.ef35793c7673p-45;
    Values const r = high - low;
    Values const r2 = r * r;
    Values const r4 = r2 * r2;
    Values const low_terms = 5.0000000000000111e-1 + r * 1.6666666666666413e-1;
    Values const middle_terms = (4.1666666666530155e-2 + r * 8.3333333334944526e-3) +
                                r2 * (1.3888888943631768e-3 + r * 1.9841269506560313e-4);
    Values const high_terms = (2.4801493096943091e-5 + r * 2.7557586415435031e-6) +
                              r2 * (2.7630249165051388e-7 + r * 2.5000042024936937e-8);
    Values const one = 1 + high;
    Values const rest = ((1 - one) + high) - low;
    Values const significand =
        one + ((rest + r2 * low_terms) + (r4 * middle_terms + (r4 * r4) * high_terms));
    Values const power = __builtin_bit_cast(Values, __builtin_bit_cast(words, shifted) << 52);
    return x < exp_least<double> ? Values{} : significand * power;
}

} // CTNN_NAMESPACE(ctnn::kernel)
