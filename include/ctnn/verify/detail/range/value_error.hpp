#pragma once

#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/number/detail/widen.hpp>
#include <limits>

namespace ctnn::verify::detail {

// How far an activation's value is from that of the real function, for the same number before it: in
// epsilons of the value, epsilons of that number, and epsilons. (docs/elementary_functions.md and
// verify/activation_range.hpp say why.)
struct value_error {
    double of_value, of_argument, alone;

    constexpr bool is_exact() const { return of_value == 0 && of_argument == 0 && alone == 0; }
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

// For a user-defined activation it is not known.
template <class Activation>
inline constexpr value_error error_of_value{std::numeric_limits<double>::infinity(), 0, 0};
template <>
inline constexpr value_error error_of_value<identity>{0, 0, 0};
template <>
inline constexpr value_error error_of_value<relu>{0, 0, 0};
template <>
inline constexpr value_error error_of_value<hard_tanh>{0, 0, 0};
template <>
inline constexpr value_error error_of_value<hard_sigmoid>{0, 0, 2}; // (a sixth is rounded as well)
template <real Slope>
inline constexpr value_error error_of_value<basic_leaky_relu<Slope>>{1, 0, 0};
template <real Scale>
inline constexpr value_error error_of_value<basic_elu<Scale>>{2, 0, 0};
template <>
inline constexpr value_error error_of_value<sigmoid>{3, 0, 0};
template <>
inline constexpr value_error error_of_value<tanh>{1, 0, 0};
template <>
inline constexpr value_error error_of_value<softplus>{3, 0, 0};
template <>
inline constexpr value_error error_of_value<silu>{3, 0, 0};
template <>
inline constexpr value_error error_of_value<gelu>{0, 3, 0};

} // namespace ctnn::verify::detail
