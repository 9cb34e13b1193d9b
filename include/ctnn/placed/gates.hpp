#pragma once

#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/vector.hpp>

// What cells do number by number, for kernel::transform: also of vectors.

namespace ctnn::placed::gates {
CTNN_ARITHMETIC_BEGIN

inline constexpr auto same = [](auto const& a) { return a; };
inline constexpr auto sum = [](auto const& a, auto const& b) { return a + b; };
inline constexpr auto product = [](auto const& a, auto const& b) { return a * b; };

// How far a gate is closed: 1 - a.
template <class Values>
constexpr Values rest(Values const& a) {
    return kernel::number<Values>(1) - a;
}

// A gate between two numbers: a x + (1 - a) y.
template <class Values>
constexpr Values blend(Values const& a, Values const& x, Values const& y) {
    Values const v = kernel::multiply_add(a, x, rest(a) * y);
    if constexpr (requires { blended(v, a, x, y); }) // of intervals
        return blended(v, a, x, y);
    else
        return v;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::placed::gates
