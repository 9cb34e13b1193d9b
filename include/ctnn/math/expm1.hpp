#pragma once

#include <cstdint>
#include <ctnn/math/exp.hpp>

namespace ctnn::math {

namespace detail {

// expm1(r) - r = r^2 q(r) for |r| <= ln(2) / 2, of which expm1 and tanh need more digits than exp.
constexpr double expm1_tail(double r) noexcept {
    double const r2 = r * r;
    double const r4 = r2 * r2;
    return r2 * (((0.5 + r * 1.6666666666666677e-1) +
                  r2 * (4.1666666666666512e-2 + r * 8.3333333333216898e-3)) +
                 r4 * (((1.3888888888962368e-3 + r * 1.9841269885969976e-4) +
                        r2 * (2.4801587172493497e-5 + r * 2.7557244370181347e-6)) +
                       r4 * ((2.7557402707609942e-7 + r * 2.5108980270976286e-8) +
                             r2 * 2.087530431409317e-9)));
}

constexpr float expm1_tail(float r) noexcept {
    float const r2 = r * r;
    return r2 * ((0.5F + r * 1.66666657e-1F) + r2 * ((4.16663624e-2F + r * 8.33338965e-3F) +
                                                     r2 * (1.39406277e-3F + r * 1.98459078e-4F)));
}

} // namespace detail

// How both overloads work: as exp does, x = k ln 2 + r, but the result is put together as
// 2^k ((1 - 2^-k) + r + r^2 q(r)), the first sum exact but for what the second one brings back.

/// exp(x) - 1, accurate also where x is small.
///
/// Shape:    one scalar to one scalar, double or float.
/// Gradient: expm1(x) + 1.
/// Cost:     that of exp; two multiplications and two additions more.
/// Errors:   none; -0 gives -0, NaN gives NaN, overflow gives infinity. Below 1 ulp from the exact
///           value (docs/elementary_functions.md).
/// Source:   W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980, ch. 6
///           (the reduction); the polynomial is this library's.
/// Example:  tests/math/expm1.cpp
constexpr double expm1(double x) noexcept {
    if (!(x < 40)) [[unlikely]] {
        return exp(x);
    }
    if (x < -37.5) [[unlikely]] {
        return -1;
    }
    if (x < 0.34 && x > -0.34) {
        return x + detail::expm1_tail(x);
    }
    double const shifted = x * 1.4426950408889634 + (0x1.8p52 + 1023);
    double const k = shifted - (0x1.8p52 + 1023);
    double const high = x - k * 0x1.62e42fefa38p-1;
    double const low = k * 0x1.ef35793c7673p-45;
    std::uint64_t const power = __builtin_bit_cast(std::uint64_t, shifted) << 52;
    double const start = 1 - __builtin_bit_cast(double, 0x7fe0000000000000 - power);
    double const sum = start + high;
    double const tail = detail::expm1_tail(high - low) - low;
    return (sum + (((start - sum) + high) + tail)) * __builtin_bit_cast(double, power);
}

constexpr float expm1(float x) noexcept {
    if (!(x < 20)) [[unlikely]] {
        return exp(x);
    }
    if (x < -17.4F) [[unlikely]] {
        return -1;
    }
    if (x < 0.34F && x > -0.34F) {
        return x + detail::expm1_tail(x);
    }
    float const shifted = x * 1.44269504F + (0x1.8p23F + 127);
    float const k = shifted - (0x1.8p23F + 127);
    float const high = x - k * 0x1.62e4p-1F;
    float const low = k * 0x1.7f7d1cp-20F;
    std::uint32_t const power = __builtin_bit_cast(std::uint32_t, shifted) << 23;
    float const start = 1 - __builtin_bit_cast(float, 0x7f000000 - power);
    float const sum = start + high;
    float const tail = detail::expm1_tail(high - low) - low;
    return (sum + (((start - sum) + high) + tail)) * __builtin_bit_cast(float, power);
}

} // namespace ctnn::math
