#include <ctnn/network/network.hpp>
#include <ctnn/training/train.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/binary_cross_entropy.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/loss.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <memory>
#include <span>
#include <vector>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

// What holds for every optimizer is in laws/optimizer_laws.hpp: batches, going on, equal bits.

namespace {

using namespace ctnn;

using model = network<double, input<2>, dense<4, ctnn::tanh>, dense<1, sigmoid>>;
using one = sample<std::array<double, 2>, std::array<double, 1>>;
constexpr std::array<one, 4> exclusive_or{one{{0, 0}, {0}}, one{{0, 1}, {1}}, one{{1, 0}, {1}},
                                          one{{1, 1}, {0}}};
constexpr model start = seeded::random_numbers(3).network<model>();
constexpr binary_cross_entropy loss_of_bits{};

// The compiler learns, and the machine learns the same.
constexpr auto ten = train(start, loss_of_bits, sgd{.learning_rate = 0.5}, exclusive_or,
                           {.epochs = 10, .shuffle = true, .seed = 5});
static_assert(ten.ok() && ten.epochs == 10);

constexpr auto five = train(start, loss_of_bits, sgd{.learning_rate = 0.5}, exclusive_or,
                            {.epochs = 5, .shuffle = true, .seed = 5});
constexpr auto five_more = train(five, loss_of_bits, sgd{.learning_rate = 0.5}, exclusive_or,
                                 {.epochs = 5, .shuffle = true, .seed = 5});
static_assert(compare::flat(five_more.network) == compare::flat(ten.network));
static_assert(five_more.loss == ten.loss && five_more.epochs == 10);

} // namespace

TEST_CASE("training has the same bits in the compiler and on the machine", "[train]") {
    auto const result = train(compare::opaque(start), loss_of_bits, sgd{.learning_rate = 0.5},
                              exclusive_or, {.epochs = 10, .shuffle = true, .seed = 5});
    CHECK(compare::same_bits(compare::flat(result.network), compare::flat(ten.network)));
    CHECK(compare::same_bits(result.loss, ten.loss));
}

TEST_CASE("a network learns the exclusive or", "[train]") {
    auto const result =
        train(start, loss_of_bits, sgd{.learning_rate = 0.5}, exclusive_or, {.epochs = 3000});
    REQUIRE(result.ok());
    CHECK(result.loss < 0.02);
    for (auto const& [input, target] : exclusive_or)
        CHECK(result.network(input)[0] == Approx(target[0]).margin(0.05));
}

TEST_CASE("the reported loss is the mean over the epoch, before each sample's step", "[train]") {
    auto net = start;
    double sum = 0;
    for (auto const& [input, target] : exclusive_or) {
        auto const back = backpropagate(net, loss_of_bits, input, target);
        sum += back.loss;
        net = sgd{.learning_rate = 0.5}.update(net, back.gradient);
    }
    auto const result = train(start, loss_of_bits, sgd{.learning_rate = 0.5}, exclusive_or, {});
    CHECK(result.loss == sum / 4);
    CHECK(result.network == net);
    auto const whole = train(start, loss_of_bits, sgd{}, exclusive_or, {.batch_size = 4});
    double before = 0;
    for (auto const& [input, target] : exclusive_or)
        before += loss(start, loss_of_bits, input, target);
    CHECK(whole.loss == before / 4);
}

TEST_CASE("the reported loss does not err more with more samples", "[train]") {
    // So slow a rate that every loss is the same.
    using line = network<float, input<1>, dense<1>>;
    using sample_of_line = sample<std::array<float, 1>, std::array<float, 1>>;
    std::vector<sample_of_line> const samples(100'000, sample_of_line{{1}, {0.3F}});
    for (std::size_t const batch_size : std::array<std::size_t, 4>{1, 32, 99, 100'000})
        CHECK(train(line{}, mean_squared_error{}, sgd{.learning_rate = 1e-30}, samples,
                    {.batch_size = batch_size})
                  .loss == 0.3F * 0.3F);
    constexpr auto in_compiler = [] {
        std::array<sample_of_line, 1000> few{};
        for (auto& one : few)
            one = {{1}, {0.3F}};
        return train(line{}, mean_squared_error{}, sgd{.learning_rate = 1e-30}, few, {}).loss;
    }();
    static_assert(in_compiler == 0.3F * 0.3F);
}

TEST_CASE("a batch larger than the set is the set", "[train]") {
    auto const all = train(start, loss_of_bits, sgd{}, exclusive_or, {.batch_size = 4});
    auto const more = train(start, loss_of_bits, sgd{}, exclusive_or, {.batch_size = 1000});
    CHECK(all.network == more.network);
    CHECK(all.network != start);
}

TEST_CASE("shuffling changes the order from epoch to epoch and from seed to seed", "[train]") {
    auto const learn = [](training_options const& options) {
        return train(start, loss_of_bits, sgd{.learning_rate = 0.5}, exclusive_or, options).network;
    };
    CHECK(learn({.epochs = 3, .seed = 1}) == learn({.epochs = 3, .seed = 2}));
    CHECK(learn({.epochs = 3, .shuffle = true, .seed = 1}) !=
          learn({.epochs = 3, .shuffle = true, .seed = 2}));
    CHECK(learn({.epochs = 3, .shuffle = true, .seed = 1}) != learn({.epochs = 3}));
    // The second epoch has an order of its own, not that of a first one.
    auto const second =
        train(learn({.shuffle = true, .seed = 1}), loss_of_bits, sgd{.learning_rate = 0.5},
              exclusive_or, {.shuffle = true, .seed = 1});
    CHECK(learn({.epochs = 2, .shuffle = true, .seed = 1}) != second.network);
    // Each epoch visits every sample once: of a batch of all, order leaves only rounding.
    CHECK(compare::near(compare::flat(learn({.epochs = 5, .batch_size = 4, .shuffle = true})),
                        compare::flat(learn({.epochs = 5, .batch_size = 4})), 64));
}

TEST_CASE("no epochs change nothing", "[train]") {
    auto const result = train(start, loss_of_bits, sgd{}, exclusive_or, {.epochs = 0});
    CHECK(result.ok());
    CHECK(result.network == start);
    CHECK(result.epochs == 0);
    // A loss of 0 would look like a training that could not be better.
    CHECK(result.loss != result.loss);
    CHECK(train(result, loss_of_bits, sgd{}, exclusive_or, {.epochs = 0}).loss != 0);
    auto const once = train(start, loss_of_bits, sgd{}, exclusive_or, {});
    CHECK(train(once, loss_of_bits, sgd{}, exclusive_or, {.epochs = 0}).loss == once.loss);
    static_assert(train(start, loss_of_bits, sgd{}, exclusive_or, {.epochs = 0}).loss != 0);
    using fixed = ctnn::fixed_point<3, 12>;
    using small = network<fixed, input<1>, dense<1>>;
    std::array const one_sample{
        sample<small::input_type, small::output_type>{{fixed(1)}, {fixed(1)}}};
    CHECK(train(small{}, mean_squared_error{}, sgd{}, one_sample, {.epochs = 0}).loss ==
          ctnn::detail::no_loss<fixed>);
}

TEST_CASE("samples can be any contiguous range", "[train]") {
    std::vector<one> const as_vector(exclusive_or.begin(), exclusive_or.end());
    one const as_array[]{exclusive_or[0], exclusive_or[1], exclusive_or[2], exclusive_or[3]};
    auto const expected = train(start, loss_of_bits, sgd{}, exclusive_or, {}).network;
    CHECK(train(start, loss_of_bits, sgd{}, as_vector, {}).network == expected);
    CHECK(train(start, loss_of_bits, sgd{}, as_array, {}).network == expected);
    CHECK(train(start, loss_of_bits, sgd{}, std::span(as_vector), {}).network == expected);
    CHECK(train(start, loss_of_bits, sgd{}, std::span<one const, 4>(as_array), {}).network ==
          expected);
}

TEST_CASE("a network of 784, 128 and 10 learns without blowing the stack", "[train]") {
    using digits = network<float, input<784>, dense<128, relu>, dense<10, softmax>>;
    using image = sample<digits::input_type, digits::output_type>;
    auto const net = std::make_unique<digits>();
    seeded::random_numbers draw(1);
    for (float& weight : net->layer<0>().weights.values)
        weight = static_cast<float>(draw(-0.05, 0.05));
    for (float& weight : net->layer<1>().weights.values)
        weight = static_cast<float>(draw(-0.1, 0.1));
    std::vector<image> images(3);
    for (auto& [input, target] : images) {
        input = draw.array<float, 784>(0, 1);
        target[0] = 1;
    }
    float before = 0;
    for (auto const& [input, target] : images)
        before += loss(*net, cross_entropy{}, input, target) / 3;
    for (std::size_t const batch : {1u, 3u}) {
        auto const result = std::make_unique<training_result<digits>>(
            train(*net, cross_entropy{}, sgd{.learning_rate = 0.01}, images,
                  {.epochs = 3, .batch_size = batch}));
        REQUIRE(result->ok());
        CHECK(result->loss < before);
        CHECK((*net)(images[0].input) != result->network(images[0].input));
    }
}
