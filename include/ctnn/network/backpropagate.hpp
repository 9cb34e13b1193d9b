#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/network.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/loss/detail/loss_at.hpp>
#include <ctnn/network/detail/call_diagnosis.hpp>
#include <ctnn/placed/backward.hpp>
#include <ctnn/placed/forward_recorded.hpp>

namespace ctnn {

/// What one backward pass gives: the network's output, its loss, and the loss's derivative by each
/// parameter, laid out as a network.
///
/// Shape:    output: output_size scalars; loss: one scalar; gradient: a Network.
/// Gradient: `gradient.layer<I>().weights[i][j]` is dL / d net.layer<I>().weights[i][j].
/// Cost:     sizeof(Network) bytes and a little.
/// Example:  docs/examples/notebook_step.cpp
template <concepts::trainable_network Network>
struct backpropagation {
    typename Network::output_type output{};
    typename Network::scalar loss{};
    Network gradient{};
};

/// The gradient of the loss on one sample, by backpropagation unrolled over the layers.
///
/// Shape:    x: input_size scalars; target: output_size scalars; a backpropagation<Network>.
/// Gradient: this is it.
/// Cost:     about three forward passes; on the stack, the gradient (a network) and two arrays a
///           layer.
/// Errors:   an array of the wrong size does not compile; the message names the layer and both
///           sizes. NaN and infinity propagate.
/// Source:   D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations by
///           back-propagating errors", Nature 323, 1986.
/// Example:  docs/examples/notebook_step.cpp
template <concepts::network Network, class Loss, class Input = detail::input_braces<Network>,
          class Target = detail::target_braces<Network>,
          class Diagnosis =
              decltype(detail::backward_call_diagnosis<Network, Loss, Input, Target>())>
    requires detail::is_none<Diagnosis>
constexpr backpropagation<Network> backpropagate(Network const& net, Loss const& loss,
                                                 Input const& input, Target const& wanted) {
    using last = typename Network::last_stage;
    typename Network::input_type const& x = detail::array_of<typename Network::input_type>(input);
    typename Network::output_type const& target =
        detail::array_of<typename Network::output_type>(wanted);
    backpropagation<Network> result;
    typename Network::records records;
    detail::forward_recorded(net, x, records);
    auto const& record = records.template at<last::index>();
    result.output = record.value;
    result.loss = detail::loss_value<last>(loss, record, target);
    detail::accumulate_gradient(
        net, x, records, detail::loss_derivative<last>(loss, record, target), result.gradient);
    return result;
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Loss, class Input = detail::input_braces<Network>,
          class Target = detail::target_braces<Network>,
          class Diagnosis =
              decltype(detail::backward_call_diagnosis<Network, Loss, Input, Target>())>
    requires(!detail::is_none<Diagnosis>)
void backpropagate(Network const&, Loss const&, Input const&, Target const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
