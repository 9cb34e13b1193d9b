#pragma once

#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/made_layer.hpp>

namespace ctnn::detail {

// An activation among the layers.
template <>
struct made_layer<imported_layers::activation> {
    template <auto const& Plan, std::size_t Index>
    using type = typename made_activation<Plan.steps[Index].activation>::type;
};

template <class Activation>
requires described_activation<Activation>::is_known struct described_layer<Activation> {
    static constexpr imported_signature signature = [] {
        imported_signature made;
        made.layer = imported_layers::activation;
        return made;
    }();
    using activation = Activation;
};

} // namespace ctnn::detail
