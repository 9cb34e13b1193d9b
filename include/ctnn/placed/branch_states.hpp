#pragma once

#include <cstddef>
#include <ctnn/placed/branch_parameters.hpp>
#include <ctnn/placed/states.hpp>
#include <type_traits>
#include <utility>

// What the layers inside a composite layer remember from step to step, found as their parameters are: if only one
// branch has layers, theirs are the state; otherwise `layer<K>()` are those of branch K.

namespace ctnn::placed {

template <class Chain, std::size_t Branch>
struct states_of_branch : states<Chain> {
    friend constexpr bool operator==(states_of_branch const&, states_of_branch const&) = default;
};

template <class Indices, class... Chains>
struct states_side_by_side;
template <std::size_t... Index, class... Chains>
struct states_side_by_side<std::index_sequence<Index...>, Chains...>
    : states_of_branch<Chains, Index>... {
    template <std::size_t K>
    constexpr auto& layer() {
        return value_of<K>(*this);
    }
    template <std::size_t K>
    constexpr auto const& layer() const {
        return value_of<K>(*this);
    }

    friend constexpr bool operator==(states_side_by_side const&,
                                     states_side_by_side const&) = default;

private:
    template <std::size_t K, class Chain>
    static constexpr states<Chain>& value_of(states_of_branch<Chain, K>& one) {
        return one;
    }
    template <std::size_t K, class Chain>
    static constexpr states<Chain> const& value_of(states_of_branch<Chain, K> const& one) {
        return one;
    }
};

// A composite layer of which no layer remembers anything says no `state`.
template <bool Remembers, class Layered, class... Chains>
struct state_of_branches {};
template <class Layered, class... Chains>
struct state_of_branches<true, Layered, Chains...> {
    using state = states_side_by_side<std::index_sequence_for<Chains...>, Chains...>;

    template <std::size_t K>
    static constexpr auto& states_of(state& all) {
        return all.template layer<K>();
    }
};
template <class One, class... Chains>
struct state_of_branches<true, layered<One>, Chains...> {
    using state = states<One>;

    template <std::size_t>
    static constexpr state& states_of(state& all) {
        return all;
    }
};

template <class... Chains>
using states_of_branches =
    state_of_branches<(... || remembers<Chains>),
                      typename layered_branches<layered<>, Chains...>::type, Chains...>;

} // namespace ctnn::placed
