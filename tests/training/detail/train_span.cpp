#include <ctnn/training/detail/train_span.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/concept/optimizer.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/dual.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/train.hpp>

#include "../../catch.hpp"
#include "../../laws/own.hpp"
#include "../../laws/own_optimizers.hpp"
#include "../../support/compare.hpp"
#include "../../support/random_numbers.hpp"

namespace {

using namespace ctnn;

constexpr std::size_t count = 5;
constexpr std::size_t epochs = 3;

template <class Network>
constexpr auto samples_of(std::uint32_t seed) {
    using scalar = typename Network::scalar;
    seeded::random_numbers draw(seed);
    std::array<sample<typename Network::input_type, typename Network::output_type>, count> all{};
    for (auto& one : all) {
        one.input = draw.array<scalar, Network::input_size>();
        one.input[0] = scalar(0); // a row that the compiler skips
        one.target = draw.distribution<scalar, Network::output_size>();
    }
    return all;
}

// Where the spans end: all at once, with the epochs, inside of epochs and batches, after each sample.
constexpr std::array all_at_once{count * epochs};
constexpr std::array with_the_epochs{count, 2 * count, 3 * count};
constexpr std::array inside{std::size_t{1}, std::size_t{4}, std::size_t{7}, std::size_t{13},
                            3 * count};
constexpr auto each_sample = [] {
    std::array<std::size_t, count * epochs> ends{};
    for (std::size_t i = 0; i < ends.size(); ++i)
        ends[i] = i + 1;
    return ends;
}();

constexpr std::array settings{
    training_options{.epochs = epochs},
    training_options{.epochs = epochs, .shuffle = true, .seed = 3},
    training_options{.epochs = epochs, .batch_size = 2, .shuffle = true, .seed = 4},
    training_options{.epochs = epochs, .batch_size = 3},
    training_options{.epochs = epochs, .batch_size = count, .shuffle = true, .seed = 5},
};

template <class Network, class Optimizer>
struct training {
    using scalar = typename Network::scalar;
    using state = ctnn::detail::state_of<Optimizer, Network>;
    static constexpr Optimizer optimizer{.learning_rate = 0.25};
    static constexpr cross_entropy loss{};
    static constexpr Network start(std::uint32_t seed) {
        return seeded::random_numbers(seed).network<Network>();
    }

    struct outcome {
        Network net{};
        state past{};
        std::array<scalar, epochs> losses{};
        bool ok = true;
    };

    template <bool Batches, std::size_t Spans>
    static constexpr outcome in_spans(training_options const& options,
                                      std::array<std::size_t, Spans> const& ends) {
        outcome o;
        compiler::progress<Network, state, Batches> at(start(1));
        std::size_t begin = 0;
        std::size_t epoch = 0;
        for (std::size_t const end : ends) {
            auto const problem = compiler::train_span(
                at, loss, optimizer, samples_of<Network>(2), options, {0, begin, end},
                [&](scalar mean) { o.losses[epoch++] = mean; });
            o.ok = o.ok && problem.kind == training_problem::kinds::none;
            begin = end;
        }
        o.net = at.network();
        o.past = at.memory.state();
        o.ok = o.ok && epoch == epochs;
        return o;
    }

    static outcome on_the_machine(training_options options, std::uint32_t seed) {
        outcome o;
        options.epochs = 1;
        training_result<Network, state> result{start(seed)};
        for (auto& mean : o.losses) {
            result = train(result, loss, optimizer, samples_of<Network>(seed + 1), options);
            mean = result.loss;
        }
        o.net = result.network;
        o.past = result.state;
        o.ok = result.ok();
        return o;
    }

    static bool same(outcome const& a, outcome const& b) {
        return compare::same_bits(a.net, b.net) && a.past == b.past &&
               compare::same_bits(a.losses, b.losses) && a.ok && b.ok;
    }

    template <std::size_t Setting>
    static void check() {
        constexpr auto options = settings[Setting];
        constexpr bool batches = options.batch_size > 1 || !std::is_same_v<Optimizer, sgd>;
        constexpr std::array found{
            in_spans<batches>(options, all_at_once), in_spans<batches>(options, with_the_epochs),
            in_spans<batches>(options, inside), in_spans<batches>(options, each_sample)};
        auto const expected = on_the_machine(options, compare::opaque(std::uint32_t{1}));
        CAPTURE(Setting);
        for (auto const& one : found)
            CHECK(same(one, expected));
    }
    template <std::size_t... Setting>
    static void check_all(std::index_sequence<Setting...>) {
        (check<Setting>(), ...);
    }
};

template <class Scalar>
using model = network<Scalar, input<3>, dense<5, relu>, own::scale, dense<2, softmax>>;

} // namespace

TEMPLATE_TEST_CASE("a training in spans has the bits of one on the machine", "[compiler]", float,
                   double) {
    constexpr std::make_index_sequence<settings.size()> all;
    training<model<TestType>, sgd>::check_all(all);
}

TEST_CASE("an optimizer with a memory goes on from span to span", "[compiler]") {
    training<model<double>, own::momentum>::check<1>();
    training<model<double>, own::momentum>::check<2>();
}

TEST_CASE("a network of dual numbers is trained in the compiler, too", "[compiler]") {
    training<model<dual<double>>, sgd>::check<1>();
    training<model<dual<double>>, sgd>::check<2>();
}

TEST_CASE("a span that has a problem says so", "[compiler]") {
    using kinds = training_problem::kinds;
    using net = model<double>;
    constexpr auto with = [](double target) {
        auto samples = samples_of<net>(2);
        samples[3].target[1] = target;
        compiler::progress<net, no_state, false> at(training<net, sgd>::start(1));
        return compiler::train_span(at, cross_entropy{}, sgd{}, samples, {.epochs = 2},
                                    {0, 0, 2 * count}, [](double) {});
    };
    constexpr auto problem = with(compare::not_a_number<double>);
    STATIC_REQUIRE(problem == training_problem{kinds::sample_is_not_finite, 0, 3});
    STATIC_REQUIRE(with(0.5) == training_problem{});
}
