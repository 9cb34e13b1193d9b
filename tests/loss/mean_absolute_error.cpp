#include <ctnn/loss/mean_absolute_error.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"

namespace {

using ctnn::mean_absolute_error;
using loss_oracle::agrees_everywhere;

constexpr mean_absolute_error loss{};

static_assert(agrees_everywhere<double>(loss, loss_oracle::mean_absolute_error, 1));
static_assert(agrees_everywhere<float>(loss, loss_oracle::mean_absolute_error, 1));

} // namespace

TEST_CASE("the mean absolute error and its derivative are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(loss, loss_oracle::mean_absolute_error, 1);
    loss_oracle::check_that_nan_stays_nan(loss);
}

TEST_CASE("the mean absolute error is flat where output and target are equal", "[loss]") {
    auto const y = compare::opaque(std::array{0.1, -2.0, 3.0, 4.0});
    CHECK(loss.value(y, y) == 0);
    CHECK(loss.derivative(y, y) == std::array{0.0, 0.0, 0.0, 0.0});
    CHECK(loss.derivative(y, std::array{0.1, -1.0, 2.0, 4.0}) == std::array{0.0, -0.25, 0.25, 0.0});
}
