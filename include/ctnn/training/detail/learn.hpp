#pragma once

#include <ctnn/loss/detail/loss_at.hpp>
#include <ctnn/placed/detail/backward.hpp>
#include <ctnn/placed/detail/forward_recorded.hpp>

// One sample at a time, forward and back.

namespace ctnn::detail {

// Hands the sample's loss and what a backward pass needs to step(loss, records, dv); gives the loss.
// `first` is that of forward_recorded.
template <class Network, class Loss, class Step, class... First>
[[gnu::always_inline]] constexpr typename Network::scalar
learn(Network const& net, Loss const& loss, typename Network::input_type const& x,
      typename Network::output_type const& target, Step const& step, First const&... first) {
    using last = typename Network::last_stage;
    typename Network::records records;
    forward_recorded(net, x, records, first...);
    auto const& record = records.template at<last::index>();
    auto const value = loss_value<last>(loss, record, target);
    step(value, records, loss_derivative<last>(loss, record, target));
    return value;
}

// One sample, one step of the rule (kernel/descent.hpp), no gradient in memory.
template <class Rule, class Loss, class Sample, class Network, class... Memory>
[[gnu::flatten]] constexpr typename Network::scalar
update_once(Rule rule, Loss const& loss, Sample const& sample, Network& net, Memory&... memory) {
    return learn(
        net, loss, sample.input,
        sample.target, [&](auto, auto& records, auto const& dv) __attribute__((always_inline)) {
            update(rule, sample.input, records, dv, net, memory...);
        });
}

// Adds weight times the sample's gradient to gradient.
template <class Network, class Loss, class Sample>
[[gnu::flatten]] constexpr typename Network::scalar
accumulate(Network const& net, Loss const& loss, Sample const& sample,
           typename Network::scalar weight, Network& gradient) {
    return learn(net, loss, sample.input, sample.target, [&](auto, auto& records, auto dv) {
        for (auto& derivative : dv)
            derivative *= weight;
        accumulate_gradient(net, sample.input, records, dv, gradient);
    });
}

} // namespace ctnn::detail
