#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/compiler/train_span.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/optimizer.hpp>
#include <ctnn/detail/all_finite.hpp>
#include <ctnn/detail/backward.hpp>
#include <ctnn/detail/batch_memory.hpp>
#include <ctnn/detail/forward.hpp>
#include <ctnn/detail/late_step.hpp>
#include <ctnn/detail/loss_at.hpp>
#include <ctnn/detail/mean.hpp>
#include <ctnn/detail/no_loss.hpp>
#include <ctnn/detail/parameters_problem.hpp>
#include <ctnn/detail/set_to_zero.hpp>
#include <ctnn/detail/settings_problem.hpp>
#include <ctnn/detail/stack_check.hpp>
#include <ctnn/detail/stop_constant.hpp>
#include <ctnn/detail/train_verdict.hpp>
#include <ctnn/random/permutation.hpp>
#include <ctnn/training/training_options.hpp>
#include <ctnn/training/training_problem.hpp>
#include <ctnn/training/training_result.hpp>
#include <type_traits>

namespace ctnn {
namespace detail {

// Whether samples are nothing but numbers of one type, one after the other.
template <class Sample>
constexpr bool is_row_of_numbers = [] {
    using input = typename decltype(Sample::input)::value_type;
    using target = typename decltype(Sample::target)::value_type;
    constexpr std::size_t numbers = sizeof(Sample::input) + sizeof(Sample::target);
    return kernel::vectorizable<input> && std::is_same_v<input, target> &&
           sizeof(Sample) == numbers;
}();

template <class Samples>
constexpr training_problem samples_problem(Samples const& samples) {
    using kinds = training_problem::kinds;
    using sample = std::remove_cvref_t<decltype(*std::data(samples))>;
    // All at once first, which is several times faster where they are small.
    if constexpr (is_row_of_numbers<sample>)
        if (!std::is_constant_evaluated()) {
            using scalar = typename decltype(sample::input)::value_type;
            if (all_finite_vectors<scalar>(std::data(samples),
                                           std::size(samples) * (sizeof(sample) / sizeof(scalar))))
                return {};
        }
    for (std::size_t i = 0; i < std::size(samples); ++i)
        if (auto const& one = std::data(samples)[i];
            !all_finite(one.input) || !all_finite(one.target))
            return {kinds::sample_is_not_finite, 0, i};
    return {};
}

// All the epochs as the compiler does them. It is named for those who come to the compiler's limit: compilers
// then list the calls that led there.
template <class Result, class Loss, class Optimizer, class Samples>
constexpr training_problem train_in_one_constant_which_is_limited_use_trained_recipe_for_more(
    Result& result, Loss const& loss, Optimizer const& optimizer, Samples const& samples,
    training_options const& options) {
    using network = decltype(result.network);
    using state = decltype(result.state);
    auto const learn = [&]<bool Batches>(std::bool_constant<Batches>) {
        compiler::progress<network, state, Batches> at(result.network, result.state);
        auto const problem =
            compiler::train_span(at, loss, optimizer, samples, options,
                                 {result.epochs, 0, options.epochs * std::size(samples)},
                                 [&result](auto const& mean) { result.loss = mean; });
        if (problem.kind != training_problem::kinds::none)
            return problem;
        result.network = at.network();
        result.state = at.state;
        result.epochs += options.epochs;
        return parameters_problem(result.network, result.epochs - 1, std::size(samples));
    };
    constexpr bool descends = requires {
        optimizer.template descent_rate<typename network::scalar>();
    };
    if (options.epochs == 0)
        return {};
    training_problem problem;
    if constexpr (descends)
        problem = options.batch_size == 1 ? learn(std::false_type{}) : learn(std::true_type{});
    else
        problem = learn(std::true_type{});
    return problem;
}

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

// One sample, one step, no gradient in memory.
template <class Network, class Loss, class Sample>
[[gnu::flatten]] constexpr typename Network::scalar
descend_once(Network& net, Loss const& loss, Sample const& sample, typename Network::scalar rate) {
    return learn(
        net, loss, sample.input,
        sample.target, [&](auto, auto& records, auto const& dv) __attribute__((always_inline)) {
            descend(net, sample.input, records, dv, rate);
        });
}

template <class Network, class Loss, class Sample>
[[gnu::flatten]] typename Network::scalar descend_once(late_step<Network>& late, Loss const& loss,
                                                       Sample const& sample,
                                                       typename Network::scalar rate) {
    return learn(
        late.network(), loss, sample.input, sample.target,
        [&](auto, auto& records, auto const& dv)
            __attribute__((always_inline)) { late.descend(sample.input, records, dv, rate); },
        [&](auto const& x, auto& record)
            __attribute__((always_inline)) { late.forward(x, record, rate); });
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

// The samples of an epoch in the order in which they are learnt from.
template <class Sample>
struct sample_order {
    Sample const* first;
    random::permutation order;
    bool is_shuffled;

    constexpr std::size_t place(std::size_t position) const {
        return is_shuffled ? order(position) : position;
    }
    constexpr Sample const& operator[](std::size_t position) const {
        return first[place(position)];
    }
    // Where `count` of them are, from `begin` on.
    void find(std::size_t begin, std::size_t count, Sample const** to) const {
        if (is_shuffled)
            for (std::size_t k = 0; k < count; ++k)
                to[k] = first + order(begin + k);
        else
#pragma GCC unroll 4
            for (std::size_t k = 0; k < count; ++k)
                to[k] = first + begin + k;
    }
};

// One batch, which begins at `begin`, and the step after it. Adds up the losses, one by one, and gives
// the place in the batch of the first that is not finite, or size.
template <class Result, class Loss, class Optimizer, class Sample, class Scalar>
constexpr std::size_t learn_batch(Result& result, Loss const& loss, Optimizer const& optimizer,
                                  sample_order<Sample> const& samples, std::size_t begin,
                                  std::size_t size, batch_memory<decltype(result.network)>& memory,
                                  total<Scalar>& losses) {
    using network = decltype(result.network);
    using math::is_finite;
    Scalar const weight = mean_of(Scalar(1), size);
    std::size_t done = 0;
    bool stepped = false;
    if constexpr (batch::learns_in_groups<network>) {
        using block = batch::block<network>;
        while (size - done > batch::few_samples<network>) {
            std::size_t const count =
                size - done < block::most_samples ? size - done : block::most_samples;
            kernel::batch_sums<Scalar> how{count, done == 0, false, Scalar(0)};
            if constexpr (requires { optimizer.template descent_rate<Scalar>(); })
                if (done + count == size) {
                    how.is_step = stepped = true;
                    how.rate = optimizer.template descent_rate<Scalar>();
                }
            Sample const* these[block::most_samples];
            samples.find(begin + done, count, these);
            // The lanes after the last sample repeat it.
            for (std::size_t k = count; k < block::most_samples; ++k)
                these[k] = these[count - 1];
            memory.block.learn(result.network, loss, these, weight, how, memory.gradient);
            Scalar const* const each = memory.block.losses();
#pragma GCC unroll 4
            for (std::size_t k = 0; k < count; ++k)
                losses.add(each[k]);
            // One that is not finite leaves its trace in the sum, which may also be too large itself.
            if (!is_finite(losses.sum))
                for (std::size_t k = 0; k < count; ++k)
                    if (!is_finite(each[k]))
                        return done + k;
            done += count;
        }
    }
    if (done == 0)
        set_to_zero(memory.gradient);
    for (; done < size; ++done) {
        Scalar const one =
            accumulate(result.network, loss, samples[begin + done], weight, memory.gradient);
        if (!is_finite(one))
            return done;
        losses.add(one);
    }
    if (!stepped)
        optimizer.apply(result.network, memory.gradient, result.state);
    return size;
}

// Where an epoch keeps what it may need: on the stack, or (training/training_memory.hpp) in memory that
// the caller holds.
struct memory_on_stack {
    template <class Network>
    static batch_memory<Network> batch() {
        return batch_memory<Network>();
    }
    template <class Result>
    static constexpr Result copy_of(Result const& result) {
        return result;
    }
};

template <class Result, class Memory, class Loss, class Optimizer, class Samples>
constexpr training_problem train_epoch(Result& result, Memory const& from, Loss const& loss,
                                       Optimizer const& optimizer, Samples const& samples,
                                       training_options const& options) {
    using network = decltype(result.network);
    using scalar = typename network::scalar;
    using kinds = training_problem::kinds;
    using math::is_finite;
    std::size_t const count = std::size(samples);
    sample_order<std::remove_cvref_t<decltype(*std::data(samples))>> const order{
        std::data(samples),
        random::permutation(options.shuffle ? count : 0, options.seed, result.epochs),
        options.shuffle};
    total<scalar> losses;
    constexpr bool descends = requires {
        optimizer.template descent_rate<scalar>();
    };
    if (descends && options.batch_size == 1) {
        if constexpr (descends) {
            auto const rate = optimizer.template descent_rate<scalar>();
            // A small network of our own, of which nobody else has the address, may stay in
            // registers from sample to sample.
            std::conditional_t<(sizeof(network) <= 256), network, network&> net = result.network;
            std::conditional_t<steps_late<network>, late_step<network>, network&> learner(net);
            for (std::size_t i = 0; i < count; ++i) {
                scalar const one = descend_once(learner, loss, order[i], rate);
                if (!is_finite(one))
                    return {kinds::loss_is_not_finite, result.epochs, order.place(i)};
                losses.add(one);
            }
            if constexpr (steps_late<network>)
                learner.finish(rate);
            if constexpr (!std::is_reference_v<decltype(net)>)
                result.network = net;
        }
    } else {
        decltype(auto) memory = from.template batch<network>();
        for (std::size_t begin = 0; begin < count;) {
            std::size_t const size =
                count - begin < options.batch_size ? count - begin : options.batch_size;
            std::size_t const learnt =
                learn_batch(result, loss, optimizer, order, begin, size, memory, losses);
            if (learnt < size)
                return {kinds::loss_is_not_finite, result.epochs, order.place(begin + learnt)};
            begin += size;
        }
    }
    if (auto const problem = parameters_problem(result.network, result.epochs, count);
        problem.kind != kinds::none)
        return problem;
    result.loss = losses.mean_of_finite(count);
    ++result.epochs;
    return {};
}

// All the epochs as a machine does them. An epoch that has a problem is undone.
template <class Result, class Memory, class Loss, class Optimizer, class Samples>
constexpr training_problem train_on_machine(Result& result, Memory const& memory, Loss const& loss,
                                            Optimizer const& optimizer, Samples const& samples,
                                            training_options const& options) {
    if (auto problem = samples_problem(samples); problem.kind != training_problem::kinds::none) {
        problem.epoch = result.epochs;
        return problem;
    }
    for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
        decltype(auto) before = memory.copy_of(result);
        auto const problem = train_epoch(result, memory, loss, optimizer, samples, options);
        if (problem.kind != training_problem::kinds::none) {
            result = before;
            return problem;
        }
    }
    return {};
}

// All the epochs, and what the result says of them.
template <class Result, class Memory, class Loss, class Optimizer, class Samples>
constexpr void train_result(Result& result, Memory const& memory, Loss const& loss,
                            Optimizer const& optimizer, Samples const& samples,
                            training_options const& options) {
    if (!result.ok())
        return;
    auto problem = settings_problem(loss, optimizer, std::size(samples), options);
    problem.epoch = result.epochs;
    if (problem.kind == training_problem::kinds::none) {
        if (std::is_constant_evaluated())
            problem = train_in_one_constant_which_is_limited_use_trained_recipe_for_more(
                result, loss, optimizer, samples, options);
        else
            problem = train_on_machine(result, memory, loss, optimizer, samples, options);
    }
    if (problem.kind != training_problem::kinds::none) {
        if (std::is_constant_evaluated())
            error::training_stopped_in_epoch_at_sample(problem.epoch, problem.sample, problem);
        result.stopped_by = problem;
    }
    if (result.epochs == 0)
        result.loss = no_loss<decltype(result.loss)>;
}

} // namespace detail

/// Trains a network on samples: for each epoch, for each batch, one step of the optimizer along the
/// mean of the samples' gradients. It is the same function in the compiler and at run time.
///
/// Shape:    a network, or an earlier result to go on from; a loss; an optimizer; a contiguous range
///           of samples; training_options. Gives a training_result.
/// Gradient: that of `backpropagate`.
/// Cost:     for each sample about three forward passes; for each batch one step of the optimizer.
///           On the stack: three networks (the result, its state before the epoch, the gradient).
///           The build warns where the last two take more than 1 MB; `train_in_place` has them in
///           memory that you provide.
/// Errors:   wrong data or settings, or a loss that is not finite, stop the training, and the
///           result says what and where; in a constant they end the build with a sentence. Samples of
///           another shape do not compile; the message names the layer and both sizes.
/// Source:   I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", 2016, section 8.1.3.
/// Example:  docs/examples/iris.cpp
template <class Start, class Loss, class Optimizer, class Samples,
          class Verdict = decltype(detail::train_verdict<Start, Loss, Optimizer, Samples>())>
    requires detail::is_none<Verdict>
// (Its type is written out: of `auto`, clang copies the result.)
constexpr typename detail::training_from<Start, Optimizer>::result
train(Start const& start, Loss const& loss, Optimizer const& optimizer, Samples const& samples,
      training_options const& options,
      detail::stack_check<detail::stack_of_train<Start, Optimizer>> = {}) {
    typename detail::training_from<Start, Optimizer>::result result{start};
    detail::train_result(result, detail::memory_on_stack{}, loss, optimizer, samples, options);
    return result;
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Start, class Loss, class Optimizer, class Samples,
          class Verdict = decltype(detail::train_verdict<Start, Loss, Optimizer, Samples>())>
    requires(!detail::is_none<Verdict>)
void train(Start const&, Loss const&, Optimizer const&, Samples const&,
           training_options const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
