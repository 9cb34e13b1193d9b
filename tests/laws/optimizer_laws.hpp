#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/optimizer.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/loss.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/training/train.hpp>
#include <limits>

#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace laws {

// What every optimizer with a learning_rate must keep, on a network and samples of a seed. Each law
// is a constant expression; the last one is asked on the machine.
template <class Optimizer, class Network>
struct optimizer {
    static_assert(ctnn::concepts::optimizer<Optimizer, Network>);

    using scalar = typename Network::scalar;
    using state = ctnn::detail::state_of<Optimizer, Network>;
    using sample = ctnn::sample<typename Network::input_type, typename Network::output_type>;
    using result = ctnn::training_result<Network, state>;
    static constexpr std::size_t count = 5;
    static constexpr ctnn::cross_entropy loss{};

    static constexpr std::array<sample, count> samples(std::uint32_t seed) {
        seeded::random_numbers draw(seed);
        std::array<sample, count> all{};
        for (auto& one : all) {
            one.input = draw.array<scalar, Network::input_size>();
            one.target = draw.distribution<scalar, Network::output_size>();
        }
        return all;
    }
    static constexpr Network network(std::uint32_t seed) {
        return seeded::random_numbers(seed + 100).network<Network>();
    }
    static constexpr result train(std::uint32_t seed, ctnn::training_options const& options) {
        return ctnn::train(network(seed), loss, Optimizer{.learning_rate = 0.125}, samples(seed),
                           options);
    }

    static constexpr bool same(Network const& a, Network const& b) {
        return compare::same_bits(compare::flat(a), compare::flat(b));
    }
    static constexpr bool same(result const& a, result const& b) {
        return same(a.network, b.network) && compare::same_bits(a.loss, b.loss) &&
               a.epochs == b.epochs && a.state == b.state && a.problem() == b.problem();
    }

    static constexpr bool a_gradient_of_zero_leaves_the_network(std::uint32_t seed) {
        auto net = network(seed);
        state past{};
        Optimizer{.learning_rate = 0.5}.apply(net, Network{}, past);
        return same(net, network(seed));
    }

    static constexpr bool a_rate_of_zero_leaves_the_network(std::uint32_t seed) {
        auto net = network(seed);
        state past{};
        Optimizer{.learning_rate = 0}.apply(net, network(seed + 1), past);
        return same(net, network(seed));
    }

    // A small step goes down.
    static constexpr bool a_step_lowers_the_loss(std::uint32_t seed) {
        auto net = network(seed);
        state past{};
        auto const one = samples(seed)[0];
        auto const back = backpropagate(net, loss, one.input, one.target);
        Optimizer{.learning_rate = 1e-3}.apply(net, back.gradient, past);
        return ctnn::loss(net, loss, one.input, one.target) < back.loss;
    }

    static constexpr bool update_is_apply(std::uint32_t seed) {
        Optimizer const optimizer{.learning_rate = 0.25};
        auto net = network(seed);
        auto const gradient = network(seed + 1);
        state past{};
        optimizer.apply(net, gradient, past);
        if constexpr (requires { optimizer.update(net, gradient); })
            return same(net, optimizer.update(network(seed), gradient));
        return true;
    }

    // Training by single samples is backpropagate and apply, one after the other.
    static constexpr bool training_is_repeated_steps(std::uint32_t seed) {
        Optimizer const optimizer{.learning_rate = 0.125};
        auto net = network(seed);
        state past{};
        scalar total = scalar(0);
        for (int epoch = 0; epoch < 2; ++epoch) {
            total = scalar(0);
            for (auto const& one : samples(seed)) {
                auto const back = backpropagate(net, loss, one.input, one.target);
                optimizer.apply(net, back.gradient, past);
                total += back.loss;
            }
        }
        auto const trained = train(seed, {.epochs = 2});
        // (train rounds the mean once, this sum once for each sample)
        return same(trained.network, net) && trained.state == past &&
               compare::near(trained.loss, double(total) / count, count);
    }

    // A batch's step is one along the mean of its samples' gradients; the last batch is what is
    // left over.
    static constexpr bool a_batch_is_a_mean(std::uint32_t seed, double units = 16) {
        Optimizer const optimizer{.learning_rate = 0.125};
        auto net = network(seed);
        state past{};
        for (std::size_t begin = 0; begin < count; begin += 2) {
            std::size_t const end = begin + 2 < count ? begin + 2 : count;
            std::array<scalar, Network::parameter_count> mean{};
            for (std::size_t i = begin; i < end; ++i) {
                auto const one = samples(seed)[i];
                auto const gradient =
                    compare::flat(backpropagate(net, loss, one.input, one.target).gradient);
                for (std::size_t k = 0; k < mean.size(); ++k)
                    mean[k] += gradient[k] / static_cast<scalar>(end - begin);
            }
            optimizer.apply(net, compare::network_of<Network>(mean), past);
        }
        return compare::near(compare::flat(train(seed, {.batch_size = 2}).network),
                             compare::flat(net), units);
    }

    // Two trainings in a row are one, state and all.
    static constexpr bool training_goes_on(std::uint32_t seed, ctnn::training_options options) {
        options.epochs = 4;
        auto const whole = train(seed, options);
        options.epochs = 1;
        auto const first = train(seed, options);
        options.epochs = 3;
        auto const second =
            ctnn::train(first, loss, Optimizer{.learning_rate = 0.125}, samples(seed), options);
        return same(whole, second);
    }

    static constexpr bool a_bad_rate_is_not_valid() {
        using limits = std::numeric_limits<double>;
        return Optimizer{}.is_valid() && Optimizer{.learning_rate = 0}.is_valid() &&
               !Optimizer{.learning_rate = -0.1}.is_valid() &&
               !Optimizer{.learning_rate = limits::quiet_NaN()}.is_valid() &&
               !Optimizer{.learning_rate = limits::infinity()}.is_valid();
    }

    static bool bits_are_the_same_in_the_compiler() {
        constexpr result compiled =
            train(7, {.epochs = 3, .batch_size = 2, .shuffle = true, .seed = 1});
        constexpr result single = train(7, {.epochs = 3, .shuffle = true, .seed = 1});
        auto const seed = compare::opaque(std::uint32_t{7});
        return same(compiled,
                    train(seed, {.epochs = 3, .batch_size = 2, .shuffle = true, .seed = 1})) &&
               same(single, train(seed, {.epochs = 3, .shuffle = true, .seed = 1}));
    }
};

} // namespace laws
