#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/update_rule.hpp>
#include <ctnn/face/compiler/network_form.hpp>
#include <ctnn/kernel/mean.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/placed/detail/all_finite.hpp>
#include <ctnn/random/permutation.hpp>
#include <ctnn/training/detail/state_form.hpp>
#include <ctnn/training/training_options.hpp>
#include <ctnn/training/training_problem.hpp>
#include <type_traits>

namespace ctnn::compiler {

// What a training passes on when it stops between two samples: everything in the compile-time form, so
// that nothing is converted there. If Batches, there is a gradient, which may be half done.
template <class Network, class State, bool Batches>
struct progress {
    struct nothing {};

    network_form<Network> net{};
    state_form<Network, State> memory{};
    std::conditional_t<Batches, network_form<Network>, nothing> gradient{};
    ctnn::detail::total<typename Network::scalar> losses{}; // of this epoch so far
    std::size_t steps = 0;

    constexpr progress() = default;
    constexpr explicit progress(Network const& start, State const& former = State{},
                                std::size_t steps_before = 0)
        : net(start), memory(former), steps(steps_before) {}

    constexpr Network network() const {
        Network result;
        net.store(result);
        return result;
    }
};

// Where a training is: the position in all its epochs, one after the other.
struct place {
    std::size_t epochs_before; // by a former training
    std::size_t begin;
    std::size_t end;
};

// The training of train.hpp, from one position to another, in the way that is fastest at compile time:
// the network stays in the compile-time form. `on_epoch` gets the mean loss of each epoch that ends.
// The bits are those of run time.
template <bool Batches, class Network, class State, class Loss, class Optimizer, class Samples,
          class OnEpoch>
constexpr training_problem train_span(progress<Network, State, Batches>& reached, Loss const& loss,
                                      Optimizer const& optimizer, Samples const& samples,
                                      training_options const& options, place const& where,
                                      OnEpoch const& on_epoch) {
    using scalar = typename Network::scalar;
    using kinds = training_problem::kinds;
    using math::is_finite;
    static_assert(Batches || !customization::sees_networks<Optimizer, Network>);

    auto const* const first = std::data(samples);
    std::size_t const count = std::size(samples);
    std::size_t epoch = where.begin / count;
    std::size_t position = where.begin % count;
    network_form<Network>& net = reached.net;
    auto& gradient = reached.gradient;
    ctnn::detail::total<scalar> losses = reached.losses;
    auto rule = ctnn::detail::rule_at<scalar>(optimizer, reached.steps);
    auto const has_stepped = [&] {
        ++reached.steps;
        if constexpr (!customization::is_the_same_at_all_steps<Optimizer, scalar>)
            rule = ctnn::detail::rule_at<scalar>(optimizer, reached.steps);
    };

    for (std::size_t done = where.begin; done < where.end; ++epoch, position = 0) {
        random::permutation const order(options.shuffle ? count : 0, options.seed,
                                        where.epochs_before + epoch);
        std::size_t const stop =
            where.end - done < count - position ? position + where.end - done : count;
        done += stop - position;
        while (position < stop) {
            std::size_t const index = options.shuffle ? order(position) : position;
            auto const& one = first[index];
            view<typename Network::input_type const> const input(one.input);
            if (epoch == 0 &&
                !(ctnn::detail::all_finite(one.input) && ctnn::detail::all_finite(one.target)))
                return {kinds::sample_is_not_finite, where.epochs_before, index};
            scalar value;
            if constexpr (Batches) {
                std::size_t const begin = position / options.batch_size * options.batch_size;
                std::size_t const size =
                    count - begin < options.batch_size ? count - begin : options.batch_size;
                scalar const weight = ctnn::detail::mean_of(scalar(1), size);
                value = net.learn(loss, input, one.target,
                                  accumulate_step<scalar, network_form<Network>>{weight, gradient});
                if (position + 1 == begin + size) {
                    if constexpr (customization::prepares<Optimizer, Network>) {
                        Network whole;
                        gradient.store(whole);
                        optimizer.prepare(whole);
                        gradient = network_form<Network>(whole);
                    }
                    reached.memory.update(rule, gradient, net);
                    if constexpr (customization::projects<Optimizer, Network>) {
                        Network whole = reached.network();
                        optimizer.project(whole);
                        net = network_form<Network>(whole);
                    }
                    has_stepped();
                    gradient = network_form<Network>();
                }
            } else {
                value = net.learn(loss, input, one.target, reached.memory.step(rule));
                has_stepped();
            }
            if (!is_finite(value))
                return {kinds::loss_is_not_finite, where.epochs_before + epoch, index};
            losses.add(value);
            ++position;
        }
        if (position == count) {
            on_epoch(losses.mean_of_finite(count));
            losses = {};
        }
    }

    reached.losses = losses;
    return {};
}

} // namespace ctnn::compiler
