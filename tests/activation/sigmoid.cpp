#include <ctnn/activation/sigmoid.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/sigmoid.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::sigmoid;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<sigmoid, double>(activation_oracle::sigmoid, 2));
static_assert(agrees<sigmoid, float>(activation_oracle::sigmoid, 2));

} // namespace

TEST_CASE("sigmoid and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<sigmoid, double>(activation_oracle::sigmoid, 2);
    activation_oracle::check_on_the_machine<sigmoid, float>(activation_oracle::sigmoid, 2);
    activation_oracle::check_that_nan_stays_nan<sigmoid>();
}

TEST_CASE("sigmoid saturates without overflow", "[activation]") {
    CHECK(at<sigmoid>(0) == 0.5);
    CHECK(slope_at<sigmoid>(0) == 0.25);
    CHECK(at<sigmoid>(infinity) == 1);
    CHECK(at<sigmoid>(-infinity) == 0);
    CHECK(at<sigmoid>(1e4) == 1);
    CHECK(at<sigmoid>(-1e4) == 0);
    CHECK(slope_at<sigmoid>(-1e4) == 0);
}

TEST_CASE("the sigmoid is 0 only where the exact value is subnormal", "[activation]") {
    CHECK(ctnn::sigmoid::value(compare::opaque(-88.7228F)) > 2.9e-39F);
    CHECK(ctnn::sigmoid::value(compare::opaque(-88.73F)) == 0);
    CHECK(ctnn::sigmoid::value(compare::opaque(-709.78)) > 5.5e-309);
    CHECK(ctnn::sigmoid::value(compare::opaque(-709.79)) == 0);
}
