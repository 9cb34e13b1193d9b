#include <ctnn/activation/identity.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/identity.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::identity;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<identity, double>(activation_oracle::identity, 0));
static_assert(agrees<identity, float>(activation_oracle::identity, 0));

} // namespace

TEST_CASE("identity and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<identity, double>(activation_oracle::identity, 0);
    activation_oracle::check_on_the_machine<identity, float>(activation_oracle::identity, 0);
    activation_oracle::check_that_nan_stays_nan<identity>();
}

TEST_CASE("identity keeps what it is given", "[activation]") {
    CHECK(at<identity>(infinity) == infinity);
    CHECK(at<identity>(-infinity) == -infinity);
    CHECK(slope_at<identity>(infinity) == 1);
}
