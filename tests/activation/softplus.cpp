#include <ctnn/activation/softplus.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/softplus.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::softplus;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<softplus, double>(activation_oracle::softplus, 2));
static_assert(agrees<softplus, float>(activation_oracle::softplus, 2));

} // namespace

TEST_CASE("softplus and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<softplus, double>(activation_oracle::softplus, 2);
    activation_oracle::check_on_the_machine<softplus, float>(activation_oracle::softplus, 2);
    activation_oracle::check_that_nan_stays_nan<softplus>();
}

TEST_CASE("softplus does not overflow", "[activation]") {
    CHECK(at<softplus>(infinity) == infinity);
    CHECK(at<softplus>(-infinity) == 0);
    CHECK(at<softplus>(1e4) == 1e4);
    CHECK(at<softplus>(-1e4) == 0);
    CHECK(slope_at<softplus>(1e4) == 1);
    CHECK(slope_at<softplus>(-1e4) == 0);
}
