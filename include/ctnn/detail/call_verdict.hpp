#pragma once

#include <array>
#include <cstddef>
#include <ctnn/detail/braces.hpp>
#include <ctnn/detail/loss_verdict.hpp>
#include <ctnn/detail/verdict.hpp>
#include <ctnn/network.hpp>
#include <type_traits>

namespace ctnn::detail {

template <class Network, class Target>
constexpr auto target_verdict() {
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
    using verdict = decltype(target_verdict<Network, Target>());
};
template <class Network>
using target_braces = braces<target_role<Network>, typename Network::scalar, Network::output_size>;

// What is wrong with the arguments of a call that measures a network on a sample.
template <class Network, class Loss, class Input, class Target>
constexpr auto call_verdict() {
    using input = decltype(input_verdict<Network, Input>());
    using loss = decltype(loss_verdict<Network, Loss>());
    if constexpr (!fits<loss>)
        return loss{};
    else if constexpr (!fits<input>)
        return input{};
    else
        return target_verdict<Network, Target>();
}

} // namespace ctnn::detail
