#pragma once

#include <cstddef>
#include <ctnn/placed/branch_parameters.hpp>
#include <ctnn/placed/states.hpp>
#include <type_traits>
#include <utility>

// What the layers inside a composite layer remember, found as their parameters are: if only one branch has layers, theirs
// are the state; otherwise `layer<K>()` are those of branch K.

namespace ctnn::placed {

template <class Chain, class Of, std::size_t Branch>
struct states_of_branch : states<Chain, Of> {
    friend constexpr bool operator==(states_of_branch const&, states_of_branch const&) = default;
};

template <class Indices, class Of, class... Chains>
struct states_side_by_side;
template <std::size_t... Index, class Of, class... Chains>
struct states_side_by_side<std::index_sequence<Index...>, Of, Chains...>
    : states_of_branch<Chains, Of, Index>... {
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
    static constexpr states<Chain, Of>& value_of(states_of_branch<Chain, Of, K>& one) {
        return one;
    }
    template <std::size_t K, class Chain>
    static constexpr states<Chain, Of> const& value_of(states_of_branch<Chain, Of, K> const& one) {
        return one;
    }
};

template <class Layered, class Of, class... Chains>
struct states_of_all {
    using type = states_side_by_side<std::index_sequence_for<Chains...>, Of, Chains...>;
};
template <class One, class Of, class... Chains>
struct states_of_all<layered<One>, Of, Chains...> {
    using type = states<One, Of>;
};

// A composite layer of which no layer remembers anything says no `state`, nor a `sequence_state`.
template <bool Remembers, class Layered, class... Chains>
struct state_of_branches {};
template <class Layered, class... Chains>
struct state_of_branches<true, Layered, Chains...> {
    using state = typename states_of_all<Layered, of_steps, Chains...>::type;
};
template <bool Remembers, class Layered, class... Chains>
struct sequence_state_of_branches {};
template <class Layered, class... Chains>
struct sequence_state_of_branches<true, Layered, Chains...> {
    using sequence_state = typename states_of_all<Layered, of_sequences, Chains...>::type;
};

template <class Layered, class... Chains>
struct both_states_of_branches
    : state_of_branches<(... || remembers<Chains, of_steps>), Layered, Chains...>,
      sequence_state_of_branches<(... || remembers<Chains, of_sequences>), Layered, Chains...> {
    template <std::size_t K, class All>
    static constexpr auto& states_of(All& all) {
        return all.template layer<K>();
    }
};
template <class One, class... Chains>
struct both_states_of_branches<layered<One>, Chains...>
    : state_of_branches<(... || remembers<Chains, of_steps>), layered<One>, Chains...>,
      sequence_state_of_branches<(... || remembers<Chains, of_sequences>), layered<One>,
                                 Chains...> {
    template <std::size_t, class All>
    static constexpr All& states_of(All& all) {
        return all;
    }
};
template <class... Chains>
using states_of_branches =
    both_states_of_branches<typename layered_branches<layered<>, Chains...>::type, Chains...>;

} // namespace ctnn::placed
