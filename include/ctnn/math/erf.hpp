#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <ctnn/math/exp.hpp>

namespace ctnn::math {

// How both overloads work, for x >= 0 (the sign bit is put back at the end): below 0.8,
// erf(x) = x + x e(x^2); up to 1.25, erf(x) = h + m(x - 33/32) with h = erf(33/32) rounded and m
// small beside it; above, erf(x) = 1 - c exp(-d g(d)) with d = x - 1.25 and
// c = erfc(1.25) = 0.077, up to where that no longer changes 1. Each polynomial is summed as two,
// of the even and the odd powers, side by side.

/// The error function, 2 / sqrt(pi) times the integral of exp(-t^2) from 0 to x.
///
/// Shape:    one scalar to one scalar, double or float.
/// Gradient: 2 / sqrt(pi) exp(-x^2).
/// Cost:     below 1.25 at most 14 multiplications and 15 additions (float: 8 and 8); above, 17
///           multiplications, 16 additions and one exp (float: 7, 6 and one).
/// Errors:   none; -0 gives -0, NaN gives NaN. Below 1 ulp from the exact value
///           (docs/elementary_functions.md).
/// Source:   NIST Digital Library of Mathematical Functions, chapter 7; the approximations are
///           this library's.
/// Example:  tests/math/erf.cpp
constexpr double erf(double x) noexcept {
    auto const sign = __builtin_bit_cast(std::uint64_t, x) & 0x8000000000000000;
    double const a = x < 0 ? -x : x;
    double y = 1;
    if (a < 0.8) {
        double const z = a * a;
        double const w = z * z;
        y = a + a * ((1.2837916709551256e-1 - z * 3.7612638903183621e-1) +
                     w * ((1.1283791670954235e-1 - z * 2.6866170645337323e-2) +
                          w * ((5.2239776271833004e-3 - z * 8.5483269173550528e-4) +
                               w * ((1.2055314657470818e-4 - z * 1.4924695850819526e-5) +
                                    w * ((1.6436276761107879e-6 - z * 1.5971336275296169e-7) +
                                         w * 1.1533162757648947e-8)))));
    } else if (a < 1.25) {
        double const d = a - 1.03125;
        double const w = d * d;
        y = 8.55271810442917e-1 +
            ((2.8008295289695803e-17 + d * 3.8957677365552817e-1) +
             w * ((-4.0175104783227045e-1 + d * 1.4634492083284828e-1) +
                  w * ((5.8457916141678001e-2 - d * 6.8017366659199205e-2) +
                       w * ((7.7921919313090017e-3 + d * 1.3898697486689073e-2) +
                            w * ((-5.2530019783027073e-3 - d * 1.4987144856375707e-3) +
                                 w * ((1.2426746419874879e-3 + d * 1.2307492609922925e-5) +
                                      w * (-1.8641941927754961e-4 +
                                           d * 2.7105231866501868e-5)))))));
    } else if (a < 5.93) {
        double const d = a - 1.25;
        double const w = d * d;
        double const g =
            (3.0677239416692239 + d * 8.708101640598761e-1) +
            w * ((3.2687008656551553e-2 - d * 7.7919613060283112e-3) +
                 w * ((1.606948878910759e-3 - d * 2.4677492655902309e-4) +
                      w * ((1.0014935434647619e-5 + d * 1.0886553228818851e-5) +
                           w * ((-5.2505798570284504e-6 + d * 1.5396369129649928e-6) +
                                w * ((-3.2950853944873004e-7 + d * 5.1557478383782677e-8) +
                                     w * ((-5.5253199849285683e-9 + d * 3.5178691943610323e-10) +
                                          w * -9.4107901277010446e-12))))));
        y = 1 - 7.709987174354177e-2 * exp(-(d * g));
    } else if (a != a) {
        return x;
    }
    return __builtin_bit_cast(double, __builtin_bit_cast(std::uint64_t, y) | sign);
}

constexpr float erf(float x) noexcept {
    auto const sign = __builtin_bit_cast(std::uint32_t, x) & 0x80000000;
    float const a = x < 0 ? -x : x;
    float y = 1;
    if (a < 0.8F) {
        float const z = a * a;
        float const w = z * z;
        y = a + a * ((1.28379166e-1F - z * 3.76126021e-1F) +
                     w * ((1.12831131e-1F - z * 2.68217642e-2F) +
                          w * (5.08858636e-3F - z * 6.56590681e-4F)));
    } else if (a < 1.25F) {
        float const d = a - 1.03125F;
        float const w = d * d;
        y = 8.55271816e-1F +
            ((-5.07075448e-9F + d * 3.89577031e-1F) +
             w * ((-4.01751369e-1F + d * 1.46308258e-1F) +
                  w * ((5.84832504e-2F - d * 6.66850433e-2F) + w * 7.15259882e-3F)));
    } else if (a < 3.92F) {
        float const d = a - 1.25F;
        float const w = d * d;
        float const g = (3.06772041F + d * 8.70873272e-1F) +
                        w * ((3.23530063e-2F - d * 7.07278214e-3F) + w * 9.30910581e-4F);
        y = 1 - 7.70998746e-2F * exp(-(d * g));
    } else if (a != a) {
        return x;
    }
    return __builtin_bit_cast(float, __builtin_bit_cast(std::uint32_t, y) | sign);
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
