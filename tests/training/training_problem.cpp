#include <ctnn/network/network.hpp>
#include <ctnn/training/training_problem.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/train.hpp>
#include <string_view>
#include <vector>

#include "../catch.hpp"
#include "../support/compare.hpp"

// Every problem, made on purpose.

namespace {

using namespace ctnn;
using kinds = training_problem::kinds;

using model = network<double, input<1>, dense<1>>;
using one = sample<std::array<double, 1>, std::array<double, 1>>;

constexpr model line{{{{2}}, {0.5}}};
double const not_a_number = compare::not_a_number<double>;
double const infinity = compare::infinity<double>;
std::vector<one> const good{{{1}, {2}}, {{2}, {3}}, {{3}, {4}}, {{-1}, {0}}};

auto run(std::vector<one> const& samples, training_options const& options, double rate = 0.01,
         model const& net = line) {
    return train(net, mean_squared_error{}, sgd{.learning_rate = rate}, samples, options);
}

void check_stopped(training_result<model> const& result, training_problem const& expected) {
    CHECK(!result.ok());
    CHECK(result.problem().kind == expected.kind);
    CHECK(result.problem().epoch == expected.epoch);
    CHECK(result.problem().sample == expected.sample);
    CHECK(result.epochs == expected.epoch);
}

} // namespace

TEST_CASE("there is no problem with good data", "[train]") {
    auto const result = run(good, {.epochs = 3});
    CHECK(result.ok());
    CHECK(result.problem() == training_problem{});
}

TEST_CASE("an empty set is a problem", "[train]") {
    auto const result = run({}, {});
    check_stopped(result, {kinds::no_samples});
    CHECK(result.network == line);
}

TEST_CASE("a batch of none is a problem", "[train]") {
    auto const result = run(good, {.batch_size = 0});
    check_stopped(result, {kinds::batch_size_is_zero});
    CHECK(result.network == line);
}

TEST_CASE("a rate that is negative or not finite is a problem", "[train]") {
    for (double const rate : {-0.01, not_a_number, infinity, -infinity}) {
        auto const result = run(good, {}, rate);
        check_stopped(result, {kinds::optimizer_has_a_setting_that_makes_no_sense});
        CHECK(std::string_view(result.problem().message()) ==
              "learning_rate is negative or not finite");
        CHECK(result.network == line);
    }
}

TEST_CASE("a NaN or an infinity in a sample is a problem, found before the first step", "[train]") {
    for (double const bad : {not_a_number, infinity, -infinity})
        for (std::size_t place = 0; place < good.size(); ++place)
            for (bool const in_target : {false, true}) {
                auto samples = good;
                (in_target ? samples[place].target : samples[place].input)[0] = bad;
                auto const result = run(samples, {.epochs = 2, .shuffle = true});
                check_stopped(result, {kinds::sample_is_not_finite, 0, place});
                CHECK(result.network == line);
            }
}

TEST_CASE("all numbers of a sample and all parameters must be finite", "[train]") {
    using wide = network<double, input<2>, dense<2>>;
    using pair = std::array<double, 2>;
    for (std::size_t place = 0; place < 2; ++place) {
        std::array samples{sample{pair{1, 2}, pair{3, 4}}};
        samples[0].target[place] = infinity;
        auto const result = train(wide{}, mean_squared_error{}, sgd{}, samples, {});
        CHECK(result.problem().kind == kinds::sample_is_not_finite);
    }
    // Each parameter in turn takes a step too long, the others take none.
    for (std::size_t in = 0; in < 2; ++in)
        for (std::size_t out = 0; out < 2; ++out) {
            std::array samples{sample{pair{}, pair{}}};
            samples[0].input[in] = 1e100;
            samples[0].target[out] = 1e100;
            auto const result =
                train(wide{}, mean_squared_error{}, sgd{.learning_rate = 1e200}, samples, {});
            CHECK(result.problem().kind == kinds::parameters_are_not_finite);
            CHECK(result.network == wide{});
        }
}

TEST_CASE("a loss that is not finite is a problem, found at its sample", "[train]") {
    // Its error's square is too large; the samples before it are learnt and unlearnt again.
    auto samples = good;
    samples[2].target[0] = 1e200;
    for (std::size_t const batch : {1u, 2u, 4u}) {
        auto const result = run(samples, {.epochs = 5, .batch_size = batch});
        check_stopped(result, {kinds::loss_is_not_finite, 0, 2});
        CHECK(result.network == line);
    }
    // In another order it is still that sample.
    for (std::uint64_t seed = 0; seed < 8; ++seed)
        for (std::size_t const batch : {1u, 3u})
            check_stopped(run(samples, {.batch_size = batch, .shuffle = true, .seed = seed}),
                          {kinds::loss_is_not_finite, 0, 2});
    check_stopped(run(good, {}, 0.01, {{{{not_a_number}}, {0}}}),
                  {kinds::loss_is_not_finite, 0, 0});
}

TEST_CASE("a training that diverges keeps the last epoch that was finite", "[train]") {
    double const rate = 50;
    auto const stopped = run(good, {.epochs = 1000}, rate);
    CHECK(!stopped.ok());
    REQUIRE(stopped.epochs > 0);
    CHECK(stopped.epochs < 1000);
    auto const kept = run(good, {.epochs = stopped.epochs}, rate);
    CHECK(kept.ok());
    CHECK(kept.network == stopped.network);
    CHECK(kept.loss == stopped.loss);
    CHECK(!run(good, {.epochs = stopped.epochs + 1}, rate).ok());
}

TEST_CASE("parameters that are not finite after an epoch are a problem", "[train]") {
    // The loss is fine, the step is too long, and it was the last one.
    auto const result = run({{{1e100}, {3e100}}}, {}, 1e300);
    check_stopped(result, {kinds::parameters_are_not_finite, 0, 0});
    CHECK(result.network == line);
}

TEST_CASE("a failed training does not go on", "[train]") {
    auto samples = good;
    samples[1].input[0] = not_a_number;
    auto const failed = run(samples, {.epochs = 2});
    auto const again =
        train(failed, mean_squared_error{}, sgd{.learning_rate = 0.01}, good, {.epochs = 7});
    check_stopped(again, {kinds::sample_is_not_finite, 0, 1});
    CHECK(again.network == line);
    // A problem of a later training is reported with the epochs before it.
    auto const fine = run(good, {.epochs = 3});
    auto const later = train(fine, mean_squared_error{}, sgd{}, samples, {.epochs = 2});
    check_stopped(later, {kinds::sample_is_not_finite, 3, 1});
    CHECK(later.network == fine.network);
}

TEST_CASE("a problem is a sentence", "[train]") {
    auto const sentence = [](kinds kind) {
        return std::string_view(training_problem{kind}.message());
    };
    CHECK(sentence(kinds::none) == "the training has no problem");
    CHECK(sentence(kinds::no_samples) == "the training has no samples");
    CHECK(sentence(kinds::batch_size_is_zero) == "the batch size is zero");
    CHECK(sentence(kinds::sample_is_not_finite) == "a sample holds a NaN or an infinity");
    CHECK(sentence(kinds::loss_is_not_finite) == "the loss of a sample is a NaN or infinite");
    CHECK(sentence(kinds::parameters_are_not_finite) ==
          "the epoch left a NaN or an infinity in the parameters");
}
