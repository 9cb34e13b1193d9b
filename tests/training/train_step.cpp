#include <ctnn/training/train_step.hpp>

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <limits>
#include <string_view>

#include "../catch.hpp"
#include "../laws/own_optimizers.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;

// An optimizer that refuses all of its settings.
struct never_valid : own::momentum {
    template <class Scalar>
    static constexpr char const* problem() {
        return "kept is never right";
    }
};

template <class Scalar, class Loss, class... Layers>
struct setting {
    using model = network<Scalar, input<5>, Layers...>;
    using one = sample<typename model::input_type, typename model::output_type>;

    static constexpr std::array<one, 7> samples() {
        seeded::random_numbers numbers(3);
        std::array<one, 7> all{};
        for (one& it : all)
            it = {numbers.array<Scalar, 5>(-1, 1),
                  numbers.distribution<Scalar, model::output_size>()};
        return all;
    }

    // Step by step, and all at once by train, which is tested against numpy.
    template <class Optimizer>
    static constexpr bool agrees(Optimizer const& optimizer) {
        auto const from = initialize<model>(glorot_uniform{}, 5);
        training_result<model, detail::state_of<Optimizer, model>> learner{from};
        Scalar total = 0;
        bool same = true;
        for (auto const& it : samples()) {
            Scalar const loss = train_step(learner, Loss{}, optimizer, it.input, it.target);
            same = same && learner.loss == loss;
            total += loss;
        }
        auto const expected = train(from, Loss{}, optimizer, samples(), {.epochs = 1});
        same = same && learner.ok() && expected.ok() &&
               compare::near(expected.loss, static_cast<double>(total) / 7, 7) &&
               learner.network == expected.network && learner.steps == expected.steps;
        if constexpr (!std::is_empty_v<detail::state_of<Optimizer, model>>)
            same = same && learner.state == expected.state;
        return same;
    }
};

template <class Scalar>
using classes = setting<Scalar, cross_entropy, dense<6, relu>, dense<3, softmax>>;
template <class Scalar>
using numbers = setting<Scalar, mean_squared_error, dense<4, ctnn::tanh>, dense<2>>;

static_assert(classes<double>::agrees(sgd{.learning_rate = 0.1}));

} // namespace

TEMPLATE_TEST_CASE("steps are those of train with batches of one", "[train_step]", float, double) {
    CHECK(classes<TestType>::agrees(sgd{.learning_rate = compare::opaque(0.1)}));
    CHECK(numbers<TestType>::agrees(sgd{.learning_rate = compare::opaque(0.1)}));
    CHECK(numbers<TestType>::agrees(sgd_momentum{.learning_rate = compare::opaque(0.1)}));
    CHECK(classes<TestType>::agrees(adam{.learning_rate = compare::opaque(0.1)}));
    CHECK(classes<TestType>::agrees(own::momentum{compare::opaque(0.1)}));
    CHECK(classes<TestType>::agrees(own::clipped<adamw>{{.learning_rate = compare::opaque(0.1)}}));
}

TEST_CASE("a sample that is not finite teaches nothing", "[train_step]") {
    using model = classes<float>::model;
    auto const from = initialize<model>(glorot_uniform{}, 5);
    training_result<model> learner{from};
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    float const loss = train_step(learner, cross_entropy{}, sgd{.learning_rate = 0.1},
                                  {1, 2, nan, 4, 5}, {1, 0, 0});
    CHECK(loss != loss);
    CHECK(learner.loss != learner.loss);
    CHECK(learner.network == from);
    CHECK(learner.problem() == training_problem{training_problem::kinds::loss_is_not_finite, 0, 0});
}

namespace {

// What a refused step leaves, and what it says.
template <class Loss, class Optimizer>
training_problem refused(Loss const& loss, Optimizer const& optimizer) {
    using model = network<float, input<2>, dense<2, sigmoid>>;
    auto const from = initialize<model>(glorot_uniform{}, 5);
    training_result<model, detail::state_of<Optimizer, model>> learner{from};
    float const value = train_step(learner, loss, optimizer, {1, 2}, {1, 0});
    CHECK((learner.network == from));
    CHECK(compare::same_bits(value, learner.loss));
    // As train does.
    std::array<sample<model::input_type, model::output_type>, 1> const all{{{{1, 2}, {1, 0}}}};
    auto const result = train(from, loss, optimizer, all, {});
    CHECK(result.problem() == learner.problem());
    CHECK((result.network == from));
    return learner.problem();
}
std::string_view sentence(training_problem const& problem) {
    return problem.message();
}

} // namespace

TEST_CASE("a step with settings that make no sense teaches nothing", "[train_step]") {
    using kinds = training_problem::kinds;
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (double const rate : {nan, -5.0, infinity, -infinity})
        CHECK(sentence(refused(binary_cross_entropy{}, sgd{compare::opaque(rate)})) ==
              "learning_rate is negative or not finite");
    for (double const delta : {nan, -1.0, 0.0})
        CHECK(refused(huber{.delta = compare::opaque(delta)}, sgd{}).kind ==
              kinds::loss_has_a_setting_that_makes_no_sense);
    CHECK(refused(huber{.delta = 0}, own::momentum{}).kind ==
          kinds::loss_has_a_setting_that_makes_no_sense);
    CHECK(sentence(refused(huber{}, never_valid{})) == "kept is never right");
    CHECK(refused(huber{}, never_valid{}).kind ==
          kinds::optimizer_has_a_setting_that_makes_no_sense);
}
