#include <ctnn/initializer/uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>

#include <limits>

#include "../catch.hpp"
#include "against_numpy.hpp"

namespace {

static_assert(numpy_weights::agree<double>(ctnn::uniform{.lower = -0.25, .upper = 0.75},
                                           numpy_weights::uniform, 0));

} // namespace

TEST_CASE("uniform weights are numpy's bit for bit", "[initializer]") {
    CHECK(numpy_weights::agree<double>(
        compare::opaque(ctnn::uniform{.lower = -0.25, .upper = 0.75}), numpy_weights::uniform, 0));
    CHECK(numpy_weights::agree<float>(compare::opaque(ctnn::uniform{.lower = -0.25, .upper = 0.75}),
                                      numpy_weights::uniform, 0));
    CHECK(!numpy_weights::agree<float>(ctnn::uniform{.lower = -0.25, .upper = 0.75},
                                       numpy_weights::uniform, 1000, 2023));
}

TEST_CASE("uniform weights fill their interval", "[initializer]") {
    using model = ctnn::network<double, ctnn::input<30>, ctnn::dense<30>>;
    auto const net = ctnn::initialize<model>(ctnn::uniform{.lower = 2, .upper = 3}, 5);
    double least = 3;
    double greatest = 2;
    for (double const weight : net.layer<0>().weights.values) {
        least = weight < least ? weight : least;
        greatest = weight > greatest ? weight : greatest;
    }
    CHECK(least >= 2);
    CHECK(least < 2.01);
    CHECK(greatest < 3);
    CHECK(greatest > 2.99);
    STATIC_REQUIRE(ctnn::uniform{}.lower == -0.05);
    STATIC_REQUIRE(ctnn::uniform{}.upper == 0.05);
}

TEST_CASE("bounds that are not finite, or are too far apart, make no sense", "[initializer]") {
    constexpr double most = std::numeric_limits<double>::max();
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(ctnn::uniform{}.is_valid());
    CHECK(ctnn::uniform{.lower = 1, .upper = -1}.is_valid());
    CHECK(ctnn::uniform{.lower = 0, .upper = most}.is_valid());
    CHECK_FALSE(ctnn::uniform{.lower = -most, .upper = most}.is_valid());
    CHECK_FALSE(ctnn::uniform{.lower = nan, .upper = 1}.is_valid());
    CHECK_FALSE(ctnn::uniform{.lower = 0, .upper = nan}.is_valid());
    CHECK_FALSE(ctnn::uniform{.lower = 0, .upper = infinity}.is_valid());
    CHECK_FALSE(ctnn::uniform{.lower = -infinity, .upper = 0}.is_valid());
}
