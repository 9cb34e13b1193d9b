#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <limits>

namespace ctnn::math {

// How both overloads work: x = k ln 2 + r with |r| <= ln(2) / 2, exp(x) = 2^k (1 + r + r^2 q(r)).
// Adding 1.5 * 2^52 (2^23) rounds x / ln 2 to the integer k and leaves k in the low bits of the
// sum; the bias of the exponent rides along, so one shift makes the bits of 2^k. ln 2 is stored in
// two parts, the first short enough that its product with k is exact. The coefficients are printed
// by tests/oracles/math_coefficients.py. __builtin_bit_cast is what std::bit_cast wraps: without
// the wrapper's calls the evaluator of g++ is a fifth faster. A name for each part of the polynomial
// would cost as much there as two operations.

/// The exponential function, e to the power x.
///
/// Shape:    one scalar to one scalar, double or float.
/// Gradient: exp(x).
/// Cost:     17 multiplications, 19 additions; float: 11 and 14; no division, no table.
/// Errors:   none; NaN gives NaN, overflow gives infinity. Below 1 ulp from the exact value,
///           subnormal results included (docs/elementary_functions.md).
/// Source:   W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980, ch. 6
///           (the reduction); the polynomial is this library's.
/// Example:  tests/math/exp.cpp
constexpr double exp(double x) noexcept {
    if (!(x <= 709.782712893384 && x > -745.1332191019412)) [[unlikely]] {
        return x != x ? x : x > 0 ? std::numeric_limits<double>::infinity() : 0.0;
    }
    double const shifted = x * 1.4426950408889634 + (0x1.8p52 + 1023);
    double const k = shifted - (0x1.8p52 + 1023);
    double const high = x - k * 0x1.62e42fefa38p-1;
    double const low = k * 0x1.ef35793c7673p-45;
    double const r = high - low;
    double const r2 = r * r;
    double const r4 = r2 * r2;
    double const one = 1.0 + high;
    double const significand =
        one +
        (((((1.0 - one) + high) - low) + r2 * (5.0000000000000111e-1 + r * 1.6666666666666413e-1)) +
         (r4 * ((4.1666666666530155e-2 + r * 8.3333333334944526e-3) +
                r2 * (1.3888888943631768e-3 + r * 1.9841269506560313e-4)) +
          (r4 * r4) * ((2.4801493096943091e-5 + r * 2.7557586415435031e-6) +
                       r2 * (2.7630249165051388e-7 + r * 2.5000042024936937e-8))));
    auto const bits = __builtin_bit_cast(std::uint64_t, shifted);
    if (x < 709.4 && x > -708.3) [[likely]] {
        return significand * __builtin_bit_cast(double, bits << 52);
    }
    // 2^k is not a normal number: scale in two steps, of which only the last one rounds.
    return x > 0 ? significand * 2 * __builtin_bit_cast(double, (bits - 1) << 52)
                 : significand * __builtin_bit_cast(double, (bits + 64) << 52) * 0x1p-64;
}

constexpr float exp(float x) noexcept {
    if (!(x < 88.72284F && x > -103.972084F)) [[unlikely]] {
        return x != x ? x : x > 0 ? std::numeric_limits<float>::infinity() : 0.0F;
    }
    float const shifted = x * 1.44269504F + (0x1.8p23F + 127);
    float const k = shifted - (0x1.8p23F + 127);
    float const high = x - k * 0x1.62e4p-1F;
    float const low = k * 0x1.7f7d1cp-20F;
    float const r = high - low;
    float const r2 = r * r;
    float const one = 1.0F + high;
    float const significand =
        one + (((((1.0F - one) + high) - low) + r2 * (4.9999994e-1F + r * 1.66665211e-1F)) +
               (r2 * r2) * ((4.1668389e-2F + r * 8.36871658e-3F) + r2 * 1.38146023e-3F));
    auto const bits = __builtin_bit_cast(std::uint32_t, shifted);
    if (x < 88.3F && x > -87.3F) [[likely]] {
        return significand * __builtin_bit_cast(float, bits << 23);
    }
    return x > 0 ? significand * 2 * __builtin_bit_cast(float, (bits - 1) << 23)
                 : significand * __builtin_bit_cast(float, (bits + 64) << 23) * 0x1p-64F;
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
