#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <limits>

namespace ctnn::math {

// How both overloads work: x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)); with
// s = f / (2 + f), log(1 + f) = 2 atanh(s) = f - f^2/2 + s (f^2/2 + z p(z)), z = s^2. The form
// with f^2/2 keeps the rounding errors of the division small beside f. The coefficients are
// printed by tests/oracles/math_coefficients.py.

namespace detail {

// z p(z), which is 2 atanh(s) / s - 2 for z = s^2.
constexpr double atanh_tail(double z) noexcept {
    double const w = z * z;
    return z * ((6.6666666666670427e-1 + z * 3.999999999744781e-1) +
                w * ((2.8571429157009842e-1 + z * 2.2222158605393402e-1) +
                     w * ((1.8185505190659118e-1 + z * 1.5267789163605647e-1) +
                          w * 1.5226615776797464e-1)));
}

constexpr float atanh_tail(float z) noexcept {
    return z * (6.66668952e-1F + z * (3.99632514e-1F + z * 3.02400231e-1F));
}

} // namespace detail

/// The natural logarithm.
///
/// Shape:    one scalar to one scalar, double or float.
/// Gradient: 1 / x.
/// Cost:     14 multiplications, 13 additions, one division; float: 9, 9 and one.
/// Errors:   none; negative x gives NaN, zero gives -infinity, NaN gives NaN. Below 1 ulp from the
///           exact value (docs/elementary_functions.md).
/// Source:   the atanh series is classical; the order of the final sum as in P. T. P. Tang,
///           ACM TOMS 16 (1990) 378-400; the polynomial is this library's.
/// Example:  tests/math/log.cpp
constexpr double log(double x) noexcept {
    std::int32_t exponent = 0;
    if (!(x >= (std::numeric_limits<double>::min)() && x <= (std::numeric_limits<double>::max)()))
        [[unlikely]] {
        if (x != x || x > 0x1p-1022) {
            return x;
        }
        if (!(x > 0)) {
            return x == 0 ? -std::numeric_limits<double>::infinity()
                          : std::numeric_limits<double>::quiet_NaN();
        }
        x *= 0x1p54;
        exponent = -54;
    }
    auto const bits = __builtin_bit_cast(std::uint64_t, x);
    std::uint64_t const above = bits - 0x3fe5a00000000000; // the bits of 0.67578125
    exponent += static_cast<std::int32_t>(static_cast<std::int64_t>(above) >> 52);
    double const k = exponent;
    double const f = __builtin_bit_cast(double, bits - (above & 0xfff0000000000000)) - 1;
    double const s = f / (2 + f);
    double const z = s * s;
    double const half_square = 0.5 * f * f;
    double const low = s * (half_square + detail::atanh_tail(z)) + k * 0x1.ef35793c7673p-45;
    return k * 0x1.62e42fefa38p-1 - ((half_square - low) - f);
}

constexpr float log(float x) noexcept {
    std::int32_t exponent = 0;
    if (!(x >= (std::numeric_limits<float>::min)() && x <= (std::numeric_limits<float>::max)()))
        [[unlikely]] {
        if (x != x || x > 0x1p-126F) {
            return x;
        }
        if (!(x > 0)) {
            return x == 0 ? -std::numeric_limits<float>::infinity()
                          : std::numeric_limits<float>::quiet_NaN();
        }
        x *= 0x1p25F;
        exponent = -25;
    }
    auto const bits = __builtin_bit_cast(std::uint32_t, x);
    std::uint32_t const above = bits - 0x3f2d0000; // the bits of 0.67578125
    exponent += static_cast<std::int32_t>(above) >> 23;
    auto const k = static_cast<float>(exponent);
    float const f = __builtin_bit_cast(float, bits - (above & 0xff800000)) - 1;
    float const s = f / (2 + f);
    float const z = s * s;
    float const half_square = 0.5F * f * f;
    float const low = s * (half_square + detail::atanh_tail(z)) + k * 0x1.7f7d1cp-20F;
    return k * 0x1.62e4p-1F - ((half_square - low) - f);
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
