#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <limits>
#include <type_traits>

namespace ctnn::number {

/// The next number above x that its type can hold.
///
/// Shape:    one scalar to one scalar, double or float.
/// Cost:     a few comparisons and an addition of integers.
/// Errors:   none; NaN and both infinities stay, the number above the largest is
///           infinite.
/// Source:   IEEE 754-2019, 5.3.1.
/// Example:  tests/number/next_above.cpp
template <class T>
    requires(std::is_same_v<T, float> || std::is_same_v<T, double>)
constexpr T next_above(T x) noexcept {
    using bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    if (!(x < std::numeric_limits<T>::infinity()))
        return x;
    if (x == -std::numeric_limits<T>::infinity())
        return x;
    if (x == T(0))
        return std::numeric_limits<T>::denorm_min();
    bits const b = __builtin_bit_cast(bits, x);
    return __builtin_bit_cast(T, x > T(0) ? b + 1 : b - 1);
}

} // namespace ctnn::number

#include <ctnn/config/epilogue.hpp>
