#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {

// exp of a number that is not positive, or of a vector of them, without a branch and with few
// operations one behind the other: what a softmax waits for. The reduction and the polynomial are
// those of math::exp, added in another order, and the power of two, with which products are exact,
// is brought in early: the error is below 2 units in the last place (tests/kernel/exp.cpp). Below exp_least it is 0, which is far above the subnormal numbers: those
// cost some machines a hundred times an ordinary operation.

template <class Scalar>
inline constexpr Scalar exp_least = sizeof(Scalar) == 4 ? Scalar(-80) : Scalar(-700);

namespace detail {

template <class Values, class Scalar, class Word>
struct words_like {
    using type = vector<Word, sizeof(Values) / sizeof(Scalar)>;
};
template <class Scalar, class Word>
struct words_like<Scalar, Scalar, Word> {
    using type = Word;
};

// 2^k for each k that stands, with the exponent's bias, in the low bits of shifted.
template <class Word, int Bits, class Scalar, class Values>
[[gnu::always_inline]] constexpr Values power_of_two(Values const& shifted) {
    using words = typename words_like<Values, Scalar, Word>::type;
    return __builtin_bit_cast(Values, __builtin_bit_cast(words, shifted) << Bits);
}

} // namespace detail

template <class Values>
[[gnu::always_inline]] constexpr Values exp_not_positive(float, Values const& x) {
    Values const shifted = x * 1.44269504F + (0x1.8p23F + 127);
    Values const k = shifted - (0x1.8p23F + 127);
    Values const r = (x - k * 0x1.62e4p-1F) - k * 0x1.7f7d1cp-20F;
    Values const r2 = r * r;
    Values const low = 4.9999994e-1F + r * 1.66665211e-1F;
    Values const high = (4.1668389e-2F + r * 8.36871658e-3F) + r2 * 1.38146023e-3F;
    Values const power = detail::power_of_two<std::uint32_t, 23, float>(shifted);
    Values const r2_power = r2 * power;
    Values const y = ((1 + r) * power + r2_power * low) + (r2 * r2_power) * high;
    return x < exp_least<float> ? Values{} : y;
}

template <class Values>
[[gnu::always_inline]] constexpr Values exp_not_positive(double, Values const& x) {
    Values const shifted = x * 1.4426950408889634 + (0x1.8p52 + 1023);
    Values const k = shifted - (0x1.8p52 + 1023);
    Values const r = (x - k * 0x1.62e42fefa38p-1) - k * 0x1.ef35793c7673p-45;
    Values const r2 = r * r;
    Values const r4 = r2 * r2;
    Values const low = 5.0000000000000111e-1 + r * 1.6666666666666413e-1;
    Values const middle = (4.1666666666530155e-2 + r * 8.3333333334944526e-3) +
                          r2 * (1.3888888943631768e-3 + r * 1.9841269506560313e-4);
    Values const high = (2.4801493096943091e-5 + r * 2.7557586415435031e-6) +
                        r2 * (2.7630249165051388e-7 + r * 2.5000042024936937e-8);
    Values const power = detail::power_of_two<std::uint64_t, 52, double>(shifted);
    Values const r2_power = r2 * power;
    Values const y = ((1 + r) * power + r2_power * low) + (r2 * r2_power) * (middle + r4 * high);
    return x < exp_least<double> ? Values{} : y;
}

} // namespace ctnn::kernel
