#pragma once

#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {
namespace detail {

// tanh(a) for 0 <= a: where a is small, and elsewhere. As math::tanh has them.

template <class Values>
[[gnu::always_inline]] inline Values tanh_small(float, Values const& a) {
    Values const z = a * a;
    Values const w = z * z;
    Values const p = (3.33333135e-1F - z * 1.33324325e-1F) +
                     w * ((5.38350269e-2F - z * 2.09966917e-2F) + w * 6.16375962e-3F);
    return a - a * (z * p);
}

template <class Values>
[[gnu::always_inline]] inline Values tanh_small(double, Values const& a) {
    Values const z = a * a;
    Values const n =
        3.3333333333333331e-1 + z * (2.0499702377035477e-2 + z * 1.9921807506103386e-4);
    Values const d =
        1 + z * (4.6149910713110087e-1 + z * (2.3292535172977576e-2 + z * 2.0657661721170303e-4));
    return a - a * (z * n / d);
}

template <class Values>
[[gnu::always_inline]] inline Values expm1_tail(float, Values const& r) {
    Values const r2 = r * r;
    Values const q = (1.66666776e-1F + r * 4.16664183e-2F) +
                     r2 * ((8.33051652e-3F + r * 1.39333308e-3F) + r2 * 2.13965235e-4F);
    return 0.5F * r2 + r * r2 * q;
}

template <class Values>
[[gnu::always_inline]] inline Values expm1_tail(double, Values const& r) {
    Values const r2 = r * r;
    Values const r4 = r2 * r2;
    Values const q = ((1.6666666666666666e-1 + r * 4.166666666666647e-2) +
                      r2 * (8.3333333333345076e-3 + r * 1.388888888897473e-3)) +
                     r4 * (((1.9841269837235083e-4 + r * 2.4801587162183527e-5) +
                            r2 * (2.7557325652844332e-6 + r * 2.7557401162112811e-7)) +
                           r4 * ((2.5047286521847196e-8 + r * 2.0878412137203684e-9) +
                                 r2 * 1.7439394450390166e-10));
    return 0.5 * r2 + r * r2 * q;
}

template <class Scalar>
struct tanh_constants;
template <>
struct tanh_constants<float> {
    static constexpr float small = 0.56F, one = 9.011F, two_over_ln_2 = 2.88539008F;
    static constexpr float ln_2_high = 0x1.62e4p-1F, ln_2_low = 0x1.7f7d1cp-20F;
    static constexpr float rounding = 0x1.8p23F + 127;
    static constexpr std::uint32_t sign = 0x80000000, inverse = 0x7f000000;
};
template <>
struct tanh_constants<double> {
    static constexpr double small = 0.56, one = 19.0616, two_over_ln_2 = 2.8853900817779268;
    static constexpr double ln_2_high = 0x1.62e42fefa38p-1, ln_2_low = 0x1.ef35793c7673p-45;
    static constexpr double rounding = 0x1.8p52 + 1023;
    static constexpr std::uint64_t sign = 0x8000000000000000, inverse = 0x7fe0000000000000;
};

template <class Values>
[[gnu::always_inline]] inline Values tanh_large(Values const& a) {
    using scalar = lane<Values>;
    using words = words_of<Values>;
    using constants = tanh_constants<scalar>;
    Values const shifted = a * constants::two_over_ln_2 + constants::rounding;
    Values const k = shifted - constants::rounding;
    Values const high = 2 * a - k * constants::ln_2_high;
    Values const low = k * constants::ln_2_low;
    words const power = __builtin_bit_cast(words, shifted) << significand_bits<scalar>;
    Values const small = __builtin_bit_cast(Values, constants::inverse - power);
    Values const half = scalar(0.5) * __builtin_bit_cast(Values, power);
    Values const first = 1 + small;
    Values const second = high + (expm1_tail(scalar{}, high - low) - low);
    Values const sum = first + second;
    Values const lost = (first - sum) + second;
    Values const quotient = 2 * small / sum;
    Values const y = 1 - quotient;
    return y + (((1 - y) - quotient) + quotient * (quotient * (lost * half)));
}

} // namespace detail

// tanh lane by lane and without a branch: the bits of math::tanh, which says how it works
// (tests/kernel/tanh.cpp).
template <class Values>
[[gnu::always_inline]] inline Values tanh(Values const& x) {
    using scalar = lane<Values>;
    using words = words_of<Values>;
    using constants = detail::tanh_constants<scalar>;
    words const bits = __builtin_bit_cast(words, x);
    words const sign = bits & constants::sign;
    Values const a = __builtin_bit_cast(Values, bits ^ sign);
    Values const small = detail::tanh_small(scalar{}, a);
    Values const large = detail::tanh_large(a);
    Values const below_one = a < constants::small ? small : large;
    Values const y = a < constants::one ? below_one : Values{} + 1;
    Values const signed_y = __builtin_bit_cast(Values, __builtin_bit_cast(words, y) | sign);
    return x == x ? signed_y : x;
}

} // namespace ctnn::kernel
