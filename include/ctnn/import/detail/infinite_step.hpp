#pragma once

#include <cstddef>
#include <ctnn/import/detail/gathered.hpp>
#include <utility>

namespace ctnn::detail {

template <auto const& Plan, std::size_t Index, auto const&... Files>
constexpr bool has_finite_weights() {
    return []<std::size_t... B>(std::index_sequence<B...>) {
        return (gathered_block<float, Plan, Index, B, Files...>::is_finite() && ...);
    }
    (std::make_index_sequence<Plan.steps[Index].block_count * Plan.steps[Index].part_count>{});
}

// The first step of a plan whose weights are not all finite, or the number of steps.
template <auto const& Plan, auto const&... Files>
constexpr std::size_t find_infinite_step() {
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
        std::size_t finite = 0;
        (void)((has_finite_weights<Plan, Index, Files...>() && ++finite > 0) && ...);
        return finite;
    }
    (std::make_index_sequence<Plan.count>{});
}

} // namespace ctnn::detail
