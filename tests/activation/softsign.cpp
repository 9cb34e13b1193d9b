#include <ctnn/activation/softsign.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/softsign.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::softsign;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<softsign, double>(activation_oracle::softsign, 2));
static_assert(agrees<softsign, float>(activation_oracle::softsign, 2));

} // namespace

TEST_CASE("softsign and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<softsign, double>(activation_oracle::softsign, 2);
    activation_oracle::check_on_the_machine<softsign, float>(activation_oracle::softsign, 2);
    activation_oracle::check_that_nan_stays_nan<softsign>();
}

TEST_CASE("softsign ends at -1 and 1", "[activation]") {
    CHECK(at<softsign>(0) == 0);
    CHECK(slope_at<softsign>(0) == 1);
    CHECK(at<softsign>(1) == 0.5);
    CHECK(at<softsign>(infinity) == 1);
    CHECK(at<softsign>(-infinity) == -1);
    CHECK(at<softsign>(1e300) == 1);
    CHECK(slope_at<softsign>(1e300) == 0);
    CHECK(slope_at<softsign>(-infinity) == 0);
}
