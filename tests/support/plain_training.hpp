#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <ctnn/concept/detail/update_rule.hpp>
#include <ctnn/concept/optimizer.hpp>
#include <ctnn/kernel/mean.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/training/detail/learn.hpp>
#include <type_traits>

#include "compare.hpp"

// Training as it is written in a book, which every path of `train` must agree with, bit for bit: for each sample
// `backpropagate`, and then Optimizer::update, number by number.

namespace plain {

template <class Network, class Optimizer>
struct training {
    using scalar = typename Network::scalar;
    static constexpr std::size_t count = Network::parameter_count;
    using memory = typename ctnn::detail::memory_for<Optimizer, scalar>::type;
    static constexpr std::size_t remembered = ctnn::detail::memory_size<memory, scalar>;

    Network net;
    std::array<memory, count> past{};
    std::size_t steps = 0;

    constexpr void step(Optimizer const& optimizer, Network gradient) {
        if constexpr (requires { optimizer.prepare(gradient); })
            optimizer.prepare(gradient);
        auto const rule = ctnn::detail::constants_at<scalar>(optimizer, steps);
        auto numbers = compare::flat(net);
        auto const derivatives = compare::flat(gradient);
        for (std::size_t k = 0; k < count; ++k)
            if constexpr (ctnn::kernel::is_descent<std::remove_cvref_t<decltype(rule)>>)
                rule(numbers[k], derivatives[k]);
            else
                Optimizer::update(numbers[k], derivatives[k], past[k], rule);
        net = compare::network_of<Network>(numbers);
        if constexpr (requires { optimizer.project(net); })
            optimizer.project(net);
        ++steps;
    }

    // One epoch in batches, the last of which is what is left over.
    template <class Loss, class Samples>
    constexpr void epoch(Loss const& loss, Optimizer const& optimizer, Samples const& samples,
                         std::size_t batch_size = 1) {
        for (std::size_t begin = 0; begin < samples.size(); begin += batch_size) {
            std::size_t const left = samples.size() - begin;
            std::size_t const size = batch_size < left ? batch_size : left;
            Network gradient{};
            if (size == 1) {
                auto const& one = samples[begin];
                gradient = backpropagate(net, loss, one.input, one.target).gradient;
            } else {
                for (std::size_t k = begin; k < begin + size; ++k)
                    ctnn::detail::accumulate(net, loss, samples[k],
                                             ctnn::detail::mean_of(scalar(1), size), gradient);
            }
            step(optimizer, gradient);
        }
    }

    // (No std::bit_cast: g++ does not count the empty base classes of array elements as initialized.)
    static constexpr std::array<scalar, count> numbers_of(Network const& net) {
        std::array<scalar, count> numbers{};
        auto* to = numbers.data();
        ctnn::detail::for_each_block(
            [&to](auto block) {
                for (std::size_t i = 0; i < block.size; ++i)
                    *to++ = block.data[i];
            },
            net);
        return numbers;
    }

    // Whether a training_result has the same bits, those of what it remembers included.
    template <class Result>
    constexpr bool is_that_of(Result const& result) const {
        bool same = compare::same_bits(compare::flat(net), compare::flat(result.network)) &&
                    result.steps == steps;
        if constexpr (remembered > 0)
            for (std::size_t m = 0; m < remembered; ++m) {
                auto const entry = numbers_of(result.state.entries[m].network);
                for (std::size_t k = 0; k < count; ++k)
                    same = same &&
                           compare::same_bits(
                               entry[k], std::bit_cast<std::array<scalar, remembered>>(past[k])[m]);
            }
        return same;
    }
};

} // namespace plain
