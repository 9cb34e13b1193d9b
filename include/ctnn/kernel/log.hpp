#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// log for positive numbers that are not subnormal, and for NaN, lane by lane and without a branch:
// the bits of math::log (tests/kernel/log.cpp).
template <class Values>
[[gnu::always_inline]] inline Values log_positive(float, Values const& x) {
    using words = words_of<Values>;
    using signed_words = vector<std::int32_t, sizeof(Values) / sizeof(float)>;
    words const bits = __builtin_bit_cast(words, x);
    words const above = bits - 0x3f2d0000; // the bits of 0.67578125
    Values const k = __builtin_convertvector(__builtin_bit_cast(signed_words, above) >> 23, Values);
    Values const f = __builtin_bit_cast(Values, bits - (above & 0xff800000)) - 1;
    Values const s = f / (2 + f);
    Values const z = s * s;
    Values const half_square = 0.5F * f * f;
    Values const tail = z * (6.66668952e-1F + z * (3.99632514e-1F + z * 3.02400231e-1F));
    Values const low = s * (half_square + tail) + k * 0x1.7f7d1cp-20F;
    Values const result = k * 0x1.62e4p-1F - ((half_square - low) - f);
    return x == x ? result : x;
}

template <class Values>
[[gnu::always_inline]] inline Values log_positive(double, Values const& x) {
    using words = words_of<Values>;
    words const bits = __builtin_bit_cast(words, x);
    words const above = bits - 0x3fe5a00000000000; // the bits of 0.67578125
    // The exponent, in two steps for machines that turn no 64-bit integers into numbers: its bits
    // below 1.5 * 2^52, then less that.
    words const exponent = (above + 0x4000000000000000) >> 52;
    Values const k = __builtin_bit_cast(Values, exponent | 0x4338000000000000) - (0x1.8p52 + 1024);
    Values const f = __builtin_bit_cast(Values, bits - (above & 0xfff0000000000000)) - 1;
    Values const s = f / (2 + f);
    Values const z = s * s;
    Values const w = z * z;
    Values const half_square = 0.5 * f * f;
    Values const tail = z * ((6.6666666666670427e-1 + z * 3.999999999744781e-1) +
                             w * ((2.8571429157009842e-1 + z * 2.2222158605393402e-1) +
                                  w * ((1.8185505190659118e-1 + z * 1.5267789163605647e-1) +
                                       w * 1.5226615776797464e-1)));
    Values const low = s * (half_square + tail) + k * 0x1.ef35793c7673p-45;
    Values const result = k * 0x1.62e42fefa38p-1 - ((half_square - low) - f);
    return x == x ? result : x;
}

template <class Values>
[[gnu::always_inline]] inline Values log_positive(Values const& x) {
    return log_positive(x[0], x);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
