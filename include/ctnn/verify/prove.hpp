#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/search/search.hpp>
#include <ctnn/verify/outputs/condition_expression.hpp>
#include <ctnn/verify/verdict.hpp>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// What is wrong with a box, or with a condition on so many outputs.
template <class Network, class Box, std::size_t Outputs>
constexpr auto question_diagnosis() {
    using diagnosis = box_diagnosis<Network, Box>;
    if constexpr (!ctnn::detail::is_none<diagnosis>)
        return diagnosis{};
    else if constexpr (Outputs != Network::output_size)
        return typename error::condition_on_outputs<Outputs>::template but_the_network_has<
            Network::output_size>{};
    else
        return error::none{};
}

// The same of whatever is given as the condition.
template <class Network, class Box, class Wanted>
constexpr auto wanted_diagnosis() {
    using diagnosis = box_diagnosis<Network, Box>;
    if constexpr (!ctnn::detail::is_none<diagnosis>)
        return diagnosis{};
    else if constexpr (outputs::condition_expression<Wanted>)
        return outputs::detail::expression_diagnosis<Wanted, Network::output_size>();
    else if constexpr (requires { Wanted::outputs; })
        return question_diagnosis<Network, Box, Wanted::outputs>();
    else
        return typename error::condition_of_type<
            Wanted>::is_neither_comparisons_of_outputs_nor_a_condition{};
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// Tries to prove that the outputs of a network satisfy a condition for every input in a box. It uses
/// linear bounds. Where these do not suffice, it cuts the box in halves or splits the phases of a relu, as
/// often as the budget of boxes allows.
///
/// A proof covers *this program*, which also computes every counterexample.
///
/// Shape:    a network, a box of its inputs, a condition on its outputs, as an expression of `outputs` or as
///           rows of constraints; a verdict.
/// Cost:     for each box that of `linear_bounds`, where relus were split up to 32 passes back through
///           the network besides; 97 boxes of memory.
/// Errors:   those of `linear_bounds`.
/// Source:   S. Wang et al., "Formal security analysis of neural networks using symbolic intervals"
///           (ReluVal), USENIX Security 2018: the bisection guided by gradients; S. Wang et al.,
///           "Beta-CROWN: efficient bound propagation with per-neuron split constraints for neural
///           network robustness verification", NeurIPS 2021: relus, and the multipliers of their phases.
/// Example:  tests/verify/prove.cpp
template <concepts::network Network, class Wanted, class Box = detail::box_of<Network>,
          class Diagnosis = decltype(detail::wanted_diagnosis<Network, Box, Wanted>())>
    requires ctnn::detail::is_none<Diagnosis>
constexpr verdict<typename Network::scalar, Network::input_size>
prove(Network const& net, Box const& inputs, Wanted const& wanted, std::size_t boxes = 1) {
    decltype(auto) rows = outputs::detail::as_condition<Network::output_size>(wanted);
    detail::search<Network> search(inputs, rows);
    search.go_on(net, rows, boxes);
    return search.verdict_now();
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Wanted, class Box = detail::box_of<Network>,
          class Diagnosis = decltype(detail::wanted_diagnosis<Network, Box, Wanted>())>
    requires(!ctnn::detail::is_none<Diagnosis>)
void prove(Network const&, Box const&, Wanted const&, std::size_t = 1) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
