#pragma once

#include <cstddef>
#include <ctnn/placed/states.hpp>
#include <type_traits>
#include <utility>

// What the layers inside a composite layer remember from step to step.

namespace ctnn::placed {

template <class Chain, std::size_t Branch>
struct states_of_branch : states<Chain> {
    friend constexpr bool operator==(states_of_branch const&, states_of_branch const&) = default;
};

// A composite layer of which no layer remembers anything says no `state`.
template <bool Remember, class Indices, class... Chains>
struct branch_states {};
template <std::size_t... Index, class... Chains>
struct branch_states<true, std::index_sequence<Index...>, Chains...> {
    struct state : states_of_branch<Chains, Index>... {
        friend constexpr bool operator==(state const&, state const&) = default;
    };
};

template <class... Chains>
using states_of_branches =
    branch_states<(... || remembers<Chains>), std::index_sequence_for<Chains...>, Chains...>;

} // namespace ctnn::placed
