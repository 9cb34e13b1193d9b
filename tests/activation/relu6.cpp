#include <ctnn/activation/relu6.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/relu6.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::relu6;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<relu6, double>(activation_oracle::relu6, 0));
static_assert(agrees<relu6, float>(activation_oracle::relu6, 0));

} // namespace

TEST_CASE("relu6 and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<relu6, double>(activation_oracle::relu6, 0);
    activation_oracle::check_on_the_machine<relu6, float>(activation_oracle::relu6, 0);
    activation_oracle::check_that_nan_stays_nan<relu6>();
}

TEST_CASE("relu6 ends at 0 and 6 and is flat there", "[activation]") {
    CHECK(at<relu6>(6) == 6);
    CHECK(at<relu6>(5.5) == 5.5);
    CHECK(slope_at<relu6>(6) == 0);
    CHECK(slope_at<relu6>(0) == 0);
    CHECK(at<relu6>(infinity) == 6);
    CHECK(at<relu6>(-infinity) == 0);
}
