#pragma once

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/number/detail/widen.hpp>
#include <limits>

namespace ctnn::verify::detail {

// The largest error of an activation's value, compared with the real function of the same argument.
// (docs/elementary_functions.md and docs/verification_bounds.md say why.)
struct value_error : curves::value_error {
    // For values and arguments up to these.
    template <class T>
    constexpr double most(double value, double argument) const {
        constexpr double epsilon = static_cast<double>(std::numeric_limits<T>::epsilon());
        double const parts = of_value * value + of_argument * argument + alone;
        return is_exact()
                   ? 0
                   : parts * epsilon * (1 + 1e-12) + static_cast<double>(number::detail::tiny<T>);
    }
};

// (infinite if an activation does not state it)
template <class Activation>
inline constexpr value_error error_of_value{ctnn::detail::curve_of<Activation, double>.error};

} // namespace ctnn::verify::detail
