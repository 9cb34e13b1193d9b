#include <array>
#include <cstddef>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/optimizer/adam.hpp>
#include <ctnn/optimizer/adamw.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/optimizer/sgd_momentum.hpp>
#include <ctnn/training/train.hpp>
#include <ctnn/training/train_in_place.hpp>
#include <ctnn/training/train_step.hpp>
#include <ctnn/training/trained.hpp>
#include <span>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/plain_training.hpp"
#include "oracle/optimizers.hpp"

// Every optimizer takes PyTorch's steps, on every path that a training can go; and all paths have the same bits.

namespace {

using namespace ctnn;

using model = network<double, input<3>, dense<5, ctnn::tanh>, dense<2>>;
using one = sample<model::input_type, model::output_type>;
constexpr std::size_t count = std::size(optimizer_oracle::inputs);
constexpr auto start = compare::network_of<model>(optimizer_oracle::start);
constexpr mean_squared_error loss{};
constexpr std::array<one, count> all_samples = [] {
    std::array<one, count> all{};
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < 3; ++k)
            all[i].input[k] = optimizer_oracle::inputs[i][k];
        for (std::size_t k = 0; k < 2; ++k)
            all[i].target[k] = optimizer_oracle::targets[i][k];
    }
    return all;
}();

// 50 steps are whole epochs and a part of one, in batches of one or of five.
constexpr std::size_t steps_of_epoch(std::size_t batch_size) {
    return (count + batch_size - 1) / batch_size;
}
template <class Train>
constexpr void in_parts(std::size_t batch_size, Train const& train_part) {
    std::size_t const each = steps_of_epoch(batch_size);
    std::span<one const> const all(all_samples);
    train_part(all, optimizer_oracle::steps / each);
    if (std::size_t const left = optimizer_oracle::steps % each; left > 0)
        train_part(all.first(left * batch_size), std::size_t{1});
}

// The reference: backpropagate, and then update, number by number.
template <class Optimizer>
constexpr auto plainly(Optimizer const& optimizer, std::size_t batch_size) {
    plain::training<model, Optimizer> training{start};
    in_parts(batch_size, [&](auto samples, std::size_t epochs) {
        for (std::size_t epoch = 0; epoch < epochs; ++epoch)
            training.epoch(loss, optimizer, samples, batch_size);
    });
    return training;
}

template <class Optimizer>
using result_of = training_result<model, detail::state_of<Optimizer, model>>;

template <class Optimizer>
constexpr auto by_train(model const& from, Optimizer const& optimizer, std::size_t batch_size) {
    result_of<Optimizer> result{from};
    in_parts(batch_size, [&](auto samples, std::size_t epochs) {
        result =
            train(result, loss, optimizer, samples, {.epochs = epochs, .batch_size = batch_size});
    });
    return result;
}

template <class Optimizer>
auto in_place(Optimizer const& optimizer, std::size_t batch_size) {
    training_memory<model, detail::state_of<Optimizer, model>> memory{};
    memory.result.network = start;
    in_parts(batch_size, [&](auto samples, std::size_t epochs) {
        train_in_place(memory, loss, optimizer, samples,
                       {.epochs = epochs, .batch_size = batch_size});
    });
    return memory.result;
}

template <class Optimizer>
auto step_by_step(Optimizer const& optimizer) {
    result_of<Optimizer> learner{start};
    for (std::size_t i = 0; i < optimizer_oracle::steps; ++i)
        train_step(learner, loss, optimizer, all_samples[i % count].input,
                   all_samples[i % count].target);
    return learner;
}

template <auto const& Optimizer, std::size_t BatchSize>
struct recipe {
    static constexpr auto& network = start;
    static constexpr auto& loss = ::loss;
    static constexpr auto& optimizer = Optimizer;
    static constexpr auto& samples = all_samples;
    static constexpr std::size_t epochs = 3;
    static constexpr std::size_t batch_size = BatchSize;
};

template <auto const& Optimizer, std::size_t BatchSize>
void check_in_constants() {
    constexpr auto in_a_constant =
        train(start, loss, Optimizer, all_samples, {.epochs = 3, .batch_size = BatchSize});
    constexpr auto& in_slices = trained<recipe<Optimizer, BatchSize>>;
    plain::training<model, std::remove_cvref_t<decltype(Optimizer)>> expected{start};
    for (int epoch = 0; epoch < 3; ++epoch)
        expected.epoch(loss, Optimizer, all_samples, BatchSize);
    CHECK(expected.is_that_of(in_a_constant));
    CHECK(compare::same_bits(compare::flat(in_slices.network), compare::flat(expected.net)));
}

template <class Optimizer>
void check(Optimizer const& optimizer, optimizer_oracle::trained const& torch) {
    for (std::size_t const batch_size : {1u, 5u}) {
        CAPTURE(batch_size);
        auto const expected = plainly(optimizer, batch_size);
        auto const& wanted = batch_size == 1 ? torch.one_by_one : torch.batches;
        auto const numbers = compare::flat(expected.net);
        for (std::size_t k = 0; k < numbers.size(); ++k)
            CHECK(numbers[k] == Approx(wanted[k]).epsilon(0).margin(1e-12));
        CHECK(expected.steps == optimizer_oracle::steps);
        CHECK(expected.is_that_of(by_train(compare::opaque(start), optimizer, batch_size)));
        CHECK(expected.is_that_of(in_place(optimizer, batch_size)));
    }
    CHECK(plainly(optimizer, 1).is_that_of(step_by_step(optimizer)));
}

constexpr sgd plain_sgd{.learning_rate = 0.05};
constexpr sgd_momentum heavy{.learning_rate = 0.02, .momentum = 0.8};
constexpr sgd_momentum nesterov{.learning_rate = 0.02, .momentum = 0.8, .nesterov = true};
constexpr adam usual{.learning_rate = 0.01};
constexpr adam other{.learning_rate = 0.03, .beta1 = 0.7, .beta2 = 0.95, .epsilon = 0.01};
constexpr adamw usual_decay{.learning_rate = 0.01};
constexpr adamw other_decay{
    .learning_rate = 0.03, .beta1 = 0.6, .beta2 = 0.9, .epsilon = 1e-3, .weight_decay = 0.25};

// 50 steps in one constant.
template <class Optimizer>
constexpr bool is_the_same_in_a_constant(Optimizer const& optimizer) {
    return plainly(optimizer, 1).is_that_of(by_train(start, optimizer, 1));
}
static_assert(is_the_same_in_a_constant(heavy) && is_the_same_in_a_constant(usual));

} // namespace

TEST_CASE("the optimizers take PyTorch's steps", "[optimizer]") {
    check(plain_sgd, optimizer_oracle::sgd);
    check(heavy, optimizer_oracle::sgd_momentum);
    check(nesterov, optimizer_oracle::nesterov);
    check(usual, optimizer_oracle::adam);
    check(other, optimizer_oracle::adam_with_other_settings);
    check(usual_decay, optimizer_oracle::adamw);
    check(other_decay, optimizer_oracle::adamw_with_other_settings);
}

TEST_CASE("the optimizers have the same bits in constants", "[optimizer]") {
    check_in_constants<plain_sgd, 1>();
    check_in_constants<plain_sgd, 5>();
    check_in_constants<heavy, 1>();
    check_in_constants<heavy, 5>();
    check_in_constants<nesterov, 1>();
    check_in_constants<usual, 1>();
    check_in_constants<usual, 5>();
    check_in_constants<usual_decay, 1>();
    check_in_constants<other_decay, 5>();
}
