#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/network.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/loss/detail/loss_at.hpp>
#include <ctnn/network/detail/call_diagnosis.hpp>
#include <ctnn/network/detail/going_on_diagnosis.hpp>
#include <ctnn/placed/detail/backward.hpp>
#include <ctnn/placed/detail/forward_recorded.hpp>
#include <ctnn/placed/diagnose_layers.hpp>
#include <ctnn/placed/forward_from.hpp>

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

namespace detail {

// What comes after the forward pass.
template <class Network, class Loss>
[[gnu::always_inline]] constexpr backpropagation<Network>
backpropagated(Network const& net, Loss const& loss, typename Network::input_type const& x,
               typename Network::records& records, typename Network::output_type const& target) {
    using last = typename Network::last_stage;
    backpropagation<Network> result;
    auto const& record = records.template at<last::index>();
    result.output = record.value;
    result.loss = loss_value<last>(loss, record, target);
    accumulate_gradient(net, x, records, loss_derivative<last>(loss, record, target),
                        result.gradient);
    return result;
}

} // namespace detail

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
    typename Network::input_type const& x = detail::array_of<typename Network::input_type>(input);
    typename Network::records records;
    detail::forward_recorded(net, x, records);
    return detail::backpropagated(net, loss, x, records,
                                  detail::array_of<typename Network::output_type>(wanted));
}

namespace detail {

template <class Network, class Loss, class State, class Input, class Target>
constexpr auto backward_from_diagnosis() {
    using of_call = decltype(backward_call_diagnosis<Network, Loss, Input, Target>());
    if constexpr (!fits<of_call>) {
        return of_call{};
    } else {
        using of_state = decltype(going_on_diagnosis<Network, State, Input>());
        if constexpr (!fits<of_state>)
            return of_state{};
        else
            return placed::diagnose_layers<recording_steps, Network>();
    }
}

} // namespace detail

/// The same, but starts from `state` and leaves the state after the input in it: truncated backpropagation through time.
/// The gradient goes back to the beginning of this sequence; what came before it counts as a constant.
///
/// Shape:    state: a Network::state, as for `net.steps(state, x)`; the others as above.
/// Gradient: this is it.
/// Cost:     as above.
/// Errors:   as above and as `net.steps(state, x)`. Your own layer that keeps a state, but does not record a step from it, does
///           not compile.
/// Source:   R. J. Williams, J. Peng, "An efficient gradient-based algorithm for on-line training of recurrent network
///           trajectories", Neural Computation 2, 1990.
/// Example:  docs/examples/amplifier.cpp
template <concepts::network Network, class Loss, class State,
          class Input = detail::input_braces<Network>,
          class Target = detail::target_braces<Network>,
          class Diagnosis =
              decltype(detail::backward_from_diagnosis<Network, Loss, State, Input, Target>())>
    requires detail::is_none<Diagnosis>
constexpr backpropagation<Network> backpropagate(Network const& net, Loss const& loss,
                                                 State&& remembered, Input const& input,
                                                 Target const& wanted) {
    typename Network::input_type const& x = detail::array_of<typename Network::input_type>(input);
    typename Network::records records;
    placed::forward_from(net, remembered, x, records);
    return detail::backpropagated(net, loss, x, records,
                                  detail::array_of<typename Network::output_type>(wanted));
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Loss, class Input = detail::input_braces<Network>,
          class Target = detail::target_braces<Network>,
          class Diagnosis =
              decltype(detail::backward_call_diagnosis<Network, Loss, Input, Target>())>
    requires(!detail::is_none<Diagnosis>)
void backpropagate(Network const&, Loss const&, Input const&, Target const&) = delete;
template <class Network, class Loss, class State, class Input = detail::input_braces<Network>,
          class Target = detail::target_braces<Network>,
          class Diagnosis =
              decltype(detail::backward_from_diagnosis<Network, Loss, State, Input, Target>())>
    requires(!detail::is_none<Diagnosis>)
void backpropagate(Network const&, Loss const&, State&&, Input const&, Target const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
