#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/optimizer.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/network/loss.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/training/train.hpp>
#include <ctnn/training/train_step.hpp>
#include <limits>

#include "../support/compare.hpp"
#include "../support/plain_training.hpp"
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
    using plain_training = plain::training<Network, Optimizer>;
    static constexpr std::size_t count = 5;
    static constexpr ctnn::cross_entropy loss{};

    // Some inputs are 0, whose derivatives by weights are of either sign.
    static constexpr std::array<sample, count> samples(std::uint32_t seed) {
        seeded::random_numbers draw(seed);
        std::array<sample, count> all{};
        for (std::size_t i = 0; i < count; ++i) {
            all[i].input = draw.array<scalar, Network::input_size>();
            all[i].input[i % Network::input_size] = scalar(0);
            all[i].target = draw.distribution<scalar, Network::output_size>();
        }
        return all;
    }
    static constexpr Network network(std::uint32_t seed) {
        return seeded::random_numbers(seed + 100).network<Network>();
    }
    static constexpr Optimizer with_rate(double rate) {
        Optimizer optimizer{};
        optimizer.learning_rate = rate;
        return optimizer;
    }
    template <class Start>
    static constexpr result train(Start const& start, std::uint32_t seed,
                                  ctnn::training_options const& options) {
        return ctnn::train(start, loss, with_rate(0.125), samples(seed), options);
    }
    static constexpr result train(std::uint32_t seed, ctnn::training_options const& options) {
        return train(network(seed), seed, options);
    }

    static constexpr bool same(Network const& a, Network const& b) {
        return compare::same_bits(compare::flat(a), compare::flat(b));
    }
    static constexpr bool same(result const& a, result const& b) {
        return same(a.network, b.network) && compare::same_bits(a.loss, b.loss) &&
               a.epochs == b.epochs && a.steps == b.steps && a.state == b.state &&
               a.problem() == b.problem();
    }

    static constexpr bool a_rate_of_zero_leaves_the_network(std::uint32_t seed) {
        auto const after = ctnn::train(network(seed), loss, with_rate(0), samples(seed), {});
        auto expected = network(seed);
        if constexpr (requires { with_rate(0).project(expected); })
            with_rate(0).project(expected);
        return after.ok() && after.steps == count && same(after.network, expected);
    }

    // A small step goes down.
    static constexpr bool a_step_lowers_the_loss(std::uint32_t seed) {
        result learner{network(seed)};
        auto const one = samples(seed)[0];
        auto const before = ctnn::train_step(learner, loss, with_rate(1e-3), one.input, one.target);
        return ctnn::loss(learner.network, loss, one.input, one.target) < before;
    }

    // Training is one step after the other along the mean of a batch's gradients, number by number; the last batch is
    // what is left over. What is remembered is the same, too.
    static constexpr bool training_is_repeated_steps(std::uint32_t seed, std::size_t batch_size) {
        plain_training expected{network(seed)};
        for (int epoch = 0; epoch < 2; ++epoch)
            expected.epoch(loss, with_rate(0.125), samples(seed), batch_size);
        auto const trained = train(seed, {.epochs = 2, .batch_size = batch_size});
        return trained.ok() && expected.is_that_of(trained);
    }

    // So is training by hand.
    static constexpr bool train_step_is_such_a_step(std::uint32_t seed) {
        result learner{network(seed)};
        plain_training expected{network(seed)};
        expected.epoch(loss, with_rate(0.125), samples(seed));
        for (auto const& one : samples(seed))
            ctnn::train_step(learner, loss, with_rate(0.125), one.input, one.target);
        return learner.ok() && expected.is_that_of(learner);
    }

    // Two trainings in a row are one, what is remembered and the count of steps included.
    static constexpr bool training_goes_on(std::uint32_t seed, ctnn::training_options options) {
        options.epochs = 4;
        auto const whole = train(seed, options);
        options.epochs = 1;
        auto const first = train(seed, options);
        options.epochs = 3;
        return whole.ok() && same(whole, train(first, seed, options));
    }

    // An epoch that ends with a bad loss leaves nothing behind but the problem.
    static constexpr bool a_bad_epoch_is_undone(std::uint32_t seed, std::size_t batch_size) {
        auto const good = train(seed, {.epochs = 2, .batch_size = batch_size});
        auto bad_samples = samples(seed);
        bad_samples[count - 1].target.fill(std::numeric_limits<scalar>::max());
        auto after =
            ctnn::train(good, loss, with_rate(0.125), bad_samples, {.batch_size = batch_size});
        bool const stopped = !after.ok() && after.problem().epoch == 2;
        after.stopped_by = {};
        return stopped && same(after, good);
    }

    static constexpr bool a_bad_rate_is_refused(double rate) {
        using kinds = ctnn::training_problem::kinds;
        auto const after = ctnn::train(network(1), loss, with_rate(rate), samples(1), {});
        return after.problem().kind == kinds::optimizer_has_a_setting_that_makes_no_sense &&
               after.steps == 0 && after.epochs == 0 && same(after.network, network(1)) &&
               after.state == state{};
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
