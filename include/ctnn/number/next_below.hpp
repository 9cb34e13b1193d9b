#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/number/next_above.hpp>
#include <type_traits>

namespace ctnn::number {

/// The next number below x that its type can hold.
///
/// Shape:    one scalar to one scalar, double or float.
/// Cost:     a few comparisons and an addition of integers.
/// Errors:   none; NaN and both infinities stay, the number below the least is
///           infinite.
/// Source:   IEEE 754-2019, 5.3.1.
/// Example:  tests/number/next_above.cpp
template <class T>
    requires(std::is_same_v<T, float> || std::is_same_v<T, double>)
constexpr T next_below(T x) noexcept {
    return -next_above(-x);
}

} // namespace ctnn::number

#include <ctnn/config/epilogue.hpp>
