#include <ctnn/training/train_in_place.hpp>

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <limits>
#include <memory>
#include <pthread.h>
#include <vector>

#include "../catch.hpp"
#include "../laws/own.hpp"
#include "../laws/own_optimizers.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;

template <class Scalar>
struct setting {
    using model = network<Scalar, input<5>, dense<6, relu>, dense<3, softmax>>;
    using one = sample<typename model::input_type, typename model::output_type>;

    static constexpr std::array<one, 23> samples() {
        seeded::random_numbers numbers(3);
        std::array<one, 23> all{};
        for (one& it : all)
            it = {numbers.array<Scalar, 5>(-1, 1), numbers.distribution<Scalar, 3>()};
        return all;
    }

    template <class Optimizer>
    static constexpr bool is_train(Optimizer const& optimizer, training_options const& options) {
        training_memory<model, detail::state_of<Optimizer, model>> memory;
        initialize(memory.result.network, glorot_uniform{}, 5);
        auto const from = initialize<model>(glorot_uniform{}, 5);
        auto const once = train(from, cross_entropy{}, optimizer, samples(), options);
        auto const expected = train(once, cross_entropy{}, optimizer, samples(), options);
        train_in_place(memory, cross_entropy{}, optimizer, samples(), options);
        auto const& result = train_in_place(memory, cross_entropy{}, optimizer, samples(), options);
        return &result == &memory.result && result.ok() &&
               compare::same_bits(compare::flat(result.network), compare::flat(expected.network)) &&
               result.loss == expected.loss && result.epochs == expected.epochs &&
               result.state == expected.state && !(result.network == from);
    }
};

static_assert(setting<double>::is_train(sgd{.learning_rate = 0.1}, {.epochs = 2}));

// Runs f on a thread that has so little stack.
template <class F>
void on_small_stack(std::size_t bytes, F f) {
    pthread_attr_t attributes;
    REQUIRE(pthread_attr_init(&attributes) == 0);
    REQUIRE(pthread_attr_setstacksize(&attributes, bytes) == 0);
    pthread_t thread;
    auto const run = [](void* what) -> void* {
        (*static_cast<F*>(what))();
        return nullptr;
    };
    REQUIRE(pthread_create(&thread, &attributes, run, &f) == 0);
    REQUIRE(pthread_join(thread, nullptr) == 0);
    pthread_attr_destroy(&attributes);
}

} // namespace

TEMPLATE_TEST_CASE("training in place has the bits of train", "[train_in_place]", float, double) {
    for (std::size_t const batch : {1u, 2u, 4u, 10u, 100u}) {
        CAPTURE(batch);
        training_options const options{
            .epochs = 3, .batch_size = batch, .shuffle = true, .seed = 7};
        CHECK(setting<TestType>::is_train(sgd{.learning_rate = compare::opaque(0.1)}, options));
        CHECK(setting<TestType>::is_train(own::momentum{.learning_rate = compare::opaque(0.1)},
                                          options));
    }
}

TEST_CASE("an epoch that has a problem is undone in place, too", "[train_in_place]") {
    using model = setting<float>::model;
    auto samples = setting<float>::samples();
    samples[20].target[0] = -1;
    for (std::size_t const batch : {1u, 4u}) {
        CAPTURE(batch);
        training_memory<model> memory;
        initialize(memory.result.network, glorot_uniform{}, 5);
        auto const expected =
            train(memory.result.network, cross_entropy{}, sgd{}, samples, {.batch_size = batch});
        auto const& result =
            train_in_place(memory, cross_entropy{}, sgd{}, samples, {.batch_size = batch});
        CHECK(result.problem() ==
              training_problem{training_problem::kinds::loss_is_not_finite, 0, 20});
        CHECK(result.problem() == expected.problem());
        CHECK((result.network == initialize<model>(glorot_uniform{}, 5)));
        CHECK(result.loss != result.loss);
        // It stays as it is until it is mended.
        samples[20].target[0] = 1;
        CHECK_FALSE(train_in_place(memory, cross_entropy{}, sgd{}, samples, {}).ok());
        memory.result.stopped_by = {};
        CHECK(train_in_place(memory, cross_entropy{}, sgd{}, samples, {}).ok());
        samples[20].target[0] = -1;
    }
}

TEST_CASE("a training that completes no epoch has no loss, and never one of 0", "[train]") {
    using model = setting<double>::model;
    auto const samples = setting<double>::samples();
    auto const result = train(model{}, cross_entropy{}, sgd{-1}, samples, {});
    CHECK(result.loss != result.loss);
    // Later ones keep that of the last complete epoch, whose network they keep.
    auto const good = train(model{}, cross_entropy{}, sgd{}, samples, {});
    auto const stopped = train(good, cross_entropy{}, sgd{-1}, samples, {});
    CHECK_FALSE(stopped.ok());
    CHECK(stopped.loss == good.loss);
    CHECK(stopped.epochs == 1);
}

TEST_CASE("initialize into a network gives what initialize gives", "[initialize]") {
    using model = network<float, input<5>, own::scale, dense<6, relu>, dense<3>>;
    model net = seeded::random_numbers(1).network<model>();
    initialize(net, he_normal{}, 42);
    CHECK((net == initialize<model>(he_normal{}, 42)));
}

TEST_CASE("784-512-512-10 trains on a stack of 128 kB", "[train_in_place]") {
    using model =
        network<float, input<784>, dense<512, relu>, dense<512, relu>, dense<10, softmax>>;
    using image = sample<model::input_type, model::output_type>;
    auto const memory = std::make_unique<training_memory<model>>();
    std::vector<image> images(2);
    seeded::random_numbers draw(1);
    for (auto& [input, target] : images) {
        input = draw.array<float, 784>(0, 1);
        target[0] = 1;
    }
    bool worked = false;
    on_small_stack(128 * 1024, [&] {
        auto& result = memory->result;
        initialize(result.network, he_uniform{}, 1);
        auto const before =
            loss(result.network, cross_entropy{}, images[0].input, images[0].target);
        worked = train_in_place(*memory, cross_entropy{}, sgd{}, images, {}).ok() &&
                 train_in_place(*memory, cross_entropy{}, sgd{}, images, {.batch_size = 2}).ok();
        train_step(result, cross_entropy{}, sgd{}, images[0].input, images[0].target);
        worked =
            worked && result.ok() && result.epochs == 2 &&
            loss(result.network, cross_entropy{}, images[0].input, images[0].target) < before &&
            accuracy(result.network, images) == 1;
    });
    CHECK(worked);
}
