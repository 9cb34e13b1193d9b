#pragma once

#include <concepts>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/vector.hpp>
#include <limits>
#include <type_traits>

// The functions inside activations with fused arithmetic: of float, lane by lane and without a branch, in constants too.
// They are as accurate as those of math/ but have other bits: a polynomial in fused operations is a third shorter.
// (tests/kernel/fused_functions.cpp holds their errors.)
//
// If the result is known, a constant must not compute it: an overflow would be an error.

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

template <class Values>
inline constexpr bool is_float = std::same_as<Values, float>;
template <is_vector Values>
inline constexpr bool is_float<Values> = std::same_as<lane<Values>, float>;

// Whether x is a NaN or beyond one of two ends, in a constant.
template <class Values>
constexpr bool has_nothing_to_compute(Values const& x, float least, float most) {
    if constexpr (!is_vector<Values>)
        return std::is_constant_evaluated() && !(x >= least && x <= most);
    else
        return false;
}

// (exp(r) - 1 - r) / r^2 for r between -ln(2) / 2 and ln(2) / 2.
template <class Values>
[[gnu::always_inline]] constexpr Values fused_exp_terms(Values const& r, Values const& r2) {
    Values const low_terms = multiply_add(1.66665211e-1F, r, number<Values>(4.9999994e-1F));
    Values const high_terms =
        multiply_add(r2, number<Values>(1.38146023e-3F),
                     multiply_add(8.36871658e-3F, r, number<Values>(4.1668389e-2F)));
    return multiply_add(r2, high_terms, low_terms);
}

} // namespace detail

template <class Values>
concept has_fused_functions = ctnn::detail::is_fused && detail::is_float<Values>;

// exp for numbers that are not positive, 0 below `exp_least`. The formula is that of math::exp.
template <has_fused_functions Values>
[[gnu::always_inline]] constexpr Values fused_exp_not_positive(Values const& x) {
    using words = words_of<Values>;
    if (detail::has_nothing_to_compute(x, -80, 0))
        return select(x != x, x, number<Values>(0));
    Values const shifted = multiply_add(1.44269504F, x, number<Values>(0x1.8p23F + 127));
    Values const k = shifted - number<Values>(0x1.8p23F + 127);
    Values const high = multiply_add(-0x1.62e4p-1F, k, x);
    Values const r = multiply_add(-0x1.7f7d1cp-20F, k, high);
    Values const r2 = r * r;
    Values const q = detail::fused_exp_terms(r, r2);
    Values const one = number<Values>(1) + high;
    Values const rest = multiply_add(-0x1.7f7d1cp-20F, k, (number<Values>(1) - one) + high);
    Values const significand = one + multiply_add(r2, q, rest);
    Values const power = __builtin_bit_cast(Values, __builtin_bit_cast(words, shifted) << 23);
    return select(x < number<Values>(-80), number<Values>(0), significand * power);
}

// 1 / (1 + exp(-x)). The sum is rounded once. The second part of ln(2) only matters to the linear term, so the others
// do not wait for it. All is doubled because 2^k may be too large for a number.
template <has_fused_functions Values>
[[gnu::always_inline]] constexpr Values fused_sigmoid(Values const& x) {
    using words = words_of<Values>;
    if (detail::has_nothing_to_compute(x, -88.72283F, 80))
        return select(x != x, x, select(x < 0, number<Values>(0), number<Values>(1)));
    Values const negative = -x;
    Values const shifted = multiply_add(1.44269504F, negative, number<Values>(0x1.8p23F + 127));
    Values const k = shifted - number<Values>(0x1.8p23F + 127);
    Values const r = multiply_add(-0x1.62e43p-1F, k, negative);
    Values const linear = multiply_add(0x1.05c61p-28F, k, r + r);
    Values const r2 = r * r;
    Values const q = detail::fused_exp_terms(r, r2);
    Values const significand = multiply_add(r2 + r2, q, linear) + number<Values>(2);
    Values const half_power =
        __builtin_bit_cast(Values, (__builtin_bit_cast(words, shifted) - 1) << 23);
    Values const sum = multiply_add(significand, half_power, number<Values>(1));
    Values const not_below = select(negative < number<Values>(-80), number<Values>(1), sum);
    return number<Values>(1) / select(negative > number<Values>(88.72283F),
                                      number<Values>(std::numeric_limits<float>::infinity()),
                                      not_below);
}

// The formulas are those of math::tanh (math/tanh.hpp says how they work); both are computed.
template <has_fused_functions Values>
[[gnu::always_inline]] constexpr Values fused_tanh(Values const& x) {
    using words = words_of<Values>;
    if (detail::has_nothing_to_compute(x, -9.5F, 9.5F))
        return select(x != x, x, select(x < 0, number<Values>(-1), number<Values>(1)));
    words const bits = __builtin_bit_cast(words, x);
    Values const a = __builtin_bit_cast(Values, bits & 0x7fffffff);

    Values const z = a * a;
    Values d = multiply_add(z, number<Values>(2.31563215e-4F), number<Values>(-5.69985574e-3F));
    d = multiply_add(z, d, number<Values>(1.19999647F));
    d = multiply_add(z, d, number<Values>(3.00000024F));

    Values const shifted = multiply_add(2.88539008F, a, number<Values>(0x1.8p23F + 127));
    Values const k = shifted - number<Values>(0x1.8p23F + 127);
    Values const r = multiply_add(-0x1.62e43p-2F, k, a);
    Values const decayed =
        __builtin_bit_cast(Values, 0x7f000000 - (__builtin_bit_cast(words, shifted) << 23));
    Values const r2 = r * r;
    Values const low_terms = multiply_add(6.66660726e-1F, r, number<Values>(1));
    Values const high_terms =
        multiply_add(r2, number<Values>(4.46421094e-2F),
                     multiply_add(1.33902863e-1F, r, number<Values>(3.33329618e-1F)));
    Values const q = multiply_add(r2, high_terms, low_terms);
    Values const without_q = r + multiply_add(0.5F, decayed, number<Values>(0.5F));
    Values const sum = multiply_add(r2, q, without_q);

    // Compared anew each time: compilers join choices by one comparison to one branch.
    Values const joint = number<Values>(0.914F);
    Values const quotient =
        select(seen_anew(a) < joint, a * z, decayed) / select(seen_anew(a) < joint, d, sum);
    Values const y = select(seen_anew(a) < joint, a, number<Values>(1)) - quotient;
    // From here on it is 1, and the second formula ends.
    Values const bounded = select(seen_anew(a) > number<Values>(9.5F), number<Values>(1), y);
    return __builtin_bit_cast(Values, __builtin_bit_cast(words, bounded) | (bits & 0x80000000));
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
