#pragma once

#include <concepts>

namespace ctnn::detail {

template <class Scalar>
constexpr auto find_number_within() {
    if constexpr (std::floating_point<Scalar>)
        return Scalar{};
    else if constexpr (requires(Scalar x) {
                           x.value;
                           x.derivative;
                       })
        return find_number_within<decltype(Scalar::value)>();
}

// The floating-point number that a scalar computes with, as a dual number does; void where it is not known.
template <class Scalar>
using number_within = decltype(find_number_within<Scalar>());

// The number that decides about a scalar's comparisons.
template <class Scalar>
constexpr auto const& value_within(Scalar const& x) {
    if constexpr (requires {
                      x.value;
                      x.derivative;
                  })
        return value_within(x.value);
    else
        return x;
}

} // namespace ctnn::detail
