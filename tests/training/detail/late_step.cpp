#include <ctnn/training/detail/late_step.hpp>

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <limits>
#include <memory>
#include <vector>

#include "../../catch.hpp"
#include "../../support/compare.hpp"
#include "../../support/random_numbers.hpp"

namespace {

using namespace ctnn;

template <class Scalar, std::size_t Inputs, std::size_t Outputs>
using model = network<Scalar, input<Inputs>, dense<Outputs, relu>, dense<3, softmax>>;

template <class Model>
auto samples_for() {
    using one = sample<typename Model::input_type, typename Model::output_type>;
    seeded::random_numbers numbers(8);
    std::vector<one> all(5);
    for (one& it : all)
        it = {numbers.array<typename Model::scalar, Model::input_size>(-1, 1),
              numbers.distribution<typename Model::scalar, 3>()};
    return all;
}

template <class Model, class Optimizer = sgd>
constexpr bool is_late = [] {
    using rule = detail::rule_of<typename Model::scalar, Optimizer>;
    if constexpr (std::is_same_v<Optimizer, adam>)
        return detail::steps_late<rule, Model, Model, Model>;
    else
        return detail::steps_late<rule, Model>;
}();

// train, whose first layer steps late, and train_step, which does one thing after the other.
template <class Model, class Optimizer = sgd>
void check_same_bits(Optimizer const& optimizer = {.learning_rate = 0.25}) {
    STATIC_REQUIRE(is_late<Model, Optimizer> == kernel::vectorizable<typename Model::scalar>);
    using result = training_result<Model, detail::state_of<Optimizer, Model>>;
    auto const samples = samples_for<Model>();
    auto const start = std::make_unique<Model>(initialize<Model>(glorot_uniform{}, 4));
    auto const step_by_step = std::unique_ptr<result>(new result{*start});
    for (int epoch = 0; epoch < 2; ++epoch)
        for (auto const& it : samples)
            train_step(*step_by_step, cross_entropy{}, optimizer, it.input, it.target);
    auto const all_at_once = std::unique_ptr<result>(
        new result{train(*start, cross_entropy{}, optimizer, samples, {.epochs = 2})});
    CAPTURE(Model::input_size, Model::template stage<0>::output_size);
    CHECK(all_at_once->ok());
    CHECK_FALSE(all_at_once->network == *start);
    CHECK(all_at_once->network == step_by_step->network);
    CHECK(all_at_once->steps == step_by_step->steps);
    if constexpr (!std::is_same_v<Optimizer, sgd>)
        CHECK(all_at_once->state == step_by_step->state);
}

} // namespace

TEST_CASE("Small networks step at once", "[train]") {
    STATIC_REQUIRE_FALSE(is_late<model<float, 64, 64>>);
    STATIC_REQUIRE_FALSE(is_late<model<fixed_point<8, 7>, 300, 128>>);
}

// (These are slow to compile.)
TEST_CASE("A first layer that steps late has the bits of one that steps at once", "[train]") {
    check_same_bits<model<float, 130, 128>>(); // one chain of additions
    check_same_bits<model<double, 161, 64>>(); // two
    check_same_bits<model<float, 259, 48>>();  // four, in three vectors of sixteen floats
    check_same_bits<model<float, 300, 35>>();  // rows that are no whole vectors
    check_same_bits<model<double, 300, 35>>();
    // What is remembered is stepped late, too, and so are numbers that change from step to step.
    check_same_bits<model<float, 259, 48>, adam>({.learning_rate = 0.02});
    check_same_bits<model<double, 300, 35>, adam>({.learning_rate = 0.02});
}

TEST_CASE("A training that ends before its step is as it was before the epoch", "[train]") {
    using large = model<float, 130, 128>;
    auto samples = samples_for<large>();
    auto const start = std::make_unique<large>(initialize<large>(glorot_uniform{}, 4));
    samples[3].input[7] = std::numeric_limits<float>::max();
    auto const result = std::unique_ptr<training_result<large>>(new training_result<large>{
        train(*start, cross_entropy{}, sgd{.learning_rate = 1e30}, samples, {})});
    CHECK_FALSE(result->ok());
    CHECK(result->network == *start);
}
