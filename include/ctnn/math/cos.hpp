#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/math/detail/reduced_angle.hpp>
#include <ctnn/math/detail/sine_and_cosine.hpp>
#include <limits>

namespace ctnn::math {

/// The cosine of an angle in radians.
///
/// Shape:    one scalar to one scalar, double or float.
/// Gradient: -sin(x).
/// Cost:     up to pi/4 ten multiplications and eleven additions (float: 7 and 8); beyond, as many,
///           9 products of integers of 32 bits (float: 4) and a table of 160 bytes (32).
/// Errors:   none; an infinite angle gives NaN, NaN gives NaN. Below 1 ulp from the exact value,
///           however large the angle (docs/elementary_functions.md).
/// Source:   W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980, ch. 8; the
///           polynomials are this library's.
/// Example:  tests/math/cos.cpp
constexpr double cos(double x) noexcept {
    double const a = x < 0 ? -x : x;
    if (a <= 0x1.921fb54442d18p-1) {
        return detail::cosine_near_zero(a, 0);
    }
    if (!(a <= (std::numeric_limits<double>::max)())) [[unlikely]] {
        return x != x ? x : std::numeric_limits<double>::quiet_NaN();
    }
    auto angle = detail::reduce_angle(a);
    ++angle.quadrant;
    return detail::sine_of(angle);
}

constexpr float cos(float x) noexcept {
    float const a = x < 0 ? -x : x;
    if (a <= 0x1.921fb4p-1F) {
        return detail::cosine_near_zero(a, 0);
    }
    if (!(a <= (std::numeric_limits<float>::max)())) [[unlikely]] {
        return x != x ? x : std::numeric_limits<float>::quiet_NaN();
    }
    auto angle = detail::reduce_angle(a);
    ++angle.quadrant;
    return detail::sine_of(angle);
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
