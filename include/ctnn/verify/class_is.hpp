#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/prove.hpp>
#include <ctnn/verify/verdict.hpp>

CTNN_NAMESPACE(ctnn::verify::detail) {

// The verdict on a question that has a problem.
template <class Network>
constexpr verdict<typename Network::scalar, Network::input_size> refused(question_problem problem) {
    verdict<typename Network::scalar, Network::input_size> result{};
    result.problem = problem;
    return result;
}

} // CTNN_NAMESPACE(ctnn::verify::detail)

CTNN_NAMESPACE(ctnn::verify) {
namespace classes {

// Output `of` is larger than all others; of one output, it is on its side of 0.5.
template <std::size_t Outputs>
constexpr auto is(std::size_t of) {
    condition<Outputs, (Outputs > 1 ? Outputs - 1 : 1), 1> wanted{};
    if constexpr (Outputs == 1) {
        wanted.rows[0][0].coefficients[0] = of == 0 ? -1 : 1;
        wanted.rows[0][0].constant = of == 0 ? 0.5 : -0.5;
    } else {
        for (std::size_t j = 0, row = 0; j < Outputs; ++j)
            if (j != of) {
                wanted.rows[row][0].coefficients[of] = 1;
                wanted.rows[row++][0].coefficients[j] = -1;
            }
    }
    return wanted;
}

// Some other output is larger.
template <std::size_t Outputs>
constexpr auto is_not(std::size_t of) {
    condition<Outputs, 1, (Outputs > 1 ? Outputs - 1 : 1)> wanted{};
    auto const largest = is<Outputs>(of == 0 || Outputs > 1 ? of : 1);
    for (std::size_t row = 0; row < largest.rows.size(); ++row) {
        wanted.rows[0][row].constant = -largest.rows[row][0].constant;
        for (std::size_t j = 0; j < Outputs; ++j)
            wanted.rows[0][row].coefficients[j] = -largest.rows[row][0].coefficients[j];
    }
    return wanted;
}

template <std::size_t Outputs>
inline constexpr std::size_t count = Outputs > 1 ? Outputs : 2;

} // namespace classes

/// Tries to prove that a network chooses one class for every input in a box: the index of the largest
/// output, which no other output equals; of a network with one output, 1 above 0.5 and 0 below.
///
/// Shape:    a network, a box of its inputs, a class; a verdict.
/// Gradient: none.
/// Cost:     that of `prove`.
/// Errors:   those of `prove`; of a class that there is not, nothing is known.
/// Source:   this library.
/// Example:  tests/verify/prove.cpp
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Verdict = detail::box_verdict<Network, Box>>
    requires ctnn::detail::is_none<Verdict>
constexpr verdict<typename Network::scalar, Network::input_size>
class_is(Network const& net, Box const& inputs, std::size_t which, std::size_t boxes = 1) {
    if (which >= classes::count<Network::output_size>)
        return detail::refused<Network>(question_problem::the_network_has_no_such_class);
    return prove(net, inputs, classes::is<Network::output_size>(which), boxes);
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Box = detail::box_of<Network>,
          class Verdict = detail::box_verdict<Network, Box>>
    requires(!ctnn::detail::is_none<Verdict>)
void class_is(Network const&, Box const&, std::size_t, std::size_t = 1) = delete;

} // CTNN_NAMESPACE(ctnn::verify)

#include <ctnn/config/epilogue.hpp>
