#include <ctnn/training/apply_gradient.hpp>

#include <array>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/optimizer/adam.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/learner_of.hpp>
#include <ctnn/training/train.hpp>

#include "../catch.hpp"

namespace {

using namespace ctnn;

using model = network<double, input<2>, dense<3, ctnn::tanh>, dense<2, ctnn::tanh>>;
constexpr model start{{{{0.5, -0.25, 1}, {0.125, 1, -1}}, {0, 0.5, 0.25}},
                      {{{0.5, -0.5}, {1, 2}, {0.25, 0.75}}, {0.125, 0}}};
constexpr std::array<ctnn::sample<model::input_type, model::output_type>, 3> samples{
    {{{0.5, -1}, {1, 0}}, {{2, 0.25}, {0, 0.5}}, {{-0.5, 1}, {-0.5, 0}}}};

template <class Optimizer>
constexpr auto by_hand(Optimizer const& optimizer, std::size_t epochs) {
    learner_of<model, Optimizer> result{start};
    for (std::size_t epoch = 0; epoch < epochs; ++epoch)
        for (auto const& [x, t] : samples)
            apply_gradient(result, optimizer,
                           backpropagate(result.network, mean_squared_error{}, x, t).gradient);
    return result;
}
template <class Optimizer>
constexpr bool is_training(Optimizer const& optimizer) {
    auto const trained = train(start, mean_squared_error{}, optimizer, samples, {.epochs = 4});
    auto const stepped = by_hand(optimizer, 4);
    return trained.network == stepped.network && trained.state == stepped.state &&
           trained.steps == 12 && stepped.steps == 12 && stepped.ok();
}

// Clips each derivative, and keeps the first weight at 0.
struct watched {
    double learning_rate = 0.1;
    template <class Scalar>
    constexpr auto at() const {
        return sgd{learning_rate}.at<Scalar>();
    }
    template <class Network>
    constexpr void prepare(Network& gradient) const {
        auto& first = gradient.template layer<0>().weights[0][1];
        first = first > 0.01 ? 0.01 : first;
    }
    template <class Network>
    constexpr void project(Network& net) const {
        net.template layer<0>().weights[0][0] = 0;
    }
};

static_assert(is_training(sgd{.learning_rate = 0.25}));
static_assert(is_training(adam{}));
static_assert(is_training(watched{}));
static_assert(by_hand(watched{}, 1).network.layer<0>().weights[0][0] == 0);
static_assert(by_hand(watched{}, 1).network != by_hand(sgd{.learning_rate = 0.1}, 1).network);

} // namespace

TEST_CASE("apply_gradient is a step of train", "[training]") {
    CHECK(is_training(sgd{.learning_rate = 0.25}));
    CHECK(is_training(adam{}));
    CHECK(is_training(watched{}));
}

TEST_CASE("apply_gradient changes nothing if a setting makes no sense", "[training]") {
    learner_of<model, adam> result{start};
    apply_gradient(result, adam{.beta1 = 1}, start);
    CHECK(result.network == start);
    CHECK(result.steps == 0);
    CHECK(result.problem().kind ==
          training_problem::kinds::optimizer_has_a_setting_that_makes_no_sense);
    CHECK(result.problem().message() == "beta1 is not in [0, 1)");
}

TEST_CASE("learner_of has room for what the optimizer remembers", "[training]") {
    STATIC_REQUIRE(std::is_same_v<learner_of<model, sgd>, training_result<model>>);
    STATIC_REQUIRE(std::is_same_v<learner_of<model, adam const>,
                                  decltype(train(start, mean_squared_error{}, adam{}, samples,
                                                 {.epochs = 1}))>);
}
