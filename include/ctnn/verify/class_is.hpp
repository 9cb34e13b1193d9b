#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/outputs/class_is.hpp>
#include <ctnn/verify/outputs/condition_expression.hpp>
#include <ctnn/verify/prove.hpp>
#include <ctnn/verify/verdict.hpp>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// The verdict on a question with a problem.
template <class Network>
constexpr verdict<typename Network::scalar, Network::input_size> refused(question_problem problem) {
    verdict<typename Network::scalar, Network::input_size> result{};
    result.problem = problem;
    return result;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN
namespace classes {

// As rows of constraints.
template <std::size_t Outputs>
constexpr auto is(std::size_t index) {
    return outputs::detail::condition_on<Outputs>(outputs::class_is(index));
}
template <std::size_t Outputs>
constexpr auto is_not(std::size_t index) {
    return outputs::detail::condition_on<Outputs>(outputs::class_is_not(index));
}

template <std::size_t Outputs>
inline constexpr std::size_t count = Outputs > 1 ? Outputs : 2;

} // namespace classes

/// Tries to prove that a network chooses the same class for every input in a box: the index of the largest
/// output, without a tie. A network with one output chooses class 1 above 0.5, and class 0 below.
///
/// Shape:    a network, a box of its inputs, a class; a verdict.
/// Cost:     that of `prove`.
/// Errors:   those of `prove`; if the network has no such class, the verdict has a problem.
/// Example:  tests/verify/prove.cpp
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::box_diagnosis<Network, Box>>
    requires ctnn::detail::is_none<Diagnosis>
constexpr verdict<typename Network::scalar, Network::input_size>
class_is(Network const& net, Box const& inputs, std::size_t which, std::size_t boxes = 1) {
    if (which >= classes::count<Network::output_size>)
        return detail::refused<Network>(question_problem::the_network_has_no_such_class);
    return prove(net, inputs, classes::is<Network::output_size>(which), boxes);
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::box_diagnosis<Network, Box>>
    requires(!ctnn::detail::is_none<Diagnosis>)
void class_is(Network const&, Box const&, std::size_t, std::size_t = 1) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
