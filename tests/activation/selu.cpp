#include <ctnn/activation/selu.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/selu.hpp"

namespace {

using activation_oracle::agrees;
using activation_oracle::at;
using activation_oracle::slope_at;
using ctnn::selu;

constexpr double infinity = compare::infinity<double>;

static_assert(agrees<selu, double>(activation_oracle::selu, 2));
static_assert(agrees<selu, float>(activation_oracle::selu, 2));

} // namespace

TEST_CASE("selu and its derivative are the oracle's", "[activation]") {
    activation_oracle::check_on_the_machine<selu, double>(activation_oracle::selu, 2);
    activation_oracle::check_on_the_machine<selu, float>(activation_oracle::selu, 2);
    activation_oracle::check_that_nan_stays_nan<selu>();
}

TEST_CASE("selu ends at the paper's bound and grows by the paper's scale", "[activation]") {
    CHECK(at<selu>(0) == 0);
    CHECK(at<selu>(infinity) == infinity);
    CHECK(at<selu>(-infinity) == -1.7580993408473768);
    CHECK(slope_at<selu>(-infinity) == 0);
    CHECK(slope_at<selu>(infinity) == 1.0507009873554805);
    CHECK(slope_at<selu>(0) == 1.7580993408473768); // (that of the left)
}
