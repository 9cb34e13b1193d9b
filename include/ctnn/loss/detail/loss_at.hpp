#pragma once

#include <ctnn/concept/loss.hpp>
#include <ctnn/placed/detail/apply_activation.hpp>

// A loss at the last layer's outcome: as one with the layer's activation where the loss knows how.

namespace ctnn::detail {

template <class Stage, class Loss>
constexpr typename Stage::scalar loss_value(Loss const& loss, typename Stage::outcome const& last,
                                            typename Stage::output const& target) {
    using activation = typename Stage::activation;
    if constexpr (concepts::loss_fused_with<Loss, activation, typename Stage::scalar,
                                            Stage::output_size>)
        return loss.value(activation{}, last.preactivation, last.value, target);
    else
        return loss.value(last.value, target);
}

// The derivative by the last layer's preactivation.
template <class Stage, class Loss>
constexpr typename Stage::output loss_derivative(Loss const& loss,
                                                 typename Stage::outcome const& last,
                                                 typename Stage::output const& target) {
    using activation = typename Stage::activation;
    if constexpr (concepts::loss_fused_with<Loss, activation, typename Stage::scalar,
                                            Stage::output_size>)
        return loss.derivative(activation{}, last.preactivation, last.value, target);
    else
        return apply_activation_backward<activation>(last.preactivation, last.value,
                                                     loss.derivative(last.value, target));
}

} // namespace ctnn::detail
