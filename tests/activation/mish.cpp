#include <ctnn/activation/mish.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/mish.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::mish;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<mish, double>(activation_oracle::mish, 3));
static_assert(agrees<mish, float>(activation_oracle::mish, 3));

} // namespace

TEST_CASE("mish and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<mish, double>(activation_oracle::mish, 3);
    activation_oracle::check_on_the_machine<mish, float>(activation_oracle::mish, 3);
    activation_oracle::check_that_nan_stays_nan<mish>();
}

TEST_CASE("mish saturates without overflow", "[activation]") {
    CHECK(at<mish>(0) == 0);
    CHECK(slope_at<mish>(0) == Approx(0.6));
    CHECK(at<mish>(infinity) == infinity);
    CHECK(at<mish>(-infinity) == 0);
    CHECK(at<mish>(1e300) == 1e300);
    CHECK(at<mish>(-1e300) == 0);
    CHECK(slope_at<mish>(infinity) == 1);
    CHECK(slope_at<mish>(-infinity) == 0);
    CHECK(slope_at<mish>(1e300) == 1);
    CHECK(at<mish>(-1.1924312145154952) == Approx(ctnn::mish::bounds.lower).epsilon(1e-15));
}

// A tanh of a softplus would lose these.
TEST_CASE("the mish keeps its digits far below 0", "[activation]") {
    CHECK(at<mish>(-80) == Approx(-80 * 1.8048513878454153e-35).epsilon(1e-14));
    CHECK(slope_at<mish>(-80) == Approx(-79 * 1.8048513878454153e-35).epsilon(1e-14));
}
