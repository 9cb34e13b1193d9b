#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/tensor/detail/sum_of.hpp>
#include <type_traits>
#include <utility>

// What the layers of a chain remember from step to step, or from one sequence to the next. It is a value that the caller
// keeps; layers that remember nothing take no room in it.

namespace ctnn::placed {

// Which of both.
struct of_steps {
    template <class Bound>
    static constexpr bool keeps = customization::keeps_a_state<Bound>;
    template <class Bound>
    using state = typename Bound::state;
};
struct of_sequences {
    template <class Bound>
    static constexpr bool keeps = customization::keeps_a_sequence_state<Bound>;
    template <class Bound>
    using state = typename Bound::sequence_state;
};

template <class Stage, class Of, bool Remembers = Of::template keeps<typename Stage::bound>>
struct state_of_layer {
    friend constexpr bool operator==(state_of_layer const&, state_of_layer const&) = default;
};
template <class Stage, class Of>
struct state_of_layer<Stage, Of, true> {
    typename Of::template state<typename Stage::bound> value{};

    friend constexpr bool operator==(state_of_layer const&, state_of_layer const&) = default;
};

template <class Chain, class Of, class Indices = std::make_index_sequence<Chain::depth>>
struct states;
template <class Chain, class Of, std::size_t... Index>
struct states<Chain, Of, std::index_sequence<Index...>>
    : state_of_layer<typename Chain::template stage<Index>, Of>... {
    using of = Of;

    // Layer I's state, for a layer that has one.
    template <std::size_t Place>
    constexpr auto& layer() {
        return state_of_layer<typename Chain::template stage<Place>, Of>::value;
    }
    template <std::size_t Place>
    constexpr auto const& layer() const {
        return state_of_layer<typename Chain::template stage<Place>, Of>::value;
    }

    friend constexpr bool operator==(states const&, states const&) = default;
};

// Whether any layer of a chain remembers something.
template <class Chain, class Of, class Indices = std::make_index_sequence<Chain::depth>>
inline constexpr bool remembers = false;
template <class Chain, class Of, std::size_t... Index>
inline constexpr bool remembers<Chain, Of, std::index_sequence<Index...>> =
    detail::sum_of(std::size_t{
        Of::template keeps<typename Chain::template stage<Index>::bound>}...) > 0;

template <class Chain>
inline constexpr std::size_t state_bytes = remembers<Chain, of_steps>
                                               ? sizeof(states<Chain, of_steps>)
                                               : 0;

} // namespace ctnn::placed
