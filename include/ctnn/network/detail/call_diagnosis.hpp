#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/detail/learner_diagnosis.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/loss/detail/loss_diagnosis.hpp>
#include <ctnn/network/detail/input_diagnosis.hpp>
#include <ctnn/tensor/detail/braces.hpp>
#include <type_traits>

namespace ctnn::detail {

template <class Network, class Target>
constexpr auto target_diagnosis() {
    using layer = error::layer<Network::depth - 1, typename Network::last_stage::layer>;
    if constexpr (std::is_same_v<Target, typename Network::output_type> || is_braces<Target>)
        return error::none{};
    else if constexpr (is_array_of<Target, typename Network::scalar>)
        return typename layer::template gets_a_target_of_size<
            std::tuple_size<Target>::value>::template but_needs_size<Network::output_size>{};
    else
        return typename layer::template gets_a_target_of_type<Target>::template but_needs_type<
            typename Network::output_type>{};
}

template <class Network>
struct target_role {
    template <class Target>
    using diagnosis = decltype(target_diagnosis<Network, Target>());
};
template <class Network>
using target_braces = braces<target_role<Network>, typename Network::scalar, Network::output_size>;

// As call_input_diagnosis.
template <class Network, class Target>
constexpr auto call_target_diagnosis() {
    constexpr std::size_t size = size_of_other_array<Target, typename Network::scalar>;
    if constexpr (size == Network::output_size)
        return error::none{};
    else if constexpr (size > 0)
        return target_diagnosis<Network, std::array<typename Network::scalar, size>>();
    else
        return target_diagnosis<Network, Target>();
}

// What is wrong with the arguments of a call that measures a network on a sample.
template <class Network, class Loss, class Input, class Target>
constexpr auto call_diagnosis() {
    if constexpr (!concepts::network<Network>)
        return typename error::first_argument_of_type<Network>::is_not_a_network{};
    else if constexpr (!fits<decltype(loss_diagnosis<Network, Loss>())>)
        return loss_diagnosis<Network, Loss>();
    else if constexpr (!fits<decltype(call_input_diagnosis<Network, Input>())>)
        return call_input_diagnosis<Network, Input>();
    else
        return call_target_diagnosis<Network, Target>();
}

// The same of a call that differentiates.
template <class Network, class Loss, class Input, class Target>
constexpr auto backward_call_diagnosis() {
    if constexpr (!fits<decltype(learner_diagnosis<Network>())>)
        return learner_diagnosis<Network>();
    else
        return call_diagnosis<Network, Loss, Input, Target>();
}

} // namespace ctnn::detail
