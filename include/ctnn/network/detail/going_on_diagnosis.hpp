#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/network/detail/step_diagnosis.hpp>
#include <ctnn/placed/diagnose_layers.hpp>
#include <ctnn/placed/states.hpp>
#include <ctnn/placed/step_layers.hpp>

// Whether a network goes on from a state: then several sequences are one long one. So it must have a stream, and layers
// that remember something there must remember it from sequence to sequence.

namespace ctnn::error {

template <class Shape>
struct state_for_an_input_of_shape {
    struct but_no_layer_remembers_anything {};
};

} // namespace ctnn::error

namespace ctnn::detail {

// What is wrong with the layers, or error::none. IsSequence: whether numbers belong to steps.
template <class Network, bool IsSequence = true, std::size_t Index = 0>
constexpr auto going_on_of_layers();

template <class Bound, bool IsSequence, std::size_t Branch = 0>
constexpr auto going_on_of_branches() {
    if constexpr (Branch == Bound::branch_count) {
        return error::none{};
    } else {
        using inside =
            decltype(going_on_of_layers<typename Bound::template branch<Branch>, IsSequence>());
        if constexpr (!is_none<inside>)
            return inside{};
        else
            return going_on_of_branches<Bound, IsSequence, Branch + 1>();
    }
}

template <class Network, bool IsSequence, std::size_t Index>
constexpr auto going_on_of_layers() {
    if constexpr (Index == Network::depth) {
        return error::none{};
    } else {
        using stage = typename Network::template stage<Index>;
        using bound = typename stage::bound;
        using at = error::layer<Index, typename stage::layer>;
        constexpr bool goes_on = customization::keeps_a_sequence_state<bound>;
        using on_step = decltype(placed::step_layer_of<stage, IsSequence>());
        constexpr bool next = on_step::is_sequence;
        if constexpr (goes_on && !IsSequence) {
            return typename at::keeps_a_state_but_stands_after_the_last_step{};
        } else if constexpr (customization::has_branches<bound>) {
            using inside = decltype(going_on_of_branches<bound, IsSequence>());
            if constexpr (!is_none<inside>)
                return typename at::template has_layers_of_which<inside>{};
            else
                return going_on_of_layers<Network, next, Index + 1>();
        } else if constexpr (IsSequence && next && !goes_on) {
            if constexpr (placed::keeps_a_state_on_steps<stage, typename on_step::layer>())
                return typename at::
                    keeps_a_state_from_step_to_step_but_not_from_sequence_to_sequence{};
            else
                return going_on_of_layers<Network, next, Index + 1>();
        } else {
            return going_on_of_layers<Network, next, Index + 1>();
        }
    }
}

template <class Network>
constexpr auto going_on_of_network() {
    using shape = typename Network::input_shape;
    if constexpr (shape::rank > 1 && !placed::remembers<Network, placed::of_steps>) {
        using of_steps = typename decltype(placed::step_layers<Network>())::diagnosis;
        if constexpr (!is_none<of_steps>) {
            return of_steps{};
        } else {
            using of_layers = decltype(going_on_of_layers<Network>());
            if constexpr (!is_none<of_layers>)
                return of_layers{};
            else if constexpr (!placed::remembers<Network, placed::of_sequences>)
                return typename error::state_for_an_input_of_shape<
                    shape>::but_no_layer_remembers_anything{};
            else
                return error::none{};
        }
    } else {
        return error::none{};
    }
}

// The first layer that goes on, but does not record what its backward pass needs.
struct recording_steps {
    template <class Stage>
    static constexpr auto of() {
        using bound = typename Stage::bound;
        if constexpr (customization::has_branches<bound>)
            return error::none{}; // its layers are asked
        else if constexpr (customization::keeps_a_sequence_state<bound>)
            return of_state<Stage, typename bound::sequence_state>();
        else if constexpr (customization::keeps_a_state<bound>)
            return of_state<Stage, typename bound::state>();
        else
            return error::none{};
    }

private:
    template <class Stage, class State>
    static constexpr auto of_state() {
        using lacks =
            typename error::layer<Stage::index, typename Stage::layer>::template with_inputs<
                Stage::input_size, typename Stage::scalar>;
        if constexpr (!Stage::keeps_a_record)
            return typename lacks::lacks_a_static_step_from_parameters_state_input_and_record{};
        else if constexpr (!customization::records_a_step<
                               typename Stage::bound, typename Stage::parameters, State,
                               typename Stage::input, typename Stage::bound::record>)
            return typename lacks::lacks_a_static_step_from_parameters_state_input_and_record{};
        else
            return error::none{};
    }
};

// `net.steps(state, x)`
template <class Network, class State, class Input>
constexpr auto going_on_diagnosis() {
    using of_network = decltype(going_on_of_network<Network>());
    if constexpr (!is_none<of_network>)
        return of_network{};
    else
        return state_and_input_diagnosis<Network, State, Input>();
}

} // namespace ctnn::detail
