#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <ctnn/math/exp.hpp>

namespace ctnn::math {

namespace detail {

// expm1(r) - r = r^2 / 2 + r^3 q(r) for -ln(2) / 2 <= r <= 0.525, of which expm1 and tanh need more
// digits than exp. The half is kept apart because r^2 / 2 is then rounded only once.
constexpr double expm1_tail(double r) noexcept {
    double const r2 = r * r;
    double const r4 = r2 * r2;
    double const q = ((1.6666666666666666e-1 + r * 4.166666666666647e-2) +
                      r2 * (8.3333333333345076e-3 + r * 1.388888888897473e-3)) +
                     r4 * (((1.9841269837235083e-4 + r * 2.4801587162183527e-5) +
                            r2 * (2.7557325652844332e-6 + r * 2.7557401162112811e-7)) +
                           r4 * ((2.5047286521847196e-8 + r * 2.0878412137203684e-9) +
                                 r2 * 1.7439394450390166e-10));
    return 0.5 * r2 + r * r2 * q;
}

constexpr float expm1_tail(float r) noexcept {
    float const r2 = r * r;
    float const q = (1.66666776e-1F + r * 4.16664183e-2F) +
                    r2 * ((8.33051652e-3F + r * 1.39333308e-3F) + r2 * 2.13965235e-4F);
    return 0.5F * r2 + r * r2 * q;
}

} // namespace detail

// How both overloads work: as exp does, x = k ln 2 + r, but the result is put together as
// 2^k ((1 - 2^-k) + r + tail(r)), the first sum exact but for what the second one brings back.

/// exp(x) - 1, accurate also where x is small.
///
/// Shape:    one scalar to one scalar, double or float.
/// Gradient: expm1(x) + 1.
/// Cost:     at most 19 multiplications and 25 additions; float: 12 and 19.
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
    if (x < 0.52 && x > -0.34) {
        return x == 0 ? x : x + detail::expm1_tail(x); // -0 stays -0
    }
    double const shifted = x * 1.4426950408889634 + (0x1.8p52 + 1023);
    double const k = shifted - (0x1.8p52 + 1023);
    double const high = x - k * 0x1.62e42fefa38p-1;
    double const low = k * 0x1.ef35793c7673p-45;
    std::uint64_t const power = __builtin_bit_cast(std::uint64_t, shifted) << 52;
    double const inverse = __builtin_bit_cast(double, 0x7fe0000000000000 - power);
    double const start = 1 - inverse;
    double const sum = start + high;
    double const tail = detail::expm1_tail(high - low) - low;
    double const lost = ((1 - start) - inverse) + ((start - sum) + high);
    return (sum + (lost + tail)) * __builtin_bit_cast(double, power);
}

constexpr float expm1(float x) noexcept {
    if (!(x < 20)) [[unlikely]] {
        return exp(x);
    }
    if (x < -17.4F) [[unlikely]] {
        return -1;
    }
    if (x < 0.52F && x > -0.34F) {
        return x == 0 ? x : x + detail::expm1_tail(x); // -0 stays -0
    }
    float const shifted = x * 1.44269504F + (0x1.8p23F + 127);
    float const k = shifted - (0x1.8p23F + 127);
    float const high = x - k * 0x1.62e4p-1F;
    float const low = k * 0x1.7f7d1cp-20F;
    std::uint32_t const power = __builtin_bit_cast(std::uint32_t, shifted) << 23;
    float const inverse = __builtin_bit_cast(float, 0x7f000000 - power);
    float const start = 1 - inverse;
    float const sum = start + high;
    float const tail = detail::expm1_tail(high - low) - low;
    float const lost = ((1 - start) - inverse) + ((start - sum) + high);
    return (sum + (lost + tail)) * __builtin_bit_cast(float, power);
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
