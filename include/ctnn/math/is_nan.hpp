#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

namespace ctnn::math {

/// Is x not a number?
///
/// Shape:    one scalar to bool, double or float.
/// Cost:     one comparison.
/// Source:   IEEE 754-2019, 5.7.2.
/// Example:  tests/math/is_nan.cpp
constexpr bool is_nan(double x) noexcept {
    return x != x;
}

constexpr bool is_nan(float x) noexcept {
    return x != x;
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
