#pragma once

#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/diagnose_layers.hpp>
#include <ctnn/placed/normalizes.hpp>
#include <ctnn/tensor/detail/members.hpp>

namespace ctnn::detail {

// `calibrated` and `folded` cannot see a layer that normalizes inside `over_time`.
struct seen_normalizing {
    template <class Stage>
    static constexpr auto of() {
        constexpr std::size_t frozen = frozen_members<typename Stage::parameters>;
        if constexpr (frozen != 0 && !placed::normalizes<typename Stage::bound>)
            return typename error::layer<Stage::index, typename Stage::layer>::
                normalizes_inside_a_layer_so_write_it_outside_of_over_time{};
        else
            return error::none{};
    }
};
template <class Network>
constexpr auto normalizing_diagnosis() {
    if constexpr (concepts::network<Network> && !concepts::trainable_network<Network>)
        return typename error::network_that_only_infers<Network>::is_quantized_already{};
    else if constexpr (!concepts::network<Network>)
        return typename error::first_argument_of_type<Network>::is_not_a_network{};
    else
        return placed::diagnose_layers<seen_normalizing, Network>();
}

} // namespace ctnn::detail
