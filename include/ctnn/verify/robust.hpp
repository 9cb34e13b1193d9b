#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/metric/accuracy.hpp>
#include <ctnn/verify/class_is.hpp>

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// Tries to prove that a network chooses the same class for every input of which no number is
/// further than the radius from that of x.
///
/// Shape:    a network, an input, a radius of the same scalar; a verdict.
/// Cost:     that of `prove`.
/// Errors:   those of `prove`; a radius below 0 makes no box, and nothing is known.
/// Source:   C. Szegedy et al., "Intriguing properties of neural networks", ICLR 2014.
/// Example:  tests/verify/prove.cpp
template <concepts::network Network, class Input = ctnn::detail::input_braces<Network>,
          class Diagnosis = decltype(detail::proof_diagnosis<Network, Input>())>
    requires ctnn::detail::is_none<Diagnosis>
constexpr verdict<typename Network::scalar, Network::input_size>
robust(Network const& net, Input const& input, typename Network::scalar radius,
       std::size_t boxes = 1) {
    typename Network::input_type const& x =
        ctnn::detail::array_of<typename Network::input_type>(input);
    if (!(radius >= typename Network::scalar(0)))
        return detail::refused<Network>(question_problem::the_radius_is_below_0_or_no_number);
    return class_is(net, detail::box_of<Network>::around(x, radius),
                    ctnn::detail::chosen_class(net(x)), boxes);
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Input = ctnn::detail::input_braces<Network>, class Radius,
          class Diagnosis = decltype(detail::proof_diagnosis<Network, Input>())>
    requires(!ctnn::detail::is_none<Diagnosis>)
void robust(Network const&, Input const&, Radius const&, std::size_t = 1) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
