#pragma once

#include <boost/hana/at.hpp>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/optimizer.hpp>
#include <ctnn/detail/all_finite.hpp>
#include <ctnn/detail/backward.hpp>
#include <ctnn/detail/forward.hpp>
#include <ctnn/detail/loss_at.hpp>
#include <ctnn/detail/samples_verdict.hpp>
#include <ctnn/detail/stop_constant.hpp>
#include <ctnn/random/permutation.hpp>
#include <ctnn/training/training_options.hpp>
#include <ctnn/training/training_problem.hpp>
#include <ctnn/training/training_result.hpp>
#include <type_traits>

namespace ctnn {
namespace detail {

// What a training starts from: a network, or the result of a former training.
template <class Start, class Optimizer>
struct training_from {
    static constexpr bool possible = false;
};
template <concepts::network Network, class Optimizer>
struct training_from<Network, Optimizer> {
    static constexpr bool possible = true;
    using network = Network;
    using state = state_of<Optimizer, Network>;
};
template <class Network, class State, class Optimizer>
struct training_from<training_result<Network, State>, Optimizer> {
    static constexpr bool possible = true;
    using network = Network;
    using state = State;
};

template <class Start, class Loss, class Optimizer, class Samples>
constexpr auto train_verdict() {
    using from = training_from<Start, Optimizer>;
    if constexpr (!from::possible) {
        return typename error::training_from<Start>::but_needs_a_network_or_a_training_result{};
    } else {
        using network = typename from::network;
        using state = state_of<Optimizer, network>;
        if constexpr (!concepts::loss<Loss, typename network::scalar, network::output_size>)
            return typename error::loss_of_type<
                Loss>::lacks_value_and_derivative_of_output_and_target{};
        else if constexpr (!concepts::optimizer<Optimizer, network>)
            return typename error::optimizer_of_type<
                Optimizer>::lacks_apply_to_network_gradient_and_state_or_is_valid{};
        else if constexpr (!std::is_same_v<typename from::state, state>)
            return typename error::training_result_with_state<
                typename from::state>::template but_needs_state<state>{};
        else
            return samples_verdict<network, Samples>();
    }
}

template <class Optimizer, class Samples>
constexpr training_problem find_problem(Optimizer const& optimizer, Samples const& samples,
                                        training_options const& options) {
    using kinds = training_problem::kinds;
    if (std::size(samples) == 0)
        return {kinds::no_samples};
    if (options.batch_size == 0)
        return {kinds::batch_size_is_zero};
    if (!optimizer.is_valid())
        return {kinds::learning_rate_is_negative_or_not_finite};
    for (std::size_t i = 0; i < std::size(samples); ++i)
        if (auto const& one = std::data(samples)[i];
            !all_finite(one.input) || !all_finite(one.target))
            return {kinds::sample_is_not_finite, 0, i};
    return {};
}

// Hands what a backward pass needs to step(records, dv); gives the sample's loss.
template <class Network, class Loss, class Sample, class Step>
[[gnu::always_inline]] constexpr typename Network::scalar
learn(Network const& net, Loss const& loss, Sample const& sample, Step const& step) {
    using last = typename Network::last_stage;
    typename Network::records records;
    forward_recorded(net, sample.input, records);
    auto const& record = boost::hana::at_c<last::index>(records);
    auto const value = loss_value<last>(loss, record, sample.target);
    step(records, loss_derivative<last>(loss, record, sample.target));
    return value;
}

// One sample, one step, no gradient in memory.
template <class Network, class Loss, class Sample>
[[gnu::flatten]] constexpr typename Network::scalar
descend_once(Network& net, Loss const& loss, Sample const& sample, typename Network::scalar rate) {
    return learn(net, loss, sample, [&](auto const& records, auto const& dv) {
        descend(net, sample.input, records, dv, rate);
    });
}

// Adds weight times the sample's gradient to gradient.
template <class Network, class Loss, class Sample>
[[gnu::flatten]] constexpr typename Network::scalar
accumulate(Network const& net, Loss const& loss, Sample const& sample,
           typename Network::scalar weight, Network& gradient) {
    return learn(net, loss, sample, [&](auto const& records, auto dv) {
        for (auto& derivative : dv)
            derivative *= weight;
        accumulate_gradient(net, sample.input, records, dv, gradient);
    });
}

template <class Result, class Loss, class Optimizer, class Samples>
constexpr training_problem train_epoch(Result& result, Loss const& loss, Optimizer const& optimizer,
                                       Samples const& samples, training_options const& options) {
    using network = decltype(result.network);
    using scalar = typename network::scalar;
    using kinds = training_problem::kinds;
    using math::is_finite;
    auto const* const first = std::data(samples);
    std::size_t const count = std::size(samples);
    random::permutation const order(options.shuffle ? count : 0, options.seed, result.epochs);
    auto const place = [&](std::size_t position) {
        return options.shuffle ? order(position) : position;
    };
    scalar total = scalar(0);
    constexpr bool descends = requires {
        optimizer.template descent_rate<scalar>();
    };
    if (descends && options.batch_size == 1) {
        if constexpr (descends) {
            auto const rate = optimizer.template descent_rate<scalar>();
            // A small network of our own, of which nobody else has the address, may stay in
            // registers from sample to sample.
            std::conditional_t<(sizeof(network) <= 256), network, network&> net = result.network;
            for (std::size_t i = 0; i < count; ++i) {
                scalar const one = descend_once(net, loss, first[place(i)], rate);
                if (!is_finite(one))
                    return {kinds::loss_is_not_finite, result.epochs, place(i)};
                total += one;
            }
            if constexpr (!std::is_reference_v<decltype(net)>)
                result.network = net;
        }
    } else {
        for (std::size_t begin = 0; begin < count;) {
            std::size_t const size =
                count - begin < options.batch_size ? count - begin : options.batch_size;
            scalar const weight = scalar(1) / scalar(static_cast<double>(size));
            network gradient{};
            for (std::size_t const end = begin + size; begin < end; ++begin) {
                scalar const one =
                    accumulate(result.network, loss, first[place(begin)], weight, gradient);
                if (!is_finite(one))
                    return {kinds::loss_is_not_finite, result.epochs, place(begin)};
                total += one;
            }
            optimizer.apply(result.network, gradient, result.state);
        }
    }
    if (!all_finite(result.network))
        return {kinds::parameters_are_not_finite, result.epochs, count - 1};
    result.loss = total / scalar(static_cast<double>(count));
    ++result.epochs;
    return {};
}

} // namespace detail

/// Trains a network on samples: for each epoch, for each batch, one step of the optimizer along the
/// mean of the samples' gradients. It is the same function in the compiler and at run time.
///
/// Shape:    a network, or a former result to go on from; a loss; an optimizer; a contiguous range
///           of samples; training_options. Gives a training_result.
/// Gradient: that of `backpropagate`.
/// Cost:     for each sample about three forward passes; for each batch one step of the optimizer.
///           On the stack: three networks (the result, its state before the epoch, the gradient).
/// Errors:   wrong data or settings, or a loss that is not finite, stop the training, and the
/// result
///           says what and where; in a constant they end the build with a sentence. Samples of
///           another shape do not compile; the message names the layer and both sizes.
/// Source:   I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", 2016, section 8.1.3.
/// Example:  docs/examples/iris.cpp
template <class Start, class Loss, class Optimizer, class Samples,
          class Verdict = decltype(detail::train_verdict<Start, Loss, Optimizer, Samples>())>
    requires detail::is_none<Verdict>
constexpr auto train(Start const& start, Loss const& loss, Optimizer const& optimizer,
                     Samples const& samples, training_options const& options) {
    using from = detail::training_from<Start, Optimizer>;
    using result_type = training_result<typename from::network, typename from::state>;
    result_type result{start};
    if (!result.ok())
        return result;
    auto problem = detail::find_problem(optimizer, samples, options);
    problem.epoch = result.epochs;
    for (std::size_t epoch = 0;
         epoch < options.epochs && problem.kind == training_problem::kinds::none; ++epoch) {
        result_type const before = result;
        problem = detail::train_epoch(result, loss, optimizer, samples, options);
        if (problem.kind != training_problem::kinds::none)
            result = before;
    }
    if (problem.kind != training_problem::kinds::none) {
        if (std::is_constant_evaluated())
            error::training_stopped_in_epoch_at_sample(problem.epoch, problem.sample, problem);
        result.stopped_by = problem;
    }
    return result;
}

} // namespace ctnn
