#include <ctnn/layer/batch_norm.hpp>

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <type_traits>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"
#include "example.hpp"
#include "oracle/batch_norm.hpp"

namespace {

using namespace ctnn;

// By hand: 3 (x - 1) / sqrt(4) + 5 and -(x + 2) / sqrt(0.25), without an epsilon.
using plain = network<double, input<2, 2>, basic_batch_norm<0>>;
constexpr plain two{{{3, -1}, {5, 0}, {1, -2}, {4, 0.25}}};
static_assert(two({3, 0, 1, -2.5}) == std::array<double, 4>{8, -4, 5, 1});

// What initialize gives changes nothing but for epsilon.
constexpr auto fresh = initialize<plain>(he_uniform{}, 1);
static_assert(fresh({3, 0, 1, -2.5}) == std::array<double, 4>{3, 0, 1, -2.5});
static_assert(detail::frozen_members<plain::stage<0>::parameters> == 2);

namespace oracle = batch_norm_oracle;
static_assert(layers::holds<input<2, 2, 3>, batch_norm>(oracle::of_an_image));

// Mean and variance, which no training may move.
using model = network<float, input<3>, dense<4>, batch_norm, relu,
                      residual<batch_norm, dense<4>, batch_norm>, dense<2, softmax>>;
constexpr auto start = seeded::random_numbers(41).network<model>();
constexpr auto samples = [] {
    seeded::random_numbers draw(42);
    std::array<sample<model::input_type, model::output_type>, 21> all{};
    for (auto& one : all)
        one = {draw.array<float, 3>(), draw.distribution<float, 2>()};
    return all;
}();

// How many numbers a training moved, and whether all of them are trained.
struct moved {
    std::size_t count = 0;
    bool all_trained = true;
};
constexpr moved moved_to(model const& net) {
    constexpr auto trained = compare::trained<model>();
    auto const before = compare::flat(start), after = compare::flat(net);
    moved found;
    for (std::size_t i = 0; i < before.size(); ++i)
        if (!compare::same_bits(before[i], after[i])) {
            ++found.count;
            found.all_trained = found.all_trained && trained[i];
        }
    return found;
}
constexpr std::size_t frozen = 3 * 8;
template <class Optimizer>
constexpr bool only_trains(Optimizer const& optimizer, training_options const& options) {
    auto const found = moved_to(train(start, cross_entropy{}, optimizer, samples, options).network);
    return found.all_trained && found.count > (model::parameter_count - frozen) / 2;
}
// Weight decay would move numbers whose derivative is 0.
constexpr adamw decay{.learning_rate = 0.1, .weight_decay = 0.5};
static_assert(only_trains(decay, {.epochs = 1}) && only_trains(sgd{}, {.batch_size = 4}));

struct recipe {
    static constexpr auto network = start;
    static constexpr auto loss = cross_entropy{};
    static constexpr auto optimizer = decay;
    static constexpr auto& samples = ::samples;
    static constexpr std::size_t epochs = 1;
};
static_assert(moved_to(trained<recipe>.network).all_trained);

} // namespace

TEST_CASE("batch norm and its derivatives are PyTorch's", "[layer]") {
    using layers::check_example;
    check_example<input<2, 2, 3>, batch_norm>(oracle::of_an_image, 64);
    check_example<input<4, 2>, batch_norm>(oracle::of_a_sequence, 64);
    check_example<input<5>, batch_norm>(oracle::of_a_row, 64);
    check_example<input<3, 1, 2>, basic_batch_norm<1e-3>>(oracle::as_in_keras, 64);
}

TEST_CASE("no training moves mean and variance", "[layer]") {
    for (std::size_t batch_size : {1U, 4U, 21U}) {
        CAPTURE(batch_size);
        CHECK(only_trains(decay, {.epochs = 2, .batch_size = batch_size}));
        CHECK(only_trains(adam{}, {.epochs = 2, .batch_size = batch_size}));
        CHECK(only_trains(sgd_momentum{}, {.epochs = 2, .batch_size = batch_size}));
        CHECK(only_trains(sgd{}, {.epochs = 2, .batch_size = batch_size}));
    }
    learner_of<model, adamw> learner{start, {}, 0, 0};
    train_step(learner, cross_entropy{}, decay, samples[0].input, samples[0].target);
    auto const back =
        backpropagate(learner.network, cross_entropy{}, samples[1].input, samples[1].target);
    apply_gradient(learner, decay, back.gradient);
    auto const found = moved_to(learner.network);
    CHECK(found.all_trained);
    CHECK(found.count > 20);
    CHECK(moved_to(sgd{.learning_rate = 1}.update(start, back.gradient)).all_trained);
}

TEST_CASE("for_each_parameter leaves out mean and variance", "[layer]") {
    std::size_t count = 0;
    for_each_parameter([&count](float const&) { ++count; }, start);
    CHECK(count == model::parameter_count - frozen);
}

TEST_CASE("batch norm goes step by step", "[layer]") {
    using whole = network<float, input<4, 2>, gru<3>, batch_norm, over_time<dense<1>>>;
    auto const over = seeded::random_numbers(43).network<whole>();
    auto const x = seeded::random_numbers(44).array<float, 8>();
    auto const live = streamed(over);
    stream_of<whole>::state state;
    auto const y = over(x);
    for (std::size_t t = 0; t < 4; ++t)
        CHECK(compare::same_bits(live.step(state, {x[2 * t], x[2 * t + 1]}), std::array{y[t]}));
}

TEST_CASE("batch norm computes in fixed point", "[layer]") {
    using number = fixed_point<7, 8>;
    auto const fixed = convert<number>(two);
    CHECK(fixed({number(3), number(0), number(1), number(-2.5)}) ==
          std::array{number(8), number(-4), number(5), number(1)});
}
