#pragma once

#include <cstddef>
#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/curve_of.hpp>

// The largest error of an activation in fixed point, as a real number, for arguments up to `magnitude` in
// size and results within the format. The functions' own errors are those of docs/fixed_point.md, which the
// tests check.

namespace ctnn::verify::detail {

template <class Activation, class T>
inline constexpr bool has_fixed_error = customization::has_a_fixed_point_error<Activation, T> ||
                                        ctnn::detail::curve_of<Activation, T>.error.is_exact();

template <class Activation>
struct fixed_error {
    template <class T>
        requires has_fixed_error<Activation, T>
    static constexpr double at([[maybe_unused]] double magnitude) {
        if constexpr (customization::has_a_fixed_point_error<Activation, T>)
            return Activation::template fixed_point_error<T>(magnitude);
        else
            return 0;
    }
};

// softmax_range.hpp says why.
template <class T, std::size_t Size>
constexpr double fixed_softmax_error() {
    return (1 + 1.3 * static_cast<double>(Size + 1)) * curves::step<T>;
}

} // namespace ctnn::verify::detail
