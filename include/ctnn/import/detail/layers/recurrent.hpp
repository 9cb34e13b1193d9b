#pragma once

#include <cstddef>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/import/detail/imported_step.hpp>
#include <ctnn/import/detail/layers/activations.hpp>
#include <ctnn/import/detail/made_layer.hpp>
#include <ctnn/layer/bidirectional.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/last_step.hpp>
#include <ctnn/layer/lstm.hpp>
#include <ctnn/layer/option/recurrent_activation.hpp>
#include <ctnn/layer/option/reset_before.hpp>
#include <ctnn/layer/reversed_steps.hpp>
#include <ctnn/layer/simple_rnn.hpp>
#include <type_traits>

namespace ctnn::detail {

// Of a recurrent layer, sizes are these.
struct imported_recurrent {
    enum class cells : std::size_t { gru, gru_that_resets_before, lstm, simple_rnn };
    enum class directions : std::size_t { forward, both, both_to_the_last_step };

    std::size_t units = 0;
    cells cell = cells::gru;
    imported_activations gate = imported_activations::sigmoid;
    imported_activations squash = imported_activations::tanh;
    directions direction = directions::forward;

    constexpr imported_signature signature() const {
        imported_signature made;
        made.layer = imported_layers::recurrent;
        made.sizes = {units, static_cast<std::size_t>(cell), static_cast<std::size_t>(gate),
                      static_cast<std::size_t>(squash), static_cast<std::size_t>(direction)};
        return made;
    }
    static constexpr imported_recurrent of(imported_signature const& step) {
        return {step.sizes[0], static_cast<cells>(step.sizes[1]),
                static_cast<imported_activations>(step.sizes[2]),
                static_cast<imported_activations>(step.sizes[3]),
                static_cast<directions>(step.sizes[4])};
    }
};

// --- From a step to a layer, whose options are only those that are not the usual ones ---

template <imported_recurrent::cells Cell, std::size_t Units, class... Options>
constexpr auto recurrent_layer_with_options() {
    using cells = imported_recurrent::cells;
    if constexpr (Cell == cells::gru)
        return std::type_identity<gru<Units, Options...>>{};
    else if constexpr (Cell == cells::gru_that_resets_before)
        return std::type_identity<gru<Units, reset_before, Options...>>{};
    else if constexpr (Cell == cells::lstm)
        return std::type_identity<lstm<Units, Options...>>{};
    else
        return std::type_identity<simple_rnn<Units, Options...>>{};
}

template <imported_recurrent::cells Cell, std::size_t Units, class Gate, class Squash,
          class... Options>
constexpr auto recurrent_layer() {
    if constexpr (!std::is_same_v<Gate, sigmoid>)
        return recurrent_layer<Cell, Units, sigmoid, Squash, recurrent_activation<Gate>>();
    else if constexpr (!std::is_same_v<Squash, tanh>)
        return recurrent_layer_with_options<Cell, Units, Options..., Squash>();
    else
        return recurrent_layer_with_options<Cell, Units, Options...>();
}

template <class Layer, imported_recurrent::directions Direction>
constexpr auto recurrent_layer_in_direction() {
    using directions = imported_recurrent::directions;
    if constexpr (Direction == directions::forward)
        return std::type_identity<Layer>{};
    else if constexpr (Direction == directions::both)
        return std::type_identity<bidirectional<Layer>>{};
    else
        return std::type_identity<bidirectional<Layer, last_step>>{};
}

template <>
struct made_layer<imported_layers::recurrent> {
    template <auto const& Plan, std::size_t Index>
    static constexpr auto make() {
        constexpr auto from = imported_recurrent::of(Plan.steps[Index]);
        using gate = typename made_activation<imported_activation{from.gate}>::type;
        using squash = typename made_activation<imported_activation{from.squash}>::type;
        using layer =
            typename decltype(recurrent_layer<from.cell, from.units, gate, squash>())::type;
        return recurrent_layer_in_direction<layer, from.direction>();
    }
    template <auto const& Plan, std::size_t Index>
    using type = typename decltype(make<Plan, Index>())::type;
};

// --- From a layer to what it would be in a file ---

// Activations with settings are none that these operators have.
template <class Gate, class Squash>
constexpr imported_signature described_recurrent(imported_recurrent::cells cell,
                                                 std::size_t units) {
    using gate = described_activation<Gate>;
    using squash = described_activation<Squash>;
    if (!gate::is_known || !squash::is_known || gate::value.first != 0 || squash::value.first != 0)
        return {};
    return imported_recurrent{units, cell, gate::value.kind, squash::value.kind}.signature();
}

template <std::size_t Units, class... Options>
struct described_layer<gru<Units, Options...>> {
    using options = typename gru<Units, Options...>::options;
    static constexpr imported_signature signature =
        described_recurrent<typename options::recurrent_activation, typename options::activation>(
            options::resets_before ? imported_recurrent::cells::gru_that_resets_before
                                   : imported_recurrent::cells::gru,
            Units);
    using activation = identity;
};
template <std::size_t Units, class... Options>
struct described_layer<lstm<Units, Options...>> {
    using options = typename lstm<Units, Options...>::options;
    static constexpr imported_signature signature =
        described_recurrent<typename options::recurrent_activation, typename options::activation>(
            imported_recurrent::cells::lstm, Units);
    using activation = identity;
};
template <std::size_t Units, class... Options>
struct described_layer<simple_rnn<Units, Options...>> {
    using options = typename simple_rnn<Units, Options...>::options;
    static constexpr imported_signature signature =
        described_recurrent<sigmoid, typename options::activation>(
            imported_recurrent::cells::simple_rnn, Units);
    using activation = identity;
};

template <class Layer>
constexpr imported_signature
described_in_both_directions(imported_recurrent::directions direction) {
    imported_signature const one = described_layer<Layer>::signature;
    if (one.layer != imported_layers::recurrent)
        return {};
    imported_recurrent both = imported_recurrent::of(one);
    both.direction = direction;
    return both.signature();
}
template <class Layer>
struct described_layer<bidirectional<Layer>> {
    static constexpr imported_signature signature =
        described_in_both_directions<Layer>(imported_recurrent::directions::both);
    using activation = identity;
};
template <class Layer>
struct described_layer<bidirectional<Layer, last_step>> {
    static constexpr imported_signature signature =
        described_in_both_directions<Layer>(imported_recurrent::directions::both_to_the_last_step);
    using activation = identity;
};

template <>
struct made_layer<imported_layers::last_step> : made_plain_layer<last_step> {};
template <>
struct described_layer<last_step> : described_plain_layer<imported_layers::last_step> {};

template <>
struct made_layer<imported_layers::reversed_steps> : made_plain_layer<reversed_steps> {};
template <>
struct described_layer<reversed_steps> : described_plain_layer<imported_layers::reversed_steps> {};

} // namespace ctnn::detail
