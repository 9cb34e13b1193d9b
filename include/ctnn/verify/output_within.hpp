#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/verify/prove.hpp>

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// Tries to prove that for every input in a box each output lies strictly within its range.
///
/// Shape:    a network, a box of its inputs, a box of its outputs; a verdict.
/// Cost:     that of `prove`, with two constraints for each output.
/// Errors:   those of `prove`.
/// Example:  tests/verify/prove.cpp
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::box_diagnosis<Network, Box>>
    requires ctnn::detail::is_none<Diagnosis>
constexpr verdict<typename Network::scalar, Network::input_size>
output_within(Network const& net, Box const& inputs,
              box<typename Network::scalar, Network::output_size> const& range,
              std::size_t boxes = 1) {
    constexpr std::size_t outputs = Network::output_size;
    condition<outputs, 2 * outputs, 1> wanted{};
    for (std::size_t j = 0; j < outputs; ++j) {
        auto& low = wanted.rows[2 * j][0];
        auto& high = wanted.rows[2 * j + 1][0];
        low.coefficients[j] = 1, low.constant = -static_cast<double>(range.lower[j]);
        high.coefficients[j] = -1, high.constant = static_cast<double>(range.upper[j]);
    }
    return prove(net, inputs, wanted, boxes);
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::box_diagnosis<Network, Box>>
    requires(!ctnn::detail::is_none<Diagnosis>)
void output_within(Network const&, Box const&,
                   box<typename Network::scalar, Network::output_size> const&,
                   std::size_t = 1) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
