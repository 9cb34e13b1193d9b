#include <ctnn/activation/tanh.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/tanh.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<ctnn::tanh, double>(activation_oracle::tanh, 2));
static_assert(agrees<ctnn::tanh, float>(activation_oracle::tanh, 2));

} // namespace

TEST_CASE("tanh and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<ctnn::tanh, double>(activation_oracle::tanh, 2);
    activation_oracle::check_on_the_machine<ctnn::tanh, float>(activation_oracle::tanh, 2);
    activation_oracle::check_that_nan_stays_nan<ctnn::tanh>();
}

TEST_CASE("tanh saturates", "[activation]") {
    CHECK(at<ctnn::tanh>(0) == 0);
    CHECK(slope_at<ctnn::tanh>(0) == 1);
    CHECK(at<ctnn::tanh>(infinity) == 1);
    CHECK(at<ctnn::tanh>(-infinity) == -1);
    CHECK(slope_at<ctnn::tanh>(1e4) == 0);
}
