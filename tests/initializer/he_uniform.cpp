#include <ctnn/initializer/he_uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>

#include "../catch.hpp"
#include "against_numpy.hpp"

namespace {

static_assert(numpy_weights::agree<double>(ctnn::he_uniform{}, numpy_weights::he_uniform, 0));

} // namespace

TEST_CASE("He-uniform weights are numpy's bit for bit", "[initializer]") {
    CHECK(numpy_weights::agree<double>(compare::opaque(ctnn::he_uniform{}),
                                       numpy_weights::he_uniform, 0));
    CHECK(numpy_weights::agree<float>(compare::opaque(ctnn::he_uniform{}),
                                      numpy_weights::he_uniform, 0));
    CHECK(!numpy_weights::agree<float>(ctnn::he_uniform{}, numpy_weights::he_uniform, 1000, 2023));
}

TEST_CASE("He-uniform weights have the variance that they promise", "[initializer]") {
    using model = ctnn::network<double, ctnn::input<40>, ctnn::dense<60>>;
    auto const net = ctnn::initialize<model>(ctnn::he_uniform{}, 5);
    double mean = 0;
    double variance = 0;
    for (double const weight : net.layer<0>().weights.values)
        mean += weight / 2400;
    for (double const weight : net.layer<0>().weights.values)
        variance += weight * weight / 2400;
    CHECK(mean == Approx(0).margin(0.01));
    CHECK(variance == Approx(2.0 / 40).epsilon(0.06));
}
