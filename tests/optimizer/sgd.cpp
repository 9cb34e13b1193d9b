#include <ctnn/optimizer/sgd.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

// What it shares with other optimizers is in laws/optimizer_laws.hpp.

namespace {

using namespace ctnn;

using model = network<double, input<2>, dense<2, relu>, relu, dense<1>>;
constexpr model net{{{{1, 2}, {3, 4}}, {5, 6}}, {{{7}, {8}}, {9}}};
constexpr model gradient{{{{1, 0}, {-1, 2}}, {4, -4}}, {{{0.5}, {0}}, {-2}}};
constexpr model expected{{{{0.5, 2}, {3.5, 3}}, {3, 8}}, {{{6.75}, {8}}, {10}}};

static_assert(sgd{.learning_rate = 0.5}.update(net, gradient) == expected);
static_assert(sgd{}.learning_rate == 0.01);

} // namespace

TEST_CASE("sgd steps against the gradient", "[optimizer]") {
    CHECK(sgd{.learning_rate = 0.5}.update(compare::opaque(net), gradient) == expected);
}

TEST_CASE("sgd rounds each step as parameter - rate * derivative", "[optimizer]") {
    using wide = network<float, input<7>, dense<9>>;
    auto const start = seeded::random_numbers(1).network<wide>();
    auto const slopes = seeded::random_numbers(2).network<wide>();
    auto step = compare::flat(start);
    for (std::size_t k = 0; k < step.size(); ++k)
        step[k] = step[k] - 0.3f * compare::flat(slopes)[k];
    CHECK(compare::same_bits(compare::flat(sgd{.learning_rate = 0.3}.update(start, slopes)), step));
}

TEST_CASE("sgd carries a NaN to its parameter and to no other", "[optimizer]") {
    auto slopes = compare::flat(gradient);
    slopes[3] = compare::not_a_number<double>;
    auto const after =
        compare::flat(sgd{.learning_rate = 0.5}.update(net, compare::network_of<model>(slopes)));
    for (std::size_t k = 0; k < after.size(); ++k)
        CHECK((after[k] != after[k]) == (k == 3));
}
