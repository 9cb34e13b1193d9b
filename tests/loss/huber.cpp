#include <ctnn/loss/huber.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"

namespace {

using ctnn::huber;
using loss_oracle::agrees_everywhere;

static_assert(agrees_everywhere<double>(huber{}, loss_oracle::huber, 1));
static_assert(agrees_everywhere<float>(huber{}, loss_oracle::huber, 1));
static_assert(agrees_everywhere<double>(huber{.delta = 0.25}, loss_oracle::huber_quarter, 1));

} // namespace

TEST_CASE("the Huber loss and its derivative are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(huber{}, loss_oracle::huber, 1);
    loss_oracle::check_on_the_machine(huber{.delta = 0.25}, loss_oracle::huber_quarter, 1);
    loss_oracle::check_that_nan_stays_nan(huber{});
}

TEST_CASE("the Huber loss and its slope are continuous at the knee", "[loss]") {
    huber const loss{.delta = 2};
    double const below = compare::opaque(2.0);
    double const above = compare::opaque(2.0000001);
    std::array const zero{0.0};
    CHECK(loss.value(std::array{below}, zero) == 2);
    CHECK(loss.value(std::array{above}, zero) == Approx(2.0000002));
    CHECK(loss.derivative(std::array{below}, zero)[0] == 2);
    CHECK(loss.derivative(std::array{above}, zero)[0] == 2);
    CHECK(loss.derivative(std::array{-above}, zero)[0] == -2);
}
