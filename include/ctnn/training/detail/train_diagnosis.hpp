#pragma once

#include <ctnn/concept/detail/learner_diagnosis.hpp>
#include <ctnn/concept/detail/optimizer_diagnosis.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/optimizer.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/loss/detail/loss_diagnosis.hpp>
#include <ctnn/network/detail/samples_diagnosis.hpp>
#include <ctnn/training/training_result.hpp>
#include <type_traits>

namespace ctnn::detail {

// What a training starts from: a network, or the result of a former training.
template <class Start, class Optimizer>
struct training_from {
    static constexpr bool possible = false;
    using result = void;
};
template <concepts::trainable_network Network, class Optimizer>
struct training_from<Network, Optimizer> {
    static constexpr bool possible = true;
    using network = Network;
    using state = state_of<Optimizer, Network>;
    using result = training_result<network, state>;
};
template <class Network, class State, class Optimizer>
struct training_from<training_result<Network, State>, Optimizer> {
    static constexpr bool possible = true;
    using network = Network;
    using state = State;
    using result = training_result<network, state>;
};

// Whether a training whose state is State can go on with the optimizer.
template <class Network, class State, class Optimizer>
constexpr auto optimizer_diagnosis() {
    if constexpr (!concepts::optimizer<Optimizer, Network>)
        return optimizer_model_diagnosis<Optimizer, Network>();
    else if constexpr (!std::is_same_v<State, state_of<Optimizer, Network>>)
        return typename error::training_result_with_state<State>::template but_needs_state<
            state_of<Optimizer, Network>>{};
    else
        return error::none{};
}

template <class Start, class Loss, class Optimizer, class Samples>
constexpr auto train_diagnosis() {
    using from = training_from<Start, Optimizer>;
    if constexpr (!from::possible && concepts::network<Start>) {
        return learner_diagnosis<Start>();
    } else if constexpr (!from::possible) {
        return typename error::training_from<Start>::but_needs_a_network_or_a_training_result{};
    } else {
        using network = typename from::network;
        using optimizer = decltype(optimizer_diagnosis<network, typename from::state, Optimizer>());
        using loss = decltype(loss_diagnosis<network, Loss>());
        if constexpr (requires { requires !network::scalar::saturates; })
            return typename error::training_of_scalar<
                typename network::scalar>::needs_one_that_saturates{};
        else if constexpr (!fits<loss>)
            return loss{};
        else if constexpr (!fits<optimizer>)
            return optimizer{};
        else
            return samples_diagnosis<network, Samples>();
    }
}

} // namespace ctnn::detail
