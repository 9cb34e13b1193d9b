#include <ctnn/activation/celu.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/celu.hpp"
#include "oracle/celu_half.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::basic_celu;
using ctnn::celu;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<celu, double>(activation_oracle::celu, 2));
static_assert(agrees<celu, float>(activation_oracle::celu, 2));

} // namespace

TEST_CASE("celu and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<celu, double>(activation_oracle::celu, 2);
    activation_oracle::check_on_the_machine<celu, float>(activation_oracle::celu, 2);
    activation_oracle::check_that_nan_stays_nan<celu>();
}

TEST_CASE("celu has the scale that it is given, and no joint in its derivative", "[activation]") {
    activation_oracle::check_on_the_machine<basic_celu<0.5>, double>(activation_oracle::celu_half,
                                                                     2);
    activation_oracle::check_on_the_machine<basic_celu<0.5>, float>(activation_oracle::celu_half,
                                                                    2);
    CHECK(at<celu>(0) == 0);
    CHECK(slope_at<celu>(0) == 1);
    CHECK(at<celu>(infinity) == infinity);
    CHECK(at<celu>(-infinity) == -1);
    CHECK(slope_at<celu>(-infinity) == 0);
    CHECK(at<basic_celu<0.5>>(-infinity) == -0.5);
    CHECK(slope_at<basic_celu<0.5>>(0) == 1);
}
