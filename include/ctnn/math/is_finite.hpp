#pragma once

#include <limits>

namespace ctnn::math {

/// Is x neither infinite nor NaN?
///
/// Shape:    one scalar to bool, double or float.
/// Gradient: none.
/// Cost:     two comparisons.
/// Errors:   none; NaN is not finite.
/// Source:   IEEE 754-2019, 5.7.2.
/// Example:  tests/math/is_finite.cpp
constexpr bool is_finite(double x) noexcept {
    return x >= std::numeric_limits<double>::lowest() && x <= std::numeric_limits<double>::max();
}

constexpr bool is_finite(float x) noexcept {
    return x >= std::numeric_limits<float>::lowest() && x <= std::numeric_limits<float>::max();
}

} // namespace ctnn::math
