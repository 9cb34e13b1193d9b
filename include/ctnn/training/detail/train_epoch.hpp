#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/update_rule.hpp>
#include <ctnn/concept/optimizer.hpp>
#include <ctnn/face/batch/samples_at_once.hpp>
#include <ctnn/kernel/mean.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/random/permutation.hpp>
#include <ctnn/tensor/detail/set_to_zero.hpp>
#include <ctnn/training/detail/batch_memory.hpp>
#include <ctnn/training/detail/late_step.hpp>
#include <ctnn/training/detail/learn.hpp>
#include <ctnn/training/detail/parameters_problem.hpp>
#include <ctnn/training/detail/step_along.hpp>
#include <ctnn/training/training_options.hpp>
#include <ctnn/training/training_problem.hpp>
#include <type_traits>

// An epoch as a machine goes through it: sample by sample, or in batches of samples side by side.

namespace ctnn::detail {

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
    constexpr bool prepares = customization::prepares<Optimizer, network>;
    Scalar const weight = mean_of(Scalar(1), size);
    std::size_t done = 0;
    bool stepped = false;
    if constexpr (batch::learns_in_groups<network>) {
        using at_once = batch::samples_at_once<network>;
        auto const rule = rule_at<Scalar>(optimizer, result.steps);
        while (size - done > batch::few_samples<network>) {
            std::size_t const count =
                size - done < at_once::most_samples ? size - done : at_once::most_samples;
            if (!prepares && done + count == size)
                stepped = true;
            kernel::batch_sums<rule_of<Scalar, Optimizer>> const plan{count, done == 0, stepped,
                                                                      rule};
            Sample const* chosen[at_once::most_samples];
            samples.find(begin + done, count, chosen);
            // The lanes after the last sample repeat it.
            for (std::size_t k = count; k < at_once::most_samples; ++k)
                chosen[k] = chosen[count - 1];
            with_memory(
                result.state, [&](auto&... remembered) __attribute__((always_inline)) {
                    memory.samples.learn(result.network, loss, chosen, weight, plan,
                                         memory.gradient, remembered...);
                });
            Scalar const* const each = memory.samples.losses();
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
    if (stepped)
        end_step(result, optimizer);
    else
        step_along(memory.gradient, result, optimizer);
    return size;
}

// All samples, each with a step of its own and no gradient in memory. Gives the place of the first whose loss is not
// finite, or their count.
template <class Optimizer, class Loss, class Sample, class Scalar, class Network, class... Memory>
[[gnu::always_inline]] inline std::size_t
learn_one_by_one(Optimizer const& optimizer, Loss const& loss, sample_order<Sample> const& samples,
                 std::size_t count, std::size_t& steps, total<Scalar>& losses, Network& net,
                 Memory&... memory) {
    using math::is_finite;
    using rule_type = rule_of<Scalar, Optimizer>;
    std::size_t const before = steps;
    auto rule = rule_at<Scalar>(optimizer, before);
    [[maybe_unused]] late_step<rule_type, Network> late(rule);
    for (std::size_t i = 0; i < count; ++i) {
        if constexpr (!customization::is_the_same_at_all_steps<Optimizer, Scalar>)
            rule = rule_at<Scalar>(optimizer, before + i);
        Scalar one;
        if constexpr (steps_late<rule_type, Network, Memory...>)
            one = late(rule, loss, samples[i], net, memory...);
        else
            one = update_once(rule, loss, samples[i], net, memory...);
        if (!is_finite(one))
            return i;
        losses.add(one);
    }
    if constexpr (steps_late<rule_type, Network, Memory...>)
        late.finish(net, memory...);
    steps = before + count;
    return count;
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
    constexpr bool sees_networks = customization::sees_networks<Optimizer, network>;
    if (!sees_networks && options.batch_size == 1) {
        if constexpr (!sees_networks) {
            // A small network whose address is not known elsewhere may stay in registers from sample
            // to sample, with what is remembered.
            constexpr bool is_small = sizeof(network) + sizeof(result.state) <= 256;
            std::conditional_t<is_small, network, network&> net = result.network;
            std::conditional_t<is_small, decltype(result.state), decltype(result.state)&> state =
                result.state;
            std::size_t const learnt = with_memory(
                state, [&](auto&... remembered) __attribute__((always_inline)) {
                    return learn_one_by_one(optimizer, loss, order, count, result.steps, losses,
                                            net, remembered...);
                });
            if (learnt < count)
                return {kinds::loss_is_not_finite, result.epochs, order.place(learnt)};
            if constexpr (is_small) {
                result.network = net;
                result.state = state;
            }
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

} // namespace ctnn::detail
