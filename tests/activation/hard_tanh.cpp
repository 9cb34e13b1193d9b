#include <ctnn/activation/hard_tanh.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/hard_tanh.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::hard_tanh;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<hard_tanh, double>(activation_oracle::hard_tanh, 0));
static_assert(agrees<hard_tanh, float>(activation_oracle::hard_tanh, 0));

} // namespace

TEST_CASE("hard_tanh and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<hard_tanh, double>(activation_oracle::hard_tanh, 0);
    activation_oracle::check_on_the_machine<hard_tanh, float>(activation_oracle::hard_tanh, 0);
    activation_oracle::check_that_nan_stays_nan<hard_tanh>();
}

TEST_CASE("hard_tanh is flat at its kinks", "[activation]") {
    CHECK(at<hard_tanh>(1) == 1);
    CHECK(at<hard_tanh>(-1) == -1);
    CHECK(slope_at<hard_tanh>(1) == 0);
    CHECK(slope_at<hard_tanh>(-1) == 0);
    CHECK(at<hard_tanh>(infinity) == 1);
    CHECK(at<hard_tanh>(-infinity) == -1);
}
