#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/detail/order_of_sums.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {

// tanh lane by lane and without a branch: the bits of math::tanh (tests/kernel/tanh.cpp), whose two
// formulas are both computed.
template <class Values>
[[gnu::always_inline]] inline Values tanh(float, Values const& x) {
    using words = vector<std::uint32_t, sizeof(Values) / sizeof(float)>;
    words const sign = __builtin_bit_cast(words, x) & 0x80000000;
    Values const a = __builtin_bit_cast(Values, __builtin_bit_cast(words, x) ^ sign);

    Values const z = a * a;
    Values const w = z * z;
    Values const p = (3.33333135e-1F - z * 1.33324325e-1F) +
                     w * ((5.38350269e-2F - z * 2.09966917e-2F) + w * 6.16375962e-3F);
    Values const near = a - a * (z * p);

    Values const shifted = a * 2.88539008F + (0x1.8p23F + 127);
    Values const k = shifted - (0x1.8p23F + 127);
    Values const high = 2 * a - k * 0x1.62e4p-1F;
    Values const low = k * 0x1.7f7d1cp-20F;
    words const power = __builtin_bit_cast(words, shifted) << 23;
    Values const small = __builtin_bit_cast(Values, 0x7f000000 - power);
    Values const half = 0.5F * __builtin_bit_cast(Values, power);
    Values const r = high - low;
    Values const r2 = r * r;
    Values const q = (1.66666776e-1F + r * 4.16664183e-2F) +
                     r2 * ((8.33051652e-3F + r * 1.39333308e-3F) + r2 * 2.13965235e-4F);
    Values const first = 1 + small;
    Values const second = high + ((0.5F * r2 + r * r2 * q) - low);
    Values const sum = first + second;
    Values const lost = (first - sum) + second;
    Values const quotient = 2 * small / sum;
    Values const about = 1 - quotient;
    Values const far = about + (((1 - about) - quotient) + quotient * (quotient * (lost * half)));

    Values const one = number<Values>(1);
    Values const y = a < 0.56F ? near : a < 9.011F ? far : one;
    Values const result = __builtin_bit_cast(Values, __builtin_bit_cast(words, y) | sign);
    return x == x ? result : x;
}

template <class Values>
[[gnu::always_inline]] inline Values tanh(double, Values const& x) {
    using words = vector<std::uint64_t, sizeof(Values) / sizeof(double)>;
    words const sign = __builtin_bit_cast(words, x) & 0x8000000000000000;
    Values const a = __builtin_bit_cast(Values, __builtin_bit_cast(words, x) ^ sign);

    Values const z = a * a;
    Values const n =
        3.3333333333333331e-1 + z * (2.0499702377035477e-2 + z * 1.9921807506103386e-4);
    Values const d =
        1 + z * (4.6149910713110087e-1 + z * (2.3292535172977576e-2 + z * 2.0657661721170303e-4));
    Values const near = a - a * (z * n / d);

    Values const shifted = a * 2.8853900817779268 + (0x1.8p52 + 1023);
    Values const k = shifted - (0x1.8p52 + 1023);
    Values const high = 2 * a - k * 0x1.62e42fefa38p-1;
    Values const low = k * 0x1.ef35793c7673p-45;
    words const power = __builtin_bit_cast(words, shifted) << 52;
    Values const small = __builtin_bit_cast(Values, 0x7fe0000000000000 - power);
    Values const half = 0.5 * __builtin_bit_cast(Values, power);
    Values const r = high - low;
    Values const r2 = r * r;
    Values const r4 = r2 * r2;
    Values const q = ((1.6666666666666666e-1 + r * 4.166666666666647e-2) +
                      r2 * (8.3333333333345076e-3 + r * 1.388888888897473e-3)) +
                     r4 * (((1.9841269837235083e-4 + r * 2.4801587162183527e-5) +
                            r2 * (2.7557325652844332e-6 + r * 2.7557401162112811e-7)) +
                           r4 * ((2.5047286521847196e-8 + r * 2.0878412137203684e-9) +
                                 r2 * 1.7439394450390166e-10));
    Values const first = 1 + small;
    Values const second = high + ((0.5 * r2 + r * r2 * q) - low);
    Values const sum = first + second;
    Values const lost = (first - sum) + second;
    Values const quotient = 2 * small / sum;
    Values const about = 1 - quotient;
    Values const far = about + (((1 - about) - quotient) + quotient * (quotient * (lost * half)));

    Values const one = number<Values>(1);
    Values const y = a < 0.56 ? near : a < 19.0616 ? far : one;
    Values const result = __builtin_bit_cast(Values, __builtin_bit_cast(words, y) | sign);
    return x == x ? result : x;
}

template <class Values>
[[gnu::always_inline]] inline Values tanh(Values const& x) {
    return tanh(x[0], x);
}

} // namespace ctnn::kernel
