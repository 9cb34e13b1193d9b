#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/placed/diagnose_layers.hpp>
#include <ctnn/quantization/quantized.hpp>
#include <ctnn/verify/detail/difference/fixed_side.hpp>
#include <ctnn/verify/detail/difference/int8_side.hpp>
#include <ctnn/verify/detail/interval/fixed_error.hpp>
#include <ctnn/verify/detail/interval/headroom.hpp>
#include <ctnn/verify/gradient_bounds.hpp>
#include <type_traits>
#include <utility>

// Which approximations a network can be compared with.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

template <class Network, class Approximation>
inline constexpr bool is_it_in_fixed_point = false;
template <class Network, concepts::network Approximation>
    requires number::detail::goes_in_steps<typename Approximation::scalar>
inline constexpr bool is_it_in_fixed_point<Network, Approximation> = std::is_same_v<
    typename ctnn::detail::with_scalar<typename Approximation::scalar, Network>::type,
    Approximation>;

// In fixed point, how far activations are from the real functions must be known as well as where they saturate.
struct fixed_errors {
    template <class Stage>
    static constexpr auto of() {
        using activation = typename Stage::activation;
        using scalar = typename Stage::scalar;
        if constexpr (concepts::elementwise_activation<activation, scalar> &&
                      !has_fixed_error<activation, scalar>)
            return typename error::layer<Stage::index, typename Stage::layer>::
                has_an_activation_of_which_the_error_in_fixed_point_is_not_known{};
        else
            return error::none{};
    }
};
template <class Network>
constexpr auto fixed_diagnosis() {
    if constexpr (!ctnn::detail::is_none<decltype(headroom_diagnosis<Network>())>)
        return headroom_diagnosis<Network>();
    else
        return placed::diagnose_layers<fixed_errors, Network>();
}

template <class Network, class Approximation, class Input>
constexpr auto comparison_diagnosis() {
    using derivatives = decltype(gradient_diagnosis<Network, Input>());
    if constexpr (!ctnn::detail::is_none<derivatives>)
        return derivatives{};
    else if constexpr (is_it_in_fixed_point<Network, Approximation>)
        return fixed_diagnosis<Approximation>();
    else if constexpr (std::is_same_v<Approximation, quantized<Network>>)
        return error::none{};
    else
        return
            typename error::approximation_of_type<Approximation>::template is_not_one_of<Network>{};
}

template <class Network, class Approximation, class T, std::size_t Size>
auto difference_diagnosis_of(box<T, Size> const&)
    -> decltype(comparison_diagnosis<Network, Approximation, std::array<T, Size>>());

template <class Network, class Approximation, class Box>
using difference_diagnosis =
    decltype(difference_diagnosis_of<Network, Approximation>(std::declval<Box const&>()));

template <class Network, class Approximation>
constexpr auto side_of(Network const& net, Approximation const& approximation) {
    if constexpr (is_it_in_fixed_point<Network, Approximation>)
        return fixed_side<Approximation>(approximation);
    else
        return int8_side<Network>(net, approximation);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
