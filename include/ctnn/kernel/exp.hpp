#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/fused_functions.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>
#include <limits>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// exp lane by lane and without a branch, for both functions below: the bits of math::exp
// (tests/kernel/exp.cpp), but 0 below `exp_least`, far above the subnormal numbers, which cost the
// machine a hundred times an ordinary operation.
template <class Scalar>
inline constexpr Scalar exp_least = sizeof(Scalar) == 4 ? Scalar(-80) : Scalar(-700);
// math::exp is infinite from the next number on.
template <class Scalar>
inline constexpr Scalar exp_most = sizeof(Scalar) == 4 ? Scalar(88.72283F)
                                                       : Scalar(709.782712893384);

namespace detail {

// x = k ln 2 + r: exp(r), and k with the bias of the exponent in the low bits of `shifted`.
template <class Values>
struct exp_parts {
    Values significand;
    Values shifted;
};

template <class Values>
[[gnu::always_inline]] inline exp_parts<Values> parts_of_exp(float, Values const& x) {
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
    return {one + ((rest + r2 * low_terms) + (r2 * r2) * high_terms), shifted};
}

template <class Values>
[[gnu::always_inline]] inline exp_parts<Values> parts_of_exp(double, Values const& x) {
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
    return {one + ((rest + r2 * low_terms) + (r4 * middle_terms + (r4 * r4) * high_terms)),
            shifted};
}

} // namespace detail

// For numbers that are not positive.
template <class Scalar, class Values>
[[gnu::always_inline]] inline Values exp_not_positive(Scalar, Values const& x) {
    if constexpr (has_fused_functions<Values>)
        return fused_exp_not_positive(x);
    auto const [significand, shifted] = detail::parts_of_exp(Scalar{}, x);
    auto const power = __builtin_bit_cast(Values, __builtin_bit_cast(words_of<Values>, shifted)
                                                      << significand_bits<Scalar>);
    return choose(x < exp_least<Scalar>, Values{}, significand * power);
}

// For all numbers, as a summand of 1: what is 0 for exp would be lost in that sum.
template <class Scalar, class Values>
[[gnu::always_inline]] inline Values exp_beside_one(Scalar, Values const& x) {
    auto const [significand, shifted] = detail::parts_of_exp(Scalar{}, x);
    // 2^k may be too large for a number by itself.
    auto const half_power = __builtin_bit_cast(
        Values, (__builtin_bit_cast(words_of<Values>, shifted) - 1) << significand_bits<Scalar>);
    Values const e = significand * 2 * half_power;
    Values const finite = choose(x < exp_least<Scalar>, Values{}, e);
    return choose(x > exp_most<Scalar>, Values{} + std::numeric_limits<Scalar>::infinity(), finite);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
