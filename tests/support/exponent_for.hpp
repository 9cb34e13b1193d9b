#pragma once

// Exponents to try math::pow with, one for each base: drawn from the bits of the base, so that a sweep over all
// bases is one over all kinds of results.

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <type_traits>

template <class Scalar>
Scalar exponent_for(Scalar base) {
    using limits = std::numeric_limits<Scalar>;
    using pattern = std::conditional_t<sizeof(Scalar) == 8, std::uint64_t, std::uint32_t>;
    // (libraries disagree about signaling NaNs to the power 0)
    if (base != base)
        return 1;
    std::uint64_t bits = std::bit_cast<pattern>(base) + 0x9e3779b97f4a7c15;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
    bits ^= bits >> 31;
    double const share = static_cast<double>(bits >> 11) * 0x1p-53;
    switch (bits % 4) {
    case 0: // a number of any magnitude
        return std::bit_cast<Scalar>(static_cast<pattern>(bits >> 2 ^ bits << 37));
    case 1: // a small integer
        return static_cast<Scalar>(static_cast<int>(share * 81) - 40);
    default: { // a result between the smallest number and the largest, and a little beyond
        double const least = (limits::min_exponent - limits::digits - 2) * 0.6931471805599453;
        double const most = (limits::max_exponent + 1) * 0.6931471805599453;
        double const exponent =
            (least + share * (most - least)) / std::log(std::fabs(static_cast<double>(base)));
        // (not a number for most negative bases otherwise)
        return static_cast<Scalar>(base < 0 ? std::nearbyint(exponent) : exponent);
    }
    }
}
