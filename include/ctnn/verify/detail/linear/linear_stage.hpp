#pragma once

#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/placed/is_activate.hpp>
#include <ctnn/placed/is_composite.hpp>
#include <utility>

CTNN_NAMESPACE(ctnn::verify::detail) {

// A layer of which functions are a matrix and lines.
template <class Stage>
constexpr bool is_linear_stage =
    placed::is_affine<Stage> || placed::is_activate<typename Stage::descriptor>;

// Whether functions of the numbers after a branch can go back through it: lines follow its last activation.
template <class Branch>
constexpr bool has_lines_at_its_end = true;
template <class Branch>
    requires(Branch::depth > 0)
constexpr bool has_lines_at_its_end<Branch> =
    concepts::elementwise_activation<typename Branch::last_stage::activation,
                                     typename Branch::scalar>;

// of(branch 0) + of(branch 1) + ..., of their types.
template <class Bound, class Of>
constexpr std::size_t sum_over_branches(Of const& of) {
    return [&of]<std::size_t... K>(std::index_sequence<K...>) {
        return (std::size_t{0} + ... +
                of(static_cast<typename Bound::template branch<K> const*>(nullptr)));
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
        if constexpr (placed::is_composite<bound>)
            inside = sum_over_branches<bound>(
                []<class Branch>(Branch const*) { return count_layers<Branch>(); });
        return 1 + inside + count_layers<Network, Index + 1>();
    }
}

// A layer of branches that functions go through (branch_chains.hpp). For an input of it, no more coefficients are
// added up than it has branches inside: own_error has room for that.
template <class Stage>
constexpr bool has_linear_branches = false;
template <class Stage>
    requires placed::adds_branches<typename Stage::bound>
constexpr bool has_linear_branches<Stage> =
    sum_over_branches<typename Stage::bound>([]<class Branch>(Branch const*) {
        return has_lines_at_its_end<Branch> ? std::size_t{0} : std::size_t{1};
    }) == 0 &&
    sum_over_branches<typename Stage::bound>(
        []<class Branch>(Branch const*) { return 1 + count_layers<Branch>(); }) <= 64;

} // CTNN_NAMESPACE(ctnn::verify::detail)
