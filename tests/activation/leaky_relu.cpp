#include <ctnn/activation/leaky_relu.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/leaky_relu.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::basic_leaky_relu;
using ctnn::leaky_relu;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<leaky_relu, double>(activation_oracle::leaky_relu, 1));
static_assert(agrees<leaky_relu, float>(activation_oracle::leaky_relu, 1));

} // namespace

TEST_CASE("leaky_relu and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<leaky_relu, double>(activation_oracle::leaky_relu, 1);
    activation_oracle::check_on_the_machine<leaky_relu, float>(activation_oracle::leaky_relu, 1);
    activation_oracle::check_that_nan_stays_nan<leaky_relu>();
}

TEST_CASE("leaky_relu has the slope that it is given", "[activation]") {
    CHECK(at<leaky_relu>(0) == 0);
    CHECK(slope_at<leaky_relu>(0) == 0.01);
    CHECK(at<leaky_relu>(infinity) == infinity);
    CHECK(at<leaky_relu>(-infinity) == -infinity);
    CHECK(at<basic_leaky_relu<0.25>>(-2) == -0.5);
    CHECK(slope_at<basic_leaky_relu<0.25>>(-2) == 0.25);
    CHECK(slope_at<basic_leaky_relu<0.25>>(2) == 1);
}
