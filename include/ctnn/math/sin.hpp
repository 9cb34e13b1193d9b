#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/math/detail/reduced_angle.hpp>
#include <ctnn/math/detail/sine_and_cosine.hpp>
#include <limits>

namespace ctnn::math {

/// The sine of an angle in radians.
///
/// Shape:    one scalar to one scalar, double or float.
/// Gradient: cos(x).
/// Cost:     up to pi/4 ten multiplications and eight additions (float: 7 and 5); beyond, as many,
///           9 products of integers of 32 bits (float: 4) and a table of 160 bytes (32).
/// Errors:   none; an infinite angle gives NaN, -0 gives -0, NaN gives NaN. Below 1 ulp from the exact
///           value, however large the angle (docs/elementary_functions.md).
/// Source:   W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980, ch. 8; the
///           polynomials are this library's.
/// Example:  tests/math/sin.cpp
constexpr double sin(double x) noexcept {
    double const a = x < 0 ? -x : x;
    if (a <= 0x1.921fb54442d18p-1) {
        return a < 0x1p-27 ? x : detail::sine_near_zero(x, 0); // -0 stays -0
    }
    if (!(a <= (std::numeric_limits<double>::max)())) [[unlikely]] {
        return x != x ? x : std::numeric_limits<double>::quiet_NaN();
    }
    double const y = detail::sine_of(detail::reduce_angle(a));
    return x < 0 ? -y : y;
}

constexpr float sin(float x) noexcept {
    float const a = x < 0 ? -x : x;
    if (a <= 0x1.921fb4p-1F) {
        return a < 0x1p-12F ? x : detail::sine_near_zero(x, 0); // -0 stays -0
    }
    if (!(a <= (std::numeric_limits<float>::max)())) [[unlikely]] {
        return x != x ? x : std::numeric_limits<float>::quiet_NaN();
    }
    float const y = detail::sine_of(detail::reduce_angle(a));
    return x < 0 ? -y : y;
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
