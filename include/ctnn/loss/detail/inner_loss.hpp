#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/loss.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/vector.hpp>

// What a loss that wraps another says of it.

namespace ctnn::detail {

template <class Loss>
constexpr output_bounds domain_of() {
    if constexpr (customization::states_a_domain<Loss>)
        return Loss::domain;
    else
        return {};
}

// Whether its targets are probabilities: of the classes, or of yes.
template <class Loss>
constexpr bool compares_probabilities() {
    constexpr output_bounds domain = domain_of<Loss>();
    return customization::compares_classes<Loss> || customization::takes_logits<Loss> ||
           (domain.lower == 0 && domain.upper == 1);
}

template <class Loss>
constexpr bool settings_are_valid(Loss const& loss) {
    if constexpr (customization::checks_its_settings<Loss>)
        return loss.is_valid();
    else
        return true;
}

// As one with an activation: on numbers, or on vectors, which only losses that say so are asked for.
template <class Loss, class Activation, class Scalar, std::size_t Size>
concept differentiates_with =
    concepts::loss_fused_with<Loss, Activation, kernel::scalar_of<Scalar>, Size>;

} // namespace ctnn::detail
