#include <ctnn/activation/silu.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/silu.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::silu;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<silu, double>(activation_oracle::silu, 4));
static_assert(agrees<silu, float>(activation_oracle::silu, 4));

} // namespace

TEST_CASE("silu and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<silu, double>(activation_oracle::silu, 4);
    activation_oracle::check_on_the_machine<silu, float>(activation_oracle::silu, 4);
    activation_oracle::check_that_nan_stays_nan<silu>();
}

TEST_CASE("silu saturates without overflow", "[activation]") {
    CHECK(at<silu>(0) == 0);
    CHECK(slope_at<silu>(0) == 0.5);
    CHECK(at<silu>(infinity) == infinity);
    CHECK(at<silu>(1e4) == 1e4);
    CHECK(at<silu>(-1e4) == 0);
    CHECK(slope_at<silu>(1e4) == 1);
    CHECK(slope_at<silu>(-1e4) == 0);
}

TEST_CASE("the silu is 0 only where the exact value is below 2.7e-37", "[activation]") {
    CHECK(ctnn::silu::value(compare::opaque(-88.7228F)) < -2.6e-37F);
    CHECK(ctnn::silu::value(compare::opaque(-88.73F)) == 0);
    CHECK(ctnn::silu::value(compare::opaque(-709.78)) < -3.9e-306);
    CHECK(ctnn::silu::value(compare::opaque(-709.79)) == 0);
}
