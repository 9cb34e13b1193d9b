#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/network.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/loss/detail/loss_at.hpp>
#include <ctnn/network/detail/call_diagnosis.hpp>
#include <ctnn/placed/detail/forward_recorded.hpp>

namespace ctnn {

/// The loss of a network on one sample: how far net(x) is from the target.
///
/// Shape:    x: input_size scalars; target: output_size scalars; one scalar.
/// Gradient: `backpropagate`.
/// Cost:     one forward pass and the loss.
/// Errors:   an array of the wrong size does not compile; the message names the layer and both
///           sizes. A loss that knows the last activation is computed from its input, so it stays
///           finite where the output rounds to 0 or 1.
/// Example:  docs/examples/notebook_step.cpp
template <concepts::network Network, class Loss, class Input = detail::input_braces<Network>,
          class Target = detail::target_braces<Network>,
          class Diagnosis = decltype(detail::call_diagnosis<Network, Loss, Input, Target>())>
    requires detail::is_none<Diagnosis>
constexpr typename Network::scalar loss(Network const& net, Loss const& loss, Input const& x,
                                        Target const& target) {
    using last = typename Network::last_stage;
    typename Network::input_type const& in = detail::array_of<typename Network::input_type>(x);
    typename Network::output_type const& wanted =
        detail::array_of<typename Network::output_type>(target);
    if constexpr (concepts::trainable_network<Network>)
        return detail::loss_value<last>(loss, detail::forward_last(net, in), wanted);
    else if constexpr (requires { net.forward_last(in); })
        return detail::loss_value<last>(loss, net.forward_last(in), wanted);
    else
        return loss.value(net(in), wanted);
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Loss, class Input = detail::input_braces<Network>,
          class Target = detail::target_braces<Network>,
          class Diagnosis = decltype(detail::call_diagnosis<Network, Loss, Input, Target>())>
    requires(!detail::is_none<Diagnosis>)
double loss(Network const&, Loss const&, Input const&, Target const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
