#pragma once

#include <limits>
#include <type_traits>

namespace ctnn::detail {

// The loss of what has none: NaN, or the largest number of a scalar that has no NaN. Never 0, which
// would be the best one. (A constant, for boards whose machine has no double.)
template <class Scalar>
inline constexpr Scalar no_loss = [] {
    if constexpr (std::is_floating_point_v<Scalar>) {
        return std::numeric_limits<Scalar>::quiet_NaN();
    } else {
        Scalar const nan = Scalar(std::numeric_limits<double>::quiet_NaN());
        return nan == nan ? Scalar((std::numeric_limits<double>::max)()) : nan;
    }
}();

template <class Scalar>
inline constexpr Scalar most_probable = Scalar(1.0009765625);

// Whether y may be a probability. A layer of a user's own may round to a little more than 1.
template <class Scalar>
constexpr bool is_probability(Scalar const& y) {
    return !(y < Scalar(0)) && !(y > most_probable<Scalar>);
}

// The same of a logarithm of one, which may be rounded to a little more than 0.
template <class Scalar>
inline constexpr Scalar most_log_probable = Scalar(0.0009765625F);

} // namespace ctnn::detail
