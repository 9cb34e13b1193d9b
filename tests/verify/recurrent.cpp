#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/gru.hpp>
#include <ctnn/layer/lstm.hpp>
#include <ctnn/layer/simple_rnn.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/linear_bounds.hpp>

#include "../catch.hpp"
#include "../faces/boxes.hpp"

// Bounds of layers that remember, over sequences so long that what is lost in each step would add up.

namespace {

using namespace ctnn;

template <class Scalar, class Layer>
void check_long_sequence(double weight) {
    using model = network<Scalar, input<20, 2>, Layer>;
    for (std::uint32_t seed = 1; seed < 6; ++seed) {
        CAPTURE(seed, weight);
        faces::boxes<model> given(seed, 0.25, weight);
        auto const found = bounds(given.net, given.box);
        CHECK(given.most_that_leave(found) == 0);
        // (An output is from -1 to 1, but for roundings.)
        CHECK(given.widest(found) < 2.02);
    }
}

} // namespace

TEMPLATE_TEST_CASE("bounds of a layer that remembers do not grow from step to step", "[verify]",
                   ctnn::gru<3>, (ctnn::gru<3, ctnn::reset_before>), ctnn::lstm<3>,
                   ctnn::simple_rnn<3>) {
    for (double const weight : {0.125, 0.5, 2.0}) {
        check_long_sequence<float, TestType>(weight);
        check_long_sequence<double, TestType>(weight);
        check_long_sequence<fixed_point<3, 12>, TestType>(weight);
    }
}

TEMPLATE_TEST_CASE("a layer that remembers is proven about together with what comes after it",
                   "[verify]", (network<float, input<6, 2>, gru<3>, dense<1>>),
                   (network<float, input<6, 2>, lstm<3>, dense<1>>)) {
    for (std::uint32_t seed = 1; seed < 6; ++seed) {
        CAPTURE(seed);
        faces::boxes<TestType> given(seed, 1.0 / 16, 0.5);
        auto const found = verify::linear_bounds(given.net, given.box);
        CHECK(given.most_that_leave(found) == 0);
        CHECK(given.widest(found) <= 1.001 * given.widest(bounds(given.net, given.box)));
    }
}
