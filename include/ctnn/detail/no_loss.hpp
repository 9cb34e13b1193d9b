#pragma once

#include <limits>

namespace ctnn::detail {

// The loss of what has none: NaN, or the largest number of a scalar that has no NaN. Never 0, which
// would be the best one.
template <class Scalar>
constexpr Scalar no_loss() {
    Scalar const nan = Scalar(std::numeric_limits<double>::quiet_NaN());
    if (nan == nan)
        return Scalar(std::numeric_limits<double>::max());
    return nan;
}
template <>
constexpr float no_loss<float>() {
    return std::numeric_limits<float>::quiet_NaN();
}
template <>
constexpr double no_loss<double>() {
    return std::numeric_limits<double>::quiet_NaN();
}

// Whether y may be a probability. A layer of a user's own may round to a little more than 1.
template <class Scalar>
constexpr bool is_probability(Scalar const& y) {
    return !(y < Scalar(0)) && !(y > Scalar(1.0009765625));
}

} // namespace ctnn::detail
