#pragma once

#include <cstddef>
#include <ctnn/concept/detail/learner_diagnosis.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <type_traits>

namespace ctnn::detail {

// The first layer in which a gradient's network differs from the one it is to update.
template <class Network, class Gradient, std::size_t Index>
constexpr auto first_difference() {
    if constexpr (Index == Network::depth || Index == Gradient::depth) {
        return typename error::gradient_of_layers<Gradient::depth>::template but_needs<
            Network::depth>{};
    } else {
        using needed = typename Network::template stage<Index>;
        using got = typename Gradient::template stage<Index>;
        if constexpr (!std::is_same_v<typename needed::layer, typename got::layer> ||
                      needed::input_size != got::input_size)
            return
                typename error::layer<Index, typename needed::layer>::template gets_a_gradient_of<
                    typename got::layer, got::input_size,
                    got::output_size>::template but_needs_inputs_and_outputs<needed::input_size,
                                                                             needed::output_size>{};
        else
            return first_difference<Network, Gradient, Index + 1>();
    }
}

template <class Network, class Gradient>
constexpr auto gradient_diagnosis() {
    if constexpr (!fits<decltype(learner_diagnosis<Network>())>)
        return learner_diagnosis<Network>();
    else if constexpr (std::is_same_v<Network, Gradient>)
        return error::none{};
    else if constexpr (!concepts::trainable_network<Gradient>)
        return typename error::gradient_of_type<Gradient>::template but_needs_type<Network>{};
    else if constexpr (!std::is_same_v<typename Network::scalar, typename Gradient::scalar>)
        return typename error::gradient_of_scalar<
            typename Gradient::scalar>::template but_needs_scalar<typename Network::scalar>{};
    else
        return first_difference<Network, Gradient, 0>();
}

} // namespace ctnn::detail
