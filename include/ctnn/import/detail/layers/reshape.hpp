#pragma once

#include <cstddef>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/made_layer.hpp>
#include <ctnn/layer/reshape.hpp>
#include <type_traits>

namespace ctnn::detail {

// sizes: one or two extents.
template <>
struct made_layer<imported_layers::reshape> {
    template <auto const& Plan, std::size_t Index>
    using type =
        std::conditional_t<Plan.steps[Index].sizes[1] == 0, reshape<Plan.steps[Index].sizes[0]>,
                           reshape<Plan.steps[Index].sizes[0], Plan.steps[Index].sizes[1]>>;
};

} // namespace ctnn::detail
