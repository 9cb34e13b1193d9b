#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <ctnn/math/log.hpp>
#include <limits>

namespace ctnn::math {

// How both overloads work: as log does, from u = 1 + x where x is not small; what the rounding of
// u lost, divided by u, goes to the small terms. Where 1 + x needs no power of two, f is x itself.

/// The natural logarithm of 1 + x, accurate also where x is small.
///
/// Shape:    one scalar to one scalar, double or float.
/// Gradient: 1 / (1 + x).
/// Cost:     that of log; away from zero four additions and one division more.
/// Errors:   none; x < -1 gives NaN, -1 gives -infinity, -0 gives -0, NaN gives NaN. Below 1 ulp
///           from the exact value (docs/elementary_functions.md).
/// Source:   the correction term as in W. Kahan's log1p (HP-15C Advanced Functions Handbook, 1982).
/// Example:  tests/math/log1p.cpp
constexpr double log1p(double x) noexcept {
    if (!(x > -1 && x <= (std::numeric_limits<double>::max)())) [[unlikely]] {
        return x == -1  ? -std::numeric_limits<double>::infinity()
               : x < -1 ? std::numeric_limits<double>::quiet_NaN()
                        : x;
    }
    if (x < 0.35 && x > -0.32) {
        double const s = x / (2 + x);
        double const half_square = 0.5 * x * x;
        return x - (half_square - s * (half_square + detail::atanh_tail(s * s)));
    }
    double const u = 1 + x;
    double const lost = x < 1 ? x - (u - 1) : 1 - (u - x);
    auto const bits = __builtin_bit_cast(std::uint64_t, u);
    std::uint64_t const above = bits - 0x3fe5a00000000000; // the bits of 0.67578125
    double const k = static_cast<std::int32_t>(static_cast<std::int64_t>(above) >> 52);
    double const f = __builtin_bit_cast(double, bits - (above & 0xfff0000000000000)) - 1;
    double const s = f / (2 + f);
    double const half_square = 0.5 * f * f;
    double const low =
        s * (half_square + detail::atanh_tail(s * s)) + (k * 0x1.ef35793c7673p-45 + lost / u);
    return k * 0x1.62e42fefa38p-1 - ((half_square - low) - f);
}

constexpr float log1p(float x) noexcept {
    if (!(x > -1 && x <= (std::numeric_limits<float>::max)())) [[unlikely]] {
        return x == -1  ? -std::numeric_limits<float>::infinity()
               : x < -1 ? std::numeric_limits<float>::quiet_NaN()
                        : x;
    }
    if (x < 0.35F && x > -0.32F) {
        float const s = x / (2 + x);
        float const half_square = 0.5F * x * x;
        return x - (half_square - s * (half_square + detail::atanh_tail(s * s)));
    }
    float const u = 1 + x;
    float const lost = x < 1 ? x - (u - 1) : 1 - (u - x);
    auto const bits = __builtin_bit_cast(std::uint32_t, u);
    std::uint32_t const above = bits - 0x3f2d0000; // the bits of 0.67578125
    auto const k = static_cast<float>(static_cast<std::int32_t>(above) >> 23);
    float const f = __builtin_bit_cast(float, bits - (above & 0xff800000)) - 1;
    float const s = f / (2 + f);
    float const half_square = 0.5F * f * f;
    float const low =
        s * (half_square + detail::atanh_tail(s * s)) + (k * 0x1.7f7d1cp-20F + lost / u);
    return k * 0x1.62e4p-1F - ((half_square - low) - f);
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
