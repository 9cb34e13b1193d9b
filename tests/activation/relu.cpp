#include <ctnn/activation/relu.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/relu.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::relu;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<relu, double>(activation_oracle::relu, 0));
static_assert(agrees<relu, float>(activation_oracle::relu, 0));

} // namespace

TEST_CASE("relu and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<relu, double>(activation_oracle::relu, 0);
    activation_oracle::check_on_the_machine<relu, float>(activation_oracle::relu, 0);
    activation_oracle::check_that_nan_stays_nan<relu>();
}

TEST_CASE("relu is flat at its kink", "[activation]") {
    CHECK(at<relu>(0) == 0);
    CHECK(slope_at<relu>(0) == 0);
    CHECK(at<relu>(infinity) == infinity);
    CHECK(at<relu>(-infinity) == 0);
}
