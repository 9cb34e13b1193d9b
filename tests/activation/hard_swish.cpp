#include <ctnn/activation/hard_swish.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/hard_swish.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::hard_swish;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<hard_swish, double>(activation_oracle::hard_swish, 2));
static_assert(agrees<hard_swish, float>(activation_oracle::hard_swish, 2));

} // namespace

TEST_CASE("hard_swish and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<hard_swish, double>(activation_oracle::hard_swish, 2);
    activation_oracle::check_on_the_machine<hard_swish, float>(activation_oracle::hard_swish, 2);
    activation_oracle::check_that_nan_stays_nan<hard_swish>();
}

TEST_CASE("hard_swish is 0 below its joints and the number itself above them", "[activation]") {
    CHECK(at<hard_swish>(3) == 3);
    CHECK(at<hard_swish>(-3) == 0);
    CHECK(at<hard_swish>(-1.5) == -0.375);
    CHECK(slope_at<hard_swish>(-1.5) == 0);
    CHECK(slope_at<hard_swish>(3) == 1);
    CHECK(slope_at<hard_swish>(-3) == 0);
    CHECK(at<hard_swish>(infinity) == infinity);
    CHECK(at<hard_swish>(-infinity) == 0);
    CHECK(slope_at<hard_swish>(infinity) == 1);
    CHECK(slope_at<hard_swish>(-infinity) == 0);
}
