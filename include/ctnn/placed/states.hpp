#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/tensor/detail/sum_of.hpp>
#include <type_traits>
#include <utility>

// What the layers of a chain remember from step to step. It is a value that the caller keeps; layers that remember
// nothing take no room in it.

namespace ctnn::placed {

template <class Stage, bool Remembers = customization::keeps_a_state<typename Stage::bound>>
struct state_of_layer {
    friend constexpr bool operator==(state_of_layer const&, state_of_layer const&) = default;
};
template <class Stage>
struct state_of_layer<Stage, true> {
    typename Stage::bound::state value{};

    friend constexpr bool operator==(state_of_layer const&, state_of_layer const&) = default;
};

template <class Chain, class Indices = std::make_index_sequence<Chain::depth>>
struct states;
template <class Chain, std::size_t... Index>
struct states<Chain, std::index_sequence<Index...>>
    : state_of_layer<typename Chain::template stage<Index>>... {
    // Layer I's state, for a layer that has one.
    template <std::size_t Place>
    constexpr auto& layer() {
        return state_of_layer<typename Chain::template stage<Place>>::value;
    }
    template <std::size_t Place>
    constexpr auto const& layer() const {
        return state_of_layer<typename Chain::template stage<Place>>::value;
    }

    friend constexpr bool operator==(states const&, states const&) = default;
};

// Whether any layer of a chain remembers something.
template <class Chain, class Indices = std::make_index_sequence<Chain::depth>>
inline constexpr bool remembers = false;
template <class Chain, std::size_t... Index>
inline constexpr bool remembers<Chain, std::index_sequence<Index...>> =
    detail::sum_of(std::size_t{
        customization::keeps_a_state<typename Chain::template stage<Index>::bound>}...) > 0;

template <class Chain>
inline constexpr std::size_t state_bytes = remembers<Chain> ? sizeof(states<Chain>) : 0;

} // namespace ctnn::placed
