#pragma once

#include <ctnn/math/is_finite.hpp>
#include <limits>
#include <type_traits>

namespace ctnn::detail {

// Whether a number stays finite in a network of this scalar.
template <class Scalar>
constexpr bool is_weight(double number) {
    constexpr double largest = static_cast<double>((std::numeric_limits<float>::max)());
    return math::is_finite(number) &&
           (!std::is_same_v<Scalar, float> || (number <= largest && number >= -largest));
}

} // namespace ctnn::detail
