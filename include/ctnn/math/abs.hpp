#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>

namespace ctnn::math {

/// The absolute value: x without its sign bit, so that -0 gives 0.
///
/// Shape:    one scalar to one scalar, double or float.
/// Gradient: 1 where x > 0, -1 where x < 0, none at 0.
/// Cost:     one bitwise and.
/// Errors:   none; NaN gives NaN.
/// Source:   IEEE 754-2019, 5.5.1.
/// Example:  tests/math/abs.cpp
constexpr double(abs)(double x) noexcept {
    return __builtin_bit_cast(double, __builtin_bit_cast(std::uint64_t, x) &
                                          std::uint64_t{0x7fffffffffffffff});
}

constexpr float(abs)(float x) noexcept {
    return __builtin_bit_cast(float,
                              __builtin_bit_cast(std::uint32_t, x) & std::uint32_t{0x7fffffff});
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
