#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <ctnn/math/abs.hpp>
#include <ctnn/math/expm1.hpp>

namespace ctnn::math {

// How both overloads work, for x >= 0 (the sign bit is put back at the end). In double, below 0.56,
// tanh(x) = x - x^3 n(x^2) / d(x^2), where the second term is a tenth of the result or less. Above,
// tanh(x) = 1 - t with t = 2 / (exp(2 x) + 1), where t <= 0.5; with
// exp(2 x) = 2^k (1 + r + r^2 q(r)), t = 2^(1-k) / (1 + 2^-k + r + r^2 q(r)). What the rounding of
// the denominator lost is made good to first order.
//
// In float nothing is made good, which would cost a quarter of the whole: the joint, 0.914, lies
// where the second term of either formula is decayed enough, about a quarter of the result. Below it
// is x^3 / d(x^2): x^3 / (x - tanh(x)) is so smooth that d needs no numerator beside it. Above, all
// is halved, r too, so that 2 x is never formed: t = 2^-k / ((1 + 2^-k) / 2 + r + r^2 q(r)). ln(2)
// rounded to float has zeros in its last places, and k times it no error.

/// The hyperbolic tangent.
///
/// Shape:    one scalar to one scalar, double or float.
/// Gradient: 1 - tanh(x)^2.
/// Cost:     double: below 0.56 eight multiplications, six additions and one division; above, 24, 26
///           and one. float: below 0.914 five, four and one; above, nine, eleven and one.
/// Errors:   none; -0 gives -0, NaN gives NaN. Below 1 ulp from the exact value
///           (docs/elementary_functions.md).
/// Source:   W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980, ch. 13
///           (the division of the range); the rational function is this library's.
/// Example:  tests/math/tanh.cpp
constexpr double tanh(double x) noexcept {
    auto const sign = __builtin_bit_cast(std::uint64_t, x) & 0x8000000000000000;
    double const a = x < 0 ? -x : x;
    double y = 1;
    if (a < 0.56) {
        double const z = a * a;
        double const n =
            3.3333333333333331e-1 + z * (2.0499702377035477e-2 + z * 1.9921807506103386e-4);
        double const d = 1 + z * (4.6149910713110087e-1 +
                                  z * (2.3292535172977576e-2 + z * 2.0657661721170303e-4));
        y = a - a * (z * n / d);
    } else if (a < 19.0616) {
        double const shifted = a * 2.8853900817779268 + (0x1.8p52 + 1023);
        double const k = shifted - (0x1.8p52 + 1023);
        double const high = 2 * a - k * 0x1.62e42fefa38p-1;
        double const low = k * 0x1.ef35793c7673p-45;
        std::uint64_t const power = __builtin_bit_cast(std::uint64_t, shifted) << 52;
        double const decayed = __builtin_bit_cast(double, 0x7fe0000000000000 - power);
        double const half = 0.5 * __builtin_bit_cast(double, power);
        double const first = 1 + decayed;
        double const second = high + (detail::expm1_tail(high - low) - low);
        double const sum = first + second;
        double const lost = (first - sum) + second;
        double const quotient = 2 * decayed / sum;
        y = 1 - quotient;
        y += ((1 - y) - quotient) + quotient * (quotient * (lost * half));
    } else if (a != a) {
        return x;
    }
    return __builtin_bit_cast(double, __builtin_bit_cast(std::uint64_t, y) | sign);
}

constexpr float tanh(float x) noexcept {
    auto const sign = __builtin_bit_cast(std::uint32_t, x) & 0x80000000;
    float const a = x < 0 ? -x : x;
    float y = 1;
    if (a < 0.914F) {
        float const z = a * a;
        float const d =
            3.00000024F + z * (1.19999647F + z * (-5.69985574e-3F + z * 2.31563215e-4F));
        y = a - a * z / d;
    } else if (a < 9.011F) {
        float const shifted = a * 2.88539008F + (0x1.8p23F + 127);
        float const k = shifted - (0x1.8p23F + 127);
        float const r = a - k * 0x1.62e43p-2F;
        std::uint32_t const power = __builtin_bit_cast(std::uint32_t, shifted) << 23;
        float const decayed = __builtin_bit_cast(float, 0x7f000000 - power);
        float const r2 = r * r;
        float const q = (1 + r * 6.66660726e-1F) +
                        r2 * ((3.33329618e-1F + r * 1.33902863e-1F) + r2 * 4.46421094e-2F);
        y = 1 - decayed / ((0.5F + 0.5F * decayed) + (r + r2 * q));
    } else if (a != a) {
        return x;
    }
    return __builtin_bit_cast(float, __builtin_bit_cast(std::uint32_t, y) | sign);
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
