#include <ctnn/activation/gelu.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/gelu.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::gelu;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<gelu, double>(activation_oracle::gelu, 4));
static_assert(agrees<gelu, float>(activation_oracle::gelu, 4));

} // namespace

TEST_CASE("gelu and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<gelu, double>(activation_oracle::gelu, 4);
    activation_oracle::check_on_the_machine<gelu, float>(activation_oracle::gelu, 4);
    activation_oracle::check_that_nan_stays_nan<gelu>();
}

TEST_CASE("gelu saturates", "[activation]") {
    CHECK(at<gelu>(0) == 0);
    CHECK(slope_at<gelu>(0) == 0.5);
    CHECK(at<gelu>(infinity) == infinity);
    CHECK(at<gelu>(1e4) == 1e4);
    CHECK(at<gelu>(-1e4) == 0);
    CHECK(slope_at<gelu>(1e4) == 1);
    CHECK(slope_at<gelu>(-1e4) == 0);
}
