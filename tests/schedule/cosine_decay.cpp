#include <ctnn/schedule/cosine_decay.hpp>

#include <array>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/optimizer.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/optimizer/adam.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/train.hpp>
#include <string>

#include "../catch.hpp"
#include "../support/compare.hpp"

namespace {

using namespace ctnn;

// Rates of torch.optim.lr_scheduler.CosineAnnealingLR(SGD(lr=0.1), T_max=8, eta_min=0.02), version 1.13, for its first
// eight steps; after them this schedule stays at the last rate.
constexpr std::array<double, 11> rates{0.1,
                                       0.0969551813004515,
                                       0.08828427124746191,
                                       0.07530733729460361,
                                       0.06,
                                       0.044692662705396406,
                                       0.031715728752538105,
                                       0.023044818699548527,
                                       0.02,
                                       0.02,
                                       0.02};
constexpr cosine_decay<sgd> schedule{
    .optimizer = {.learning_rate = 0.1}, .steps = 8, .final_learning_rate = 0.02};

using model = network<double, input<2>, dense<2, ctnn::tanh>>;
using samples_type = std::array<ctnn::sample<model::input_type, model::output_type>, 3>;
constexpr samples_type samples{
    {{{0.5, -1}, {1, 0}}, {{2, 0.25}, {0, 0.5}}, {{-0.5, 1}, {-0.5, 0}}}};
constexpr model start{{{{0.5, -0.25}, {0.125, 1}}, {0, 0.5}}};

// The schedule's steps are those of the optimizer with the rate of each step, however the training is done.
template <class Optimizer, class With>
constexpr bool is_step_by_step(Optimizer const& scheduled, With const& with,
                               training_options const& options) {
    auto const whole = train(start, mean_squared_error{}, scheduled, samples, options);
    auto parts = train(start, mean_squared_error{}, with(0), samples, {.epochs = 0});
    for (std::size_t epoch = 0; epoch < options.epochs; ++epoch)
        for (std::size_t i = 0; i < samples.size(); ++i) {
            std::array const one{samples[i]};
            parts.stopped_by = {};
            parts = train(parts, mean_squared_error{}, with(parts.steps), one, {.epochs = 1});
        }
    return whole.network == parts.network && whole.steps == parts.steps &&
           whole.steps == samples.size() * options.epochs;
}
constexpr auto sgd_at = [](std::size_t step) {
    return sgd{.learning_rate = schedule.at<double>(step).rate};
};
static_assert(is_step_by_step(schedule, sgd_at, {.epochs = 4}));

struct without_problem {
    double learning_rate = 1;
    template <class Scalar>
    constexpr auto at() const {
        return kernel::descent<Scalar>{static_cast<Scalar>(learning_rate)};
    }
};

} // namespace

TEST_CASE("cosine_decay has PyTorch's rates and stays at the last", "[schedule]") {
    for (std::size_t step = 0; step < rates.size(); ++step) {
        CAPTURE(step);
        CHECK(compare::near(schedule.at<double>(step).rate, rates[step], 4));
        auto const in_float = static_cast<double>(schedule.at<float>(step).rate);
        CHECK(in_float == Approx(rates[step]).epsilon(1e-6));
    }
    static_assert(schedule.at<double>(0).rate == 0.1);
    static_assert(schedule.at<double>(8).rate == 0.02);
    static_assert(schedule.at<double>(1'000'000).rate == 0.02);
}

TEST_CASE("cosine_decay steps as its optimizer does with each step's rate", "[schedule]") {
    CHECK(is_step_by_step(schedule, sgd_at, {.epochs = 4}));
    cosine_decay<adam> const around_adam{.optimizer = {.learning_rate = 0.01}, .steps = 6};
    auto const adam_at = [](std::size_t step) {
        // Its rate is that of sgd in the same schedule.
        cosine_decay<sgd> const same{.optimizer = {.learning_rate = 0.01}, .steps = 6};
        return adam{.learning_rate = same.at<double>(step).rate};
    };
    CHECK(is_step_by_step(around_adam, adam_at, {.epochs = 4}));
}

// A rate of another type, in which it is kept.
struct rate_in_float {
    float learning_rate = 0.125F;
    template <class Scalar>
    constexpr auto at() const {
        return kernel::descent<Scalar>{static_cast<Scalar>(learning_rate)};
    }
};
static_assert(cosine_decay<rate_in_float>{.steps = 2}.at<double>(0).rate == 0.125);
static_assert(cosine_decay<rate_in_float>{.steps = 2}.at<double>(1).rate == 0.0625);
static_assert(
    is_step_by_step(cosine_decay<rate_in_float>{.steps = 4},
                    [](std::size_t step) {
                        return rate_in_float{static_cast<float>(
                            cosine_decay<rate_in_float>{.steps = 4}.at<double>(step).rate)};
                    },
                    {.epochs = 2}));

// A schedule passes on what its optimizer has, and no more.
static_assert(!customization::sees_networks<cosine_decay<sgd>, model>);
struct that_prepares : sgd {
    constexpr void prepare(auto&) const {}
};
static_assert(customization::prepares<cosine_decay<that_prepares>, model> &&
              !customization::projects<cosine_decay<that_prepares>, model>);
static_assert(concepts::optimizer<cosine_decay<that_prepares>, model>);
struct that_does_not : sgd {
    constexpr void prepare(auto&) {}
};
static_assert(!concepts::optimizer<cosine_decay<that_does_not>, model>);

TEST_CASE("cosine_decay refuses settings by their names", "[schedule]") {
    using around = cosine_decay<sgd>;
    CHECK(around{}.problem<double>() == nullptr);
    CHECK(std::string(around{.steps = 0}.problem<double>()) == "steps is 0");
    CHECK(std::string(around{.final_learning_rate = -1}.problem<double>()) ==
          "final_learning_rate is negative or not finite");
    CHECK(std::string(around{.optimizer = {.learning_rate = -1}}.problem<double>()) ==
          "learning_rate is negative or not finite");
    CHECK(cosine_decay<without_problem>{}.problem<double>() == nullptr);
    auto const refused = train(start, mean_squared_error{}, around{.steps = 0}, samples, {});
    CHECK(refused.problem().message() == "steps is 0");
}
