#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/verify/class_is.hpp>

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// Tries to prove that a network chooses one class for no input in a box: some other output is always
/// larger.
///
/// Shape:    a network, a box of its inputs, a class; a verdict.
/// Cost:     that of `prove`.
/// Errors:   those of `prove`; of a class that there is not, nothing is known.
/// Example:  tests/verify/prove.cpp
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::box_diagnosis<Network, Box>>
    requires ctnn::detail::is_none<Diagnosis>
constexpr verdict<typename Network::scalar, Network::input_size>
class_is_not(Network const& net, Box const& inputs, std::size_t which, std::size_t boxes = 1) {
    if (which >= classes::count<Network::output_size>)
        return detail::refused<Network>(question_problem::the_network_has_no_such_class);
    return prove(net, inputs, classes::is_not<Network::output_size>(which), boxes);
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::box_diagnosis<Network, Box>>
    requires(!ctnn::detail::is_none<Diagnosis>)
void class_is_not(Network const&, Box const&, std::size_t, std::size_t = 1) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
