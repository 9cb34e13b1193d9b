#pragma once

#include <ctnn/math/abs.hpp>
#include <limits>

// A bound of what a program computes, from what it computes at one point.
//
// Let g be a function that grows, and let f, what the program computes for it, be off by at most
// e |g(x)| + s. For a <= x then f(x) >= g(x) - e |g(x)| - s >= g(a) - e |g(a)| - s (the middle grows
// with g), and f(a) <= g(a) + e |g(a)| + s. So f(x) is at least f(a) - 2 e |f(a)| / (1 - e) - 3 s.
// With e = k epsilon, `parts` = 2 k + 1 covers this and the two roundings in the functions below (at
// most epsilon |y| together), k up to 1000; s is at most a fourth of `tiny`. An ulp is at most epsilon |g| where
// g is a normal number, and far below `tiny` elsewhere.

namespace ctnn::number::detail {

// Above what is lost where exp overflows or is cut off beside 1: (88.7 e^-88.7, 709.8 e^-709.8).
template <class T>
inline constexpr T tiny = sizeof(T) == 4 ? T(0x1p-110) : T(0x1p-1000);

template <class T>
constexpr T below(T y, T parts) noexcept {
    return y - ((math::abs)(y) * (parts * std::numeric_limits<T>::epsilon()) + tiny<T>);
}
template <class T>
constexpr T above(T y, T parts) noexcept {
    return y + ((math::abs)(y) * (parts * std::numeric_limits<T>::epsilon()) + tiny<T>);
}

} // namespace ctnn::number::detail
