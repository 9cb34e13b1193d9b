#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {

// exp for numbers that are not positive, lane by lane and without a branch: the bits of math::exp
// (tests/kernel/exp.cpp), but 0 below `exp_least`, far above the subnormal numbers, which cost the
// machine a hundred times an ordinary operation.
template <class Scalar>
inline constexpr Scalar exp_least = sizeof(Scalar) == 4 ? Scalar(-80) : Scalar(-700);

template <std::size_t Lanes>
[[gnu::always_inline]] inline vector<float, Lanes> exp_not_positive(vector<float, Lanes> const& x) {
    using values = vector<float, Lanes>;
    using words = vector<std::uint32_t, Lanes>;
    values const shifted = x * 1.44269504F + (0x1.8p23F + 127);
    values const k = shifted - (0x1.8p23F + 127);
    values const high = x - k * 0x1.62e4p-1F;
    values const low = k * 0x1.7f7d1cp-20F;
    values const r = high - low;
    values const r2 = r * r;
    values const q = (4.9999994e-1F + r * 1.66665211e-1F) +
                     r2 * ((4.1668389e-2F + r * 8.36871658e-3F) + r2 * 1.38146023e-3F);
    values const one = 1 + high;
    values const significand = one + (((1 - one) + high) + (r2 * q - low));
    values const power = __builtin_bit_cast(values, __builtin_bit_cast(words, shifted) << 23);
    return x < exp_least<float> ? values{} : significand * power;
}

template <std::size_t Lanes>
[[gnu::always_inline]] inline vector<double, Lanes>
exp_not_positive(vector<double, Lanes> const& x) {
    using values = vector<double, Lanes>;
    using words = vector<std::uint64_t, Lanes>;
    values const shifted = x * 1.4426950408889634 + (0x1.8p52 + 1023);
    values const k = shifted - (0x1.8p52 + 1023);
    values const high = x - k * 0x1.62e42fefa38p-1;
    values const low = k * 0x1.ef35793c7673p-45;
    values const r = high - low;
    values const r2 = r * r;
    values const r4 = r2 * r2;
    values const q = ((5.0000000000000111e-1 + r * 1.6666666666666413e-1) +
                      r2 * (4.1666666666530155e-2 + r * 8.3333333334944526e-3)) +
                     r4 * (((1.3888888943631768e-3 + r * 1.9841269506560313e-4) +
                            r2 * (2.4801493096943091e-5 + r * 2.7557586415435031e-6)) +
                           r4 * (2.7630249165051388e-7 + r * 2.5000042024936937e-8));
    values const one = 1 + high;
    values const significand = one + (((1 - one) + high) + (r2 * q - low));
    values const power = __builtin_bit_cast(values, __builtin_bit_cast(words, shifted) << 52);
    return x < exp_least<double> ? values{} : significand * power;
}

} // namespace ctnn::kernel
