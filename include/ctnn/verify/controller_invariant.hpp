#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/search/invariant_question.hpp>
#include <ctnn/verify/verdict.hpp>

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// Tries to prove that a control loop never leaves a box of states: that from every state x in the box
/// the next state, plant(x, net(x)), is in the box again, where the box is cut as often as the budget
/// of boxes allows.
///
/// The plant is a function of the state and the control, as arrays, that gives the next state: a generic
/// one, for it is run on numbers and on intervals, and must compute without comparing numbers. A proof
/// covers *this program*, network and plant with every rounding; how near the plant is to the real one
/// is the user's to know. A counterexample is a state of the box from which the loop, as computed, leaves it.
///
/// Shape:    a network from states to controls, a plant, a box of states; a verdict, of which the
///           margin is how far the next state stays from the box's ends.
/// Cost:     for each box that of `bounds`, `linear_bounds` (of float and double) and the plant on intervals, and at most 17
///           steps of the loop; 97 boxes of memory.
/// Errors:   a plant that does not give such a state does not compile.
/// Source:   F. Blanchini, "Set invariance in control", Automatica 35, 1999.
/// Example:  docs/examples/thermostat.cpp
template <concepts::network Network, class Plant, class Box = detail::box_of<Network>,
          class Diagnosis = detail::plant_box_diagnosis<Network, Plant, Box>>
    requires ctnn::detail::is_none<Diagnosis>
constexpr verdict<typename Network::scalar, Network::input_size>
controller_invariant(Network const& net, Plant const& plant, Box const& states,
                     std::size_t boxes = 1) {
    using question = detail::invariant_question<Network, Plant>;
    question const asked{plant, states};
    detail::piece_search<question> search(states, asked);
    search.go_on(net, asked, boxes);
    return search.verdict_now();
}

// Chosen for arguments that do not fit, so that the compiler prints the diagnosis.
template <concepts::network Network, class Plant, class Box = detail::box_of<Network>,
          class Diagnosis = detail::plant_box_diagnosis<Network, Plant, Box>>
    requires(!ctnn::detail::is_none<Diagnosis>)
void controller_invariant(Network const&, Plant const&, Box const&, std::size_t = 1) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
