#include <ctnn/optimizer/adamw.hpp>

#include <cmath>
#include <cstddef>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/optimizer/adam.hpp>
#include <ctnn/training/train.hpp>
#include <limits>
#include <vector>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

// What it computes is compared with PyTorch's in torch.cpp.

namespace {

using namespace ctnn;

template <class Optimizer, class Network, class Samples>
auto flat_after_training(Network const& start, Optimizer const& optimizer, Samples const& samples) {
    auto const result = train(start, mean_squared_error{}, optimizer, samples, {.epochs = 3});
    CHECK(result.ok());
    return compare::flat(result.network);
}

} // namespace

// Of this shape, rows end in as many numbers as a vector of the machine has: to clang 14 the two vectors of a constant and
// of a machine have one name.
TEMPLATE_TEST_CASE("adamw without decay is adam, in one program", "[optimizer]", float, double) {
    using model = network<TestType, input<100>, dense<101, ctnn::tanh>, dense<2>>;
    seeded::random_numbers draw(1);
    auto const start = draw.network<model>();
    std::vector<ctnn::sample<typename model::input_type, typename model::output_type>> samples(3);
    for (auto& one : samples) {
        one.input = draw.array<TestType, 100>();
        one.target = draw.array<TestType, 2>();
    }
    auto const by_adam = flat_after_training(start, adam{}, samples);
    CHECK(
        compare::same_bits(by_adam, flat_after_training(start, adamw{.weight_decay = 0}, samples)));
    CHECK(!compare::same_bits(by_adam, flat_after_training(start, adamw{}, samples)));
}

TEST_CASE("adam's rate keeps its digits in fixed point", "[optimizer]") {
    using number = fixed_point<15, 16>;
    adam const slow{.learning_rate = 1e-4, .epsilon = 0.001};
    CHECK(static_cast<double>(slow.at<number>(0).rate) == Approx(1e-4).margin(1e-5));
    adam const slower{.learning_rate = 5e-5, .epsilon = 0.001};
    CHECK(slower.at<number>(0).rate > number(0));
}

TEST_CASE("adam's correction ends where the count of steps does", "[optimizer]") {
    auto const last = adam{}.at<double>(std::numeric_limits<std::size_t>::max());
    CHECK(last.rate == Approx(0.001 * std::sqrt(1000.0) * 0.1));
}

TEST_CASE("adamw computes its decay in the network's scalar", "[optimizer]") {
    auto const with = adamw{.learning_rate = 0.1, .weight_decay = 0.3}.at<float>(0);
    CHECK(compare::same_bits(with.decay, 0.1F * 0.3F));
}
