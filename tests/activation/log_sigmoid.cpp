#include <ctnn/activation/log_sigmoid.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/log_sigmoid.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::log_sigmoid;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<log_sigmoid, double>(activation_oracle::log_sigmoid, 2));
static_assert(agrees<log_sigmoid, float>(activation_oracle::log_sigmoid, 2));

} // namespace

TEST_CASE("log_sigmoid and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<log_sigmoid, double>(activation_oracle::log_sigmoid, 2);
    activation_oracle::check_on_the_machine<log_sigmoid, float>(activation_oracle::log_sigmoid, 2);
    activation_oracle::check_that_nan_stays_nan<log_sigmoid>();
}

TEST_CASE("log_sigmoid does not overflow", "[activation]") {
    CHECK(at<log_sigmoid>(infinity) == 0);
    CHECK(at<log_sigmoid>(-infinity) == -infinity);
    CHECK(at<log_sigmoid>(1e4) == 0);
    CHECK(at<log_sigmoid>(-1e4) == -1e4);
    CHECK(slope_at<log_sigmoid>(1e4) == 0);
    CHECK(slope_at<log_sigmoid>(-1e4) == 1);
}
