#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <limits>

namespace ctnn::math {

/// x times two to the power `exponent`, rounded once (what C calls ldexp).
///
/// Shape:    one scalar and an integer to one scalar, double or float.
/// Gradient: two to the power `exponent`.
/// Cost:     three multiplications.
/// Errors:   none; overflow gives infinity, NaN gives NaN. Exact unless the result is subnormal,
///           then correctly rounded.
/// Source:   IEEE 754-2019, 5.3.3 (scaleB).
/// Example:  tests/math/scale_by_power_of_two.cpp
constexpr double scale_by_power_of_two(double x, int exponent) noexcept {
    if (!(x >= std::numeric_limits<double>::lowest() &&
          x <= (std::numeric_limits<double>::max)())) {
        return x;
    }
    // Make the significand's own exponent known, so that overflow is seen before it happens.
    bool const subnormal =
        x < (std::numeric_limits<double>::min)() && x > -(std::numeric_limits<double>::min)();
    double const normal = subnormal ? x * 0x1p54 : x;
    auto const bits = __builtin_bit_cast(std::uint64_t, normal);
    auto const own = static_cast<int>((bits >> 52) & 0x7ff) - (subnormal ? 54 : 0);
    if (x == 0 || exponent < -2200) {
        return x * 0;
    }
    if (exponent > 2200 || own + exponent > 2046) {
        return x > 0 ? std::numeric_limits<double>::infinity()
                     : -std::numeric_limits<double>::infinity();
    }
    int const target = own + exponent;
    std::uint64_t const rest = bits & 0x800fffffffffffff;
    if (target > 0) {
        return __builtin_bit_cast(double, rest | (static_cast<std::uint64_t>(target) << 52));
    }
    if (target < -54) {
        return x * 0;
    }
    return __builtin_bit_cast(double, rest | (static_cast<std::uint64_t>(target + 64) << 52)) *
           0x1p-64;
}

constexpr float scale_by_power_of_two(float x, int exponent) noexcept {
    if (!(x >= std::numeric_limits<float>::lowest() && x <= (std::numeric_limits<float>::max)())) {
        return x;
    }
    bool const subnormal =
        x < (std::numeric_limits<float>::min)() && x > -(std::numeric_limits<float>::min)();
    float const normal = subnormal ? x * 0x1p25F : x;
    auto const bits = __builtin_bit_cast(std::uint32_t, normal);
    auto const own = static_cast<int>((bits >> 23) & 0xff) - (subnormal ? 25 : 0);
    if (x == 0 || exponent < -400) {
        return x * 0;
    }
    if (exponent > 400 || own + exponent > 254) {
        return x > 0 ? std::numeric_limits<float>::infinity()
                     : -std::numeric_limits<float>::infinity();
    }
    int const target = own + exponent;
    std::uint32_t const rest = bits & 0x807fffff;
    if (target > 0) {
        return __builtin_bit_cast(float, rest | (static_cast<std::uint32_t>(target) << 23));
    }
    if (target < -25) {
        return x * 0;
    }
    return __builtin_bit_cast(float, rest | (static_cast<std::uint32_t>(target + 64) << 23)) *
           0x1p-64F;
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
