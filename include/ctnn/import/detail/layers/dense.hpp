#pragma once

#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/made_layer.hpp>
#include <ctnn/layer/dense.hpp>

namespace ctnn::detail {

// sizes: the outputs.
template <>
struct made_layer<imported_layers::dense> {
    template <auto const& Plan, std::size_t Index>
    using type = dense<Plan.steps[Index].sizes[0],
                       typename made_activation<Plan.steps[Index].activation>::type>;
};

template <std::size_t Outputs, class Activation>
struct described_layer<dense<Outputs, Activation>> {
    static constexpr imported_signature signature = [] {
        imported_signature made;
        made.layer = imported_layers::dense;
        made.sizes[0] = Outputs;
        return made;
    }();
    using activation = Activation;
};

} // namespace ctnn::detail
