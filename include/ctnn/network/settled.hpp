#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/network/detail/going_on_diagnosis.hpp>
#include <ctnn/network/detail/input_diagnosis.hpp>
#include <ctnn/network/network.hpp>

namespace ctnn {

/// Where a network that remembers comes to rest if it gets the same input again and again: its state, its output, and
/// how far the last input moved the output. If that is zero, the network is at rest.
///
/// Shape:    state: a Network::state; output: output_size scalars; change: one scalar, the largest over the outputs.
/// Example:  docs/examples/amplifier.cpp
template <concepts::trainable_network Network>
struct settling {
    typename Network::state state{};
    typename Network::output_type output{};
    typename Network::scalar change{};
};

/// Gives a network the same input again and again, starting from the zero state. A device that starts from the resulting
/// state, `live::state state = settled(net, {0}, 500).state;`, has no jump in its output at the first sample. As a
/// constant, the state costs the device no time.
///
/// Shape:    a stream, or a network over sequences that takes `net.steps(state, x)`; one input; how often. A `settling`.
/// Cost:     that of as many inferences.
/// Errors:   as `net.steps(state, x)`. `change` tells whether it came to rest.
/// Example:  docs/examples/amplifier.cpp
template <concepts::trainable_network Network, class Input = detail::input_braces<Network>,
          class Diagnosis =
              decltype(detail::going_on_diagnosis<Network, typename Network::state&, Input>())>
    requires detail::is_none<Diagnosis>
constexpr settling<Network> settled(Network const& net, Input const& x, std::size_t times) {
    using scalar = typename Network::scalar;
    typename Network::input_type const& in = detail::array_of<typename Network::input_type>(x);
    settling<Network> found;
    for (std::size_t n = 0; n < times; ++n) {
        auto const before = found.output;
        found.output = net.steps(found.state, in);
        found.change = scalar(0);
        for (std::size_t j = 0; j < before.size(); ++j) {
            scalar const moved = found.output[j] - before[j];
            scalar const size = moved < scalar(0) ? -moved : moved;
            found.change = size <= found.change ? found.change : size; // (a NaN is larger)
        }
    }
    return found;
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <concepts::trainable_network Network, class Input = detail::input_braces<Network>,
          class Diagnosis =
              decltype(detail::going_on_diagnosis<Network, typename Network::state&, Input>())>
    requires(!detail::is_none<Diagnosis>)
void settled(Network const&, Input const&, std::size_t) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
