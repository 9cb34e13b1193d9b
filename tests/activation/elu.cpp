#include <ctnn/activation/elu.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/elu.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::basic_elu;
using ctnn::elu;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<elu, double>(activation_oracle::elu, 2));
static_assert(agrees<elu, float>(activation_oracle::elu, 2));

} // namespace

TEST_CASE("elu and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<elu, double>(activation_oracle::elu, 2);
    activation_oracle::check_on_the_machine<elu, float>(activation_oracle::elu, 2);
    activation_oracle::check_that_nan_stays_nan<elu>();
}

TEST_CASE("elu has the scale that it is given", "[activation]") {
    CHECK(at<elu>(0) == 0);
    CHECK(slope_at<elu>(0) == 1);
    CHECK(at<elu>(infinity) == infinity);
    CHECK(at<elu>(-infinity) == -1);
    CHECK(slope_at<elu>(-infinity) == 0);
    CHECK(at<basic_elu<0.5>>(-infinity) == -0.5);
    CHECK(at<basic_elu<0.5>>(3) == 3);
    CHECK(slope_at<basic_elu<0.5>>(-1e-9) == Approx(0.5));
    CHECK(slope_at<basic_elu<0.5>>(0) == 0.5); // (that of the left)
}
