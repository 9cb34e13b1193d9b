#pragma once

#include <ctnn/concept/network.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/error/diagnosis.hpp>

namespace ctnn::detail {

// Why a network cannot learn.
template <class Network>
constexpr auto learner_diagnosis() {
    if constexpr (concepts::trainable_network<Network>)
        return error::none{};
    else if constexpr (concepts::network<Network>)
        return typename error::network_that_only_infers<
            Network>::cannot_learn_so_train_first_and_quantize_then{};
    else
        return typename error::first_argument_of_type<Network>::is_not_a_network{};
}

} // namespace ctnn::detail
