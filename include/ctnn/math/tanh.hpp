#pragma once

#include <cstdint>
#include <ctnn/math/abs.hpp>
#include <ctnn/math/expm1.hpp>

namespace ctnn::math {

// How both overloads work, for x >= 0 (the sign bit is put back at the end): below 0.56,
// tanh(x) = x - x^3 n(x^2) / d(x^2) (float: x - x^3 p(x^2)), where the second term is a tenth of
// the result or less. Above, tanh(x) = 1 - t with t = 2 / (exp(2 x) + 1), where t <= 0.5; with
// exp(2 x) = 2^k (1 + r + r^2 q(r)), t = 2^(1-k) / (1 + 2^-k + r + r^2 q(r)). What the rounding of
// the denominator lost is made good to first order.

/// The hyperbolic tangent.
///
/// Shape:    one scalar to one scalar, double or float.
/// Gradient: 1 - tanh(x)^2.
/// Cost:     below 0.56 eight multiplications, six additions and one division (float: eight, five
///           and none); above, 24, 26 and one (float: 17, 20 and one).
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
        double const small = __builtin_bit_cast(double, 0x7fe0000000000000 - power);
        double const half = 0.5 * __builtin_bit_cast(double, power);
        double const first = 1 + small;
        double const second = high + (detail::expm1_tail(high - low) - low);
        double const sum = first + second;
        double const lost = (first - sum) + second;
        double const quotient = 2 * small / sum;
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
    if (a < 0.56F) {
        float const z = a * a;
        float const w = z * z;
        float const p = (3.33333135e-1F - z * 1.33324325e-1F) +
                        w * ((5.38350269e-2F - z * 2.09966917e-2F) + w * 6.16375962e-3F);
        y = a - a * (z * p);
    } else if (a < 9.011F) {
        float const shifted = a * 2.88539008F + (0x1.8p23F + 127);
        float const k = shifted - (0x1.8p23F + 127);
        float const high = 2 * a - k * 0x1.62e4p-1F;
        float const low = k * 0x1.7f7d1cp-20F;
        std::uint32_t const power = __builtin_bit_cast(std::uint32_t, shifted) << 23;
        float const small = __builtin_bit_cast(float, 0x7f000000 - power);
        float const half = 0.5F * __builtin_bit_cast(float, power);
        float const first = 1 + small;
        float const second = high + (detail::expm1_tail(high - low) - low);
        float const sum = first + second;
        float const lost = (first - sum) + second;
        float const quotient = 2 * small / sum;
        y = 1 - quotient;
        y += ((1 - y) - quotient) + quotient * (quotient * (lost * half));
    } else if (a != a) {
        return x;
    }
    return __builtin_bit_cast(float, __builtin_bit_cast(std::uint32_t, y) | sign);
}

} // namespace ctnn::math
