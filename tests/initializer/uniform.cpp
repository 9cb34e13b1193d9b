#include <ctnn/initializer/uniform.hpp>

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
