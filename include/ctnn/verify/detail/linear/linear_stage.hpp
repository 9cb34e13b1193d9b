#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/placed/passed_on.hpp>
#include <utility>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// A layer through which functions go by a matrix and lines.
template <class Stage>
constexpr bool is_linear_stage = placed::is_affine<Stage> || placed::is_pointwise<Stage>;

// of(branch 0) + of(branch 1) + ..., of their types.
template <class Bound, class Of>
constexpr std::size_t sum_over_branches(Of const& result_of) {
    return [&result_of]<std::size_t... K>(std::index_sequence<K...>) {
        return (std::size_t{0} + ... +
                result_of(static_cast<typename Bound::template branch<K> const*>(nullptr)));
    }
    (std::make_index_sequence<Bound::branch_count>{});
}

// The layers of a network, and those of their branches.
template <class Network, std::size_t Index = 0>
constexpr std::size_t count_layers() {
    if constexpr (Index == Network::depth) {
        return 0;
    } else {
        using bound = typename Network::template stage<Index>::bound;
        std::size_t inside = 0;
        if constexpr (customization::has_branches<bound>)
            inside = sum_over_branches<bound>(
                []<class Branch>(Branch const*) { return count_layers<Branch>(); });
        return 1 + inside + count_layers<Network, Index + 1>();
    }
}

// The most coefficients that are added up for a number that goes into branches: own_error has room for 64.
template <class Bound>
constexpr std::size_t sums_of_branches() {
    return sum_over_branches<Bound>([]<class Branch>(Branch const*) {
        if constexpr (Branch::depth == 0)
            return std::size_t{1};
        else if constexpr (customization::has_branches<typename Branch::template stage<0>::bound>)
            return 1 + sums_of_branches<typename Branch::template stage<0>::bound>();
        else
            return std::size_t{1};
    });
}

// A layer of branches that are added up or multiplied: functions go through each (branch_chains.hpp).
template <class Stage>
constexpr bool has_linear_branches = false;
template <class Stage>
    requires placed::adds_branches<typename Stage::bound> ||
        placed::multiplies_branches<typename Stage::bound>
constexpr bool has_linear_branches<Stage> = sums_of_branches<typename Stage::bound>() <= 64;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
