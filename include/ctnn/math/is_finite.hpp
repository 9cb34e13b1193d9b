#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <limits>

namespace ctnn::math {

/// Is x neither infinite nor NaN?
///
/// Shape:    one scalar to bool, double or float.
/// Cost:     one comparison.
/// Errors:   none; NaN is not finite.
/// Source:   IEEE 754-2019, 5.7.2.
/// Example:  tests/math/is_finite.cpp
constexpr bool is_finite(double x) noexcept {
    return __builtin_fabs(x) <= (std::numeric_limits<double>::max)();
}

constexpr bool is_finite(float x) noexcept {
    return __builtin_fabsf(x) <= (std::numeric_limits<float>::max)();
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
