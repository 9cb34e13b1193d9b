#include <ctnn/layer/last_step.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/difference_bounds.hpp>
#include <ctnn/verify/gradient_bounds.hpp>
#include <ctnn/verify/linear_bounds.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

// What is proven of a network that takes the last step is what is proven of its layers on that step alone: nothing
// restarts at `last_step`.

namespace {

using namespace ctnn;
using verify::box;

using model = network<double, input<3, 2>, over_time<dense<4, ctnn::tanh>>, last_step, dense<2>>;
using of_last = network<double, input<2>, dense<4, ctnn::tanh>, dense<2>>;

struct pair {
    model net;
    of_last last;
    box<double, 6> of_steps{};
    box<double, 2> of_step{};

    explicit pair(std::uint32_t seed) {
        seeded::random_numbers draw(seed);
        net = draw.network<model>();
        last = compare::network_of<of_last>(compare::flat(net));
        for (std::size_t i = 0; i < 6; ++i) {
            double const middle = draw();
            of_steps.lower[i] = middle - 0.5, of_steps.upper[i] = middle + 0.25;
        }
        for (std::size_t i = 0; i < 2; ++i)
            of_step.lower[i] = of_steps.lower[4 + i], of_step.upper[i] = of_steps.upper[4 + i];
    }
};

template <class Bounds, class Expected>
bool same(Bounds const& actual, Expected const& expected) {
    return compare::near(actual.lower, expected.lower, 8192) &&
           compare::near(actual.upper, expected.upper, 8192);
}

} // namespace

TEST_CASE("bounds go through the last step", "[verify]") {
    for (std::uint32_t seed = 1; seed < 10; ++seed) {
        pair const given(seed);
        auto const narrow = verify::linear_bounds(given.net, given.of_steps);
        auto const expected = verify::linear_bounds(given.last, given.of_step);
        auto const wide = verify::bounds(given.net, given.of_steps);
        for (std::size_t j = 0; j < 2; ++j) {
            CHECK(same(narrow[j], expected[j]));
            CHECK(narrow[j].upper - narrow[j].lower < wide[j].upper - wide[j].lower);
        }
        auto const wide_of_last = verify::bounds(given.last, given.of_step);
        for (std::size_t j = 0; j < 2; ++j)
            CHECK(same(wide[j], wide_of_last[j]));
    }
}

TEST_CASE("derivatives go through the last step, and are 0 by all others", "[verify]") {
    for (std::uint32_t seed = 1; seed < 10; ++seed) {
        pair const given(seed);
        auto const found = verify::gradient_bounds(given.net, given.of_steps);
        auto const expected = verify::gradient_bounds(given.last, given.of_step);
        for (std::size_t j = 0; j < 2; ++j)
            for (std::size_t i = 0; i < 6; ++i)
                if (i < 4)
                    CHECK((found[j][i].lower == 0 && found[j][i].upper == 0));
                else
                    CHECK(same(found[j][i], expected[j][i - 4]));
    }
}

TEST_CASE("differences go through the last step", "[verify]") {
    using fixed = fixed_point<3, 12>;
    for (std::uint32_t seed = 1; seed < 10; ++seed) {
        pair const given(seed);
        auto const found =
            verify::difference_bounds(given.net, convert<fixed>(given.net), given.of_steps);
        auto const expected =
            verify::difference_bounds(given.last, convert<fixed>(given.last), given.of_step);
        for (std::size_t j = 0; j < 2; ++j)
            CHECK(same(found[j], expected[j]));
    }
}
