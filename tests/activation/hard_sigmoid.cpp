#include <ctnn/activation/hard_sigmoid.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/hard_sigmoid.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::hard_sigmoid;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<hard_sigmoid, double>(activation_oracle::hard_sigmoid, 1));
static_assert(agrees<hard_sigmoid, float>(activation_oracle::hard_sigmoid, 1));

} // namespace

TEST_CASE("hard_sigmoid and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<hard_sigmoid, double>(activation_oracle::hard_sigmoid,
                                                                  1);
    activation_oracle::check_on_the_machine<hard_sigmoid, float>(activation_oracle::hard_sigmoid,
                                                                 1);
    activation_oracle::check_that_nan_stays_nan<hard_sigmoid>();
}

TEST_CASE("hard_sigmoid ends at 0 and 1 exactly and is flat there", "[activation]") {
    CHECK(at<hard_sigmoid>(3) == 1);
    CHECK(at<hard_sigmoid>(-3) == 0);
    CHECK(slope_at<hard_sigmoid>(3) == 0);
    CHECK(slope_at<hard_sigmoid>(-3) == 0);
    CHECK(at<hard_sigmoid>(infinity) == 1);
    CHECK(at<hard_sigmoid>(-infinity) == 0);
}
