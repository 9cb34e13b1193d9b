#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/scalar.hpp>
#include <limits>

// What an optimizer's `problem` asks of its settings. (Always inlined: nothing is left of constants, and a board needs no
// double.)

namespace ctnn {

/// Whether a setting is finite and at least 0.
///
/// Example:  docs/examples/own_optimizer.cpp
[[gnu::always_inline]] constexpr bool is_finite_and_not_negative(double setting) {
    return setting >= 0 && setting <= (std::numeric_limits<double>::max)();
}

/// Whether a setting is not 0 but becomes 0 in the scalar, as an epsilon of 1e-8 does in most fixed_points.
///
/// Example:  docs/examples/own_optimizer.cpp
template <concepts::scalar Scalar>
[[gnu::always_inline]] constexpr bool vanishes(double setting) {
    return setting != 0 && static_cast<Scalar>(setting) == Scalar(0);
}

/// Whether a number below 1 is 1 in the scalar, or its difference from 1 is 0 there.
///
/// Example:  tests/concept/setting.cpp
template <concepts::scalar Scalar>
[[gnu::always_inline]] constexpr bool is_1_in(double number) {
    return static_cast<Scalar>(number) == Scalar(1) || static_cast<Scalar>(1 - number) == Scalar(0);
}

/// Whether a setting above 0 is more than the scalar can hold, as 1e300 is in float.
///
/// Example:  tests/concept/setting.cpp
template <concepts::scalar Scalar>
[[gnu::always_inline]] constexpr bool saturates(double setting) {
    // (The double of a large number would be too much for a constant.)
    double const other = setting > 1e300 ? setting / 2 : 2 * setting;
    return setting != 0 && static_cast<Scalar>(setting) == static_cast<Scalar>(other) &&
           !vanishes<Scalar>(setting);
}

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
