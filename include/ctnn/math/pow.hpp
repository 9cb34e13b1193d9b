#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <limits>

namespace ctnn::math {

namespace detail {

// How both overloads work: x^y = exp(y log(x)), and since the largest exponent multiplies the error of
// the logarithm by its size, up to 745 (float: 104), log(x) and its product with y are sums of two
// numbers. Each factor of a product whose rounding error counts is cut in two halves, of which the
// first has so few digits that products of such halves are exact.
//
// x = 2^k (1 + f) as in log; with s = f / (2 + f) and z = s^2, log(1 + f) = 2/3 s (3 + z + z^2 l(z)), in
// which 3 + z is exact and the rest small. Then exp as in exp: 2^k (1 + r + r^2 / 2 + r^3 e(r)), r^2 in
// two parts. The coefficients are printed by tests/oracles/math_coefficients.py.
template <class Scalar>
struct power;

template <>
struct power<double> {
    using word = std::uint64_t;
    using integer = std::int64_t;
    static constexpr int significand = 52;
    static constexpr word half_mask = 0xfffffffff8000000;
    static constexpr word half_root = 0x3fe6a09e00000000; // the bits of sqrt(1/2), the last ones 0
    static constexpr double ln2_high = 0x1.62e42fefa38p-1;
    static constexpr double ln2_low = 0x1.ef35793c7673p-45;
    static constexpr double one_over_ln2 = 1.4426950408889634;
    static constexpr double two_thirds = 0x1.5555555555555p-1;
    static constexpr double two_thirds_high = 0x1.555555p-1;
    static constexpr double two_thirds_low = 0x1.5555555555555p-27;
    static constexpr double rounder = 0x1.8p52 + 1023;
    // Beyond them the result is infinite or 0; between the others 2^k is a normal number.
    static constexpr double most = 710, least = -746, normal_most = 709.4, normal_least = -708.3;
    static constexpr double most_exponent = 0x1p65; // enough for the number next to 1

    static constexpr double l(double z) noexcept {
        double const w = z * z;
        return (5.9999999999999964e-1 + z * 4.2857142857168801e-1) +
               w * ((3.3333333326029413e-1 + z * 2.7272728339214808e-1) +
                    w * ((2.3076833006913275e-1 + z * 2.000456450480749e-1) +
                         w * (1.7510435707051131e-1 + z * 1.7998428470777536e-1)));
    }
    static constexpr double e(double r) noexcept {
        double const r2 = r * r;
        double const r4 = r2 * r2;
        return ((1.6666666666666688e-1 + r * 4.1666666666666845e-2) +
                r2 * (8.3333333333129676e-3 + r * 1.3888888888757155e-3)) +
               r4 * (((1.9841269906226535e-4 + r * 2.4801587629816441e-5) +
                      r2 * (2.7557225272822397e-6 + r * 2.7556978889323515e-7)) +
                     r4 * (2.5115291016271785e-8 + r * 2.1014257291928918e-9));
    }
};

template <>
struct power<float> {
    using word = std::uint32_t;
    using integer = std::int32_t;
    static constexpr int significand = 23;
    static constexpr word half_mask = 0xfffff000;
    static constexpr word half_root = 0x3f350000;
    static constexpr float ln2_high = 0x1.62e4p-1F;
    static constexpr float ln2_low = 0x1.7f7d1cp-20F;
    static constexpr float one_over_ln2 = 1.44269504F;
    static constexpr float two_thirds = 0x1.555556p-1F;
    static constexpr float two_thirds_high = 0x1.554p-1F;
    static constexpr float two_thirds_low = 0x1.555556p-13F;
    static constexpr float rounder = 0x1.8p23F + 127;
    static constexpr float most = 89, least = -105, normal_most = 88.3F, normal_least = -87.3F;
    static constexpr float most_exponent = 0x1p33F;

    static constexpr float l(float z) noexcept {
        return 6.00002289e-1F + z * (4.28206354e-1F + z * 3.51294667e-1F);
    }
    static constexpr float e(float r) noexcept {
        return (1.66666478e-1F + r * 4.16664816e-2F) +
               r * r * ((8.33781715e-3F + r * 1.39332656e-3F) + r * r * 1.73655266e-4F);
    }
};

// The half of a number's digits that comes first.
template <class Scalar>
constexpr Scalar first_digits(Scalar x) noexcept {
    using of = power<Scalar>;
    return __builtin_bit_cast(Scalar, __builtin_bit_cast(typename of::word, x) & of::half_mask);
}

// Of a finite x above 0 and any y but a NaN.
template <class Scalar>
constexpr Scalar pow_of_positive(Scalar x, Scalar y) noexcept {
    using of = power<Scalar>;
    using word = typename of::word;
    using limits = std::numeric_limits<Scalar>;
    int exponent = 0;
    if (x < (limits::min)()) [[unlikely]] {
        x *= 2 / limits::epsilon();
        exponent = -limits::digits;
    }
    auto const bits = __builtin_bit_cast(word, x);
    word const above = bits - of::half_root;
    exponent += static_cast<int>(static_cast<typename of::integer>(above) >> of::significand);
    auto const k = static_cast<Scalar>(exponent);
    word const whole = above >> of::significand << of::significand;
    auto const m = __builtin_bit_cast(Scalar, bits - whole);
    Scalar const f = m - 1;

    // s, its square, and u = 3 + z + z^2 l(z).
    Scalar const inverse = 1 / (m + 1);
    Scalar const d_high = first_digits(m + 1);
    Scalar const d_low = m - (d_high - 1);
    Scalar const s_high = first_digits(f * inverse);
    Scalar const s_low = inverse * ((f - s_high * d_high) - s_high * d_low);
    Scalar const z_high = s_high * s_high;
    Scalar const z_low = s_low * (2 * s_high + s_low);
    Scalar const z = z_high + z_low;
    Scalar const small_part = z_low + z * z * of::l(z);
    Scalar const u_high = first_digits((3 + z_high) + small_part);
    Scalar const u_low = (z_high - (u_high - 3)) + small_part;

    // 2/3 s u, and k log(2) with it: the logarithm.
    Scalar const exact = s_high * u_high;
    Scalar const rest = s_low * u_high + (s_high + s_low) * u_low;
    Scalar const p_high = first_digits(exact + rest);
    Scalar const p_low = (exact - p_high) + rest;
    Scalar const q_high = of::two_thirds_high * p_high;
    Scalar const q_low = of::two_thirds_low * p_high + of::two_thirds * p_low;
    Scalar const whole_log = k * of::ln2_high;
    Scalar const sum = whole_log + q_high;
    Scalar const sum_low = ((whole_log - sum) + q_high) + (q_low + k * of::ln2_low);
    Scalar const log_high = first_digits(sum);
    Scalar const log_low = (sum - log_high) + sum_low;

    // y times it.
    y = y > of::most_exponent ? of::most_exponent : y < -of::most_exponent ? -of::most_exponent : y;
    Scalar const y_high = first_digits(y);
    Scalar const product = y_high * log_high;
    Scalar const product_low = y * log_low + (y - y_high) * log_high;
    Scalar const t = product + product_low;
    Scalar const t_low = (product - t) + product_low;
    if (!(t < of::most && t > of::least)) [[unlikely]] {
        return t > 0 ? limits::infinity() : Scalar(0);
    }

    // The power of e.
    Scalar const shifted = t * of::one_over_ln2 + of::rounder;
    Scalar const turns = shifted - of::rounder;
    Scalar const high = t - turns * of::ln2_high;
    Scalar const low = t_low - turns * of::ln2_low;
    Scalar const r = high + low;
    Scalar const r_low = (high - r) + low;
    Scalar const r_high = first_digits(r);
    Scalar const square_low = Scalar(0.5) * (r - r_high) * (r + r_high);
    Scalar const one = 1 + r;
    Scalar const tail = (((1 - one) + r) + r_low) + (square_low + r * r * r * of::e(r));
    Scalar const significand = one + (Scalar(0.5) * r_high * r_high + tail);
    auto const power_bits = __builtin_bit_cast(word, shifted);
    if (t < of::normal_most && t > of::normal_least) [[likely]] {
        return significand * __builtin_bit_cast(Scalar, power_bits << of::significand);
    }
    // 2^k is not a normal number: scale in two steps.
    if (t > 0) {
        Scalar const half =
            significand * __builtin_bit_cast(Scalar, (power_bits - 1) << of::significand);
        return half <= (limits::max)() / 2 ? 2 * half : limits::infinity();
    }
    return significand * __builtin_bit_cast(Scalar, (power_bits + 64) << of::significand) *
           Scalar(0x1p-64);
}

// 0 of a number that is no integer, 1 of an odd one, 2 of an even one, which the infinite ones are.
template <class Scalar>
constexpr int kind_of_exponent(Scalar y) noexcept {
    using of = power<Scalar>;
    using word = typename of::word;
    Scalar const a = y < 0 ? -y : y;
    if (a >= 2 / std::numeric_limits<Scalar>::epsilon()) {
        return 2;
    }
    if (a < 1) {
        return 0;
    }
    auto const bits = __builtin_bit_cast(word, a);
    auto const bias = static_cast<word>(std::numeric_limits<Scalar>::max_exponent - 1);
    auto const digits = of::significand - static_cast<int>((bits >> of::significand) - bias);
    bool const is_integer = (bits & ((word{1} << digits) - 1)) == 0;
    return !is_integer ? 0 : (bits >> digits) % 2 == 1 ? 1 : 2; // (the bias is odd)
}

template <class Scalar>
constexpr Scalar pow(Scalar x, Scalar y) noexcept {
    using limits = std::numeric_limits<Scalar>;
    if (x > 0 && x <= (limits::max)() && y == y) [[likely]] {
        return pow_of_positive(x, y);
    }
    if (y == 0 || x == 1) {
        return 1; // even if the other one is a NaN
    }
    if (x != x || y != y) {
        return x != x ? x : y;
    }
    int const kind = kind_of_exponent(y);
    Scalar const a = x > 0 ? x : -x;
    Scalar result = 0;
    if (a > 0 && a <= (limits::max)()) {
        if (kind == 0) {
            return limits::quiet_NaN();
        }
        result = pow_of_positive(a, y);
    } else if ((a > 0) == (y > 0)) {
        result = limits::infinity();
    }
    bool const is_negative =
        kind == 1 && __builtin_bit_cast(typename power<Scalar>::integer, x) < 0;
    return is_negative ? -result : result;
}

} // namespace detail

/// x to the power y.
///
/// Shape:    two scalars to one scalar, double or float.
/// Gradient: y pow(x, y - 1) in x, pow(x, y) log(x) in y.
/// Cost:     51 multiplications, 67 additions, one division (float: 40, 57, one); no table.
/// Errors:   none. A negative x needs an integer for y and gives NaN otherwise; pow(x, 0) and pow(1, y)
///           are 1, of NaNs too, else NaN gives NaN; zeros, infinities and their signs as in C's Annex
///           F. Overflow gives infinity. Below 1 ulp from the exact value, subnormal results included
///           (docs/elementary_functions.md), and exact where the exact value is a number.
/// Source:   W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980, ch. 7 (the
///           need for digits); T. J. Dekker, Numerische Mathematik 18 (1971) 224-242 (halves of
///           numbers); the polynomials are this library's.
/// Example:  tests/math/pow.cpp
constexpr double pow(double x, double y) noexcept {
    return detail::pow(x, y);
}

constexpr float pow(float x, float y) noexcept {
    return detail::pow(x, y);
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
