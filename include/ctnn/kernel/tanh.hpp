#pragma once

#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// tanh lane by lane and without a branch: the bits of math::tanh (tests/kernel/tanh.cpp). Both of its
// formulas are computed and one is taken for each lane. Where math::tanh says 1 without a formula,
// the second one is taken at the end of its range, where it gives 1 as well.
template <class Values>
[[gnu::always_inline]] inline Values tanh_lanes(float, Values const& x) {
    using words = words_of<Values>;
    words const bits = __builtin_bit_cast(words, x);
    Values const magnitude = __builtin_bit_cast(Values, bits & 0x7fffffff);
    Values const end = Values{} + 9.5F;
    Values const a = choose(magnitude > end, end, magnitude); // a NaN stays

    Values const z = a * a;
    Values const d = 3.00000024F + z * (1.19999647F + z * (-5.69985574e-3F + z * 2.31563215e-4F));

    Values const shifted = a * 2.88539008F + (0x1.8p23F + 127);
    Values const k = shifted - (0x1.8p23F + 127);
    Values const r = a - k * 0x1.62e43p-2F;
    words const power = __builtin_bit_cast(words, shifted) << 23;
    Values const decayed = __builtin_bit_cast(Values, 0x7f000000 - power);
    Values const r2 = r * r;
    Values const q = (1 + r * 6.66660726e-1F) +
                     r2 * ((3.33329618e-1F + r * 1.33902863e-1F) + r2 * 4.46421094e-2F);
    Values const sum = (0.5F + 0.5F * decayed) + (r + r2 * q);

    // Compared anew each time: compilers join choices by one comparison to one branch.
    Values const quotient =
        choose(seen_anew(a) < 0.914F, a * z, decayed) / choose(seen_anew(a) < 0.914F, d, sum);
    Values const y = choose(seen_anew(a) < 0.914F, a, Values{} + 1.0F) - quotient;
    return __builtin_bit_cast(Values, __builtin_bit_cast(words, y) | (bits & 0x80000000));
}

template <class Values>
[[gnu::always_inline]] inline Values tanh_lanes(double, Values const& x) {
    using words = words_of<Values>;
    words const bits = __builtin_bit_cast(words, x);
    Values const magnitude = __builtin_bit_cast(Values, bits & 0x7fffffffffffffff);
    Values const end = Values{} + 19.5;
    Values const a = choose(magnitude > end, end, magnitude);

    Values const z = a * a;
    Values const n =
        3.3333333333333331e-1 + z * (2.0499702377035477e-2 + z * 1.9921807506103386e-4);
    Values const d =
        1 + z * (4.6149910713110087e-1 + z * (2.3292535172977576e-2 + z * 2.0657661721170303e-4));

    Values const shifted = a * 2.8853900817779268 + (0x1.8p52 + 1023);
    Values const k = shifted - (0x1.8p52 + 1023);
    Values const high = 2 * a - k * 0x1.62e42fefa38p-1;
    Values const low = k * 0x1.ef35793c7673p-45;
    words const power = __builtin_bit_cast(words, shifted) << 52;
    Values const decayed = __builtin_bit_cast(Values, 0x7fe0000000000000 - power);
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
    Values const tail = 0.5 * r2 + r * r2 * q;
    Values const first = 1 + decayed;
    Values const second = high + (tail - low);
    Values const sum = first + second;
    Values const lost = (first - sum) + second;

    auto const is_below = a < 0.56;
    Values const quotient = (is_below ? z * n : 2 * decayed) / (is_below ? d : sum);
    Values const y = 1 - quotient;
    Values const below = a - a * quotient;
    Values const above = y + (((1 - y) - quotient) + quotient * (quotient * (lost * half)));
    return __builtin_bit_cast(Values, __builtin_bit_cast(words, is_below ? below : above) |
                                          (bits & 0x8000000000000000));
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
