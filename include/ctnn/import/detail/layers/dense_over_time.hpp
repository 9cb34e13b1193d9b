#pragma once

#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/made_layer.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/over_time.hpp>

namespace ctnn::detail {

// sizes: the outputs of each step.
template <>
struct made_layer<imported_layers::dense_over_time> {
    template <auto const& Plan, std::size_t Index>
    using type = over_time<dense<Plan.steps[Index].sizes[0],
                                 typename made_activation<Plan.steps[Index].activation>::type>>;
};

template <std::size_t Outputs, class Activation>
struct described_layer<over_time<dense<Outputs, Activation>>> {
    static constexpr imported_signature signature = [] {
        imported_signature made;
        made.layer = imported_layers::dense_over_time;
        made.sizes[0] = Outputs;
        return made;
    }();
    using activation = Activation;
};

} // namespace ctnn::detail
