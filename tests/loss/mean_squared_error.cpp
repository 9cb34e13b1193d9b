#include <ctnn/loss/mean_squared_error.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"

namespace {

using ctnn::mean_squared_error;
using loss_oracle::agrees_everywhere;

constexpr mean_squared_error loss{};

static_assert(agrees_everywhere<double>(loss, loss_oracle::mean_squared_error, 2));
static_assert(agrees_everywhere<float>(loss, loss_oracle::mean_squared_error, 2));
static_assert(loss.value(std::array{3.0}, std::array{1.0}) == 4);
static_assert(loss.derivative(std::array{3.0}, std::array{1.0})[0] == 4);

} // namespace

TEST_CASE("the mean squared error and its derivative are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(loss, loss_oracle::mean_squared_error, 2);
    loss_oracle::check_that_nan_stays_nan(loss);
}

TEST_CASE("the mean squared error of equal arrays is 0", "[loss]") {
    auto const y = compare::opaque(std::array{0.1, -2.0});
    CHECK(loss.value(y, y) == 0);
    CHECK(loss.derivative(y, y) == std::array{0.0, 0.0});
    CHECK(loss.value(std::array{compare::infinity<double>}, std::array{0.0}) ==
          compare::infinity<double>);
}
