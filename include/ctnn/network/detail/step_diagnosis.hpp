#pragma once

#include <ctnn/error/diagnosis.hpp>
#include <ctnn/network/detail/input_diagnosis.hpp>
#include <ctnn/placed/states.hpp>
#include <type_traits>

// Whether a network goes on by a step with a state and an input. (A row may be a step of layers none of which remembers
// anything.)

namespace ctnn::error {

template <class Shape>
struct step_of_an_input_of_shape {
    struct but_no_layer_keeps_a_state_so_call_it_or_step_its_stream {};
};
template <class State>
struct step_with_a_state_of_type {
    template <class Needed>
    struct but_needs_a_variable_of_type {};
};

} // namespace ctnn::error

namespace ctnn::detail {

// Of a network that goes on.
template <class Network, class State, class Input>
constexpr auto state_and_input_diagnosis() {
    if constexpr (!std::is_same_v<State, typename Network::state&>)
        return typename error::step_with_a_state_of_type<
            State>::template but_needs_a_variable_of_type<typename Network::state>{};
    else
        return call_input_diagnosis<Network, Input>();
}

template <class Network, class State, class Input>
constexpr auto step_diagnosis() {
    using shape = typename Network::input_shape;
    if constexpr (shape::rank > 1 && !placed::remembers<Network, placed::of_steps>)
        return typename error::step_of_an_input_of_shape<
            shape>::but_no_layer_keeps_a_state_so_call_it_or_step_its_stream{};
    else
        return state_and_input_diagnosis<Network, State, Input>();
}

} // namespace ctnn::detail
