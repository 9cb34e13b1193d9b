#include <ctnn/loss/poisson.hpp>
#include <ctnn/loss/poisson_from_logarithms.hpp>

#include "oracle/losses.hpp"

namespace {

using ctnn::poisson;
using ctnn::poisson_from_logarithms;

static_assert(loss_oracle::agrees_everywhere<double>(poisson{}, loss_oracle::poisson, 2));
static_assert(loss_oracle::agrees_everywhere<double>(poisson_from_logarithms{},
                                                     loss_oracle::poisson_from_logarithms, 2));

} // namespace

TEST_CASE("the Poisson losses and their derivatives are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(poisson{}, loss_oracle::poisson, 2);
    loss_oracle::check_that_nan_stays_nan(poisson{});
    loss_oracle::check_on_the_machine(poisson_from_logarithms{},
                                      loss_oracle::poisson_from_logarithms, 2);
    loss_oracle::check_that_nan_stays_nan(poisson_from_logarithms{});
}

TEST_CASE("the Poisson losses have no value for negative counts or rates", "[loss]") {
    auto const is_nan = [](double value) { return value != value; };
    CHECK(is_nan(poisson{}.value(std::array{1.0}, std::array{-1.0})));
    CHECK(is_nan(poisson{}.value(std::array{-1.0}, std::array{1.0})));
    CHECK(is_nan(poisson_from_logarithms{}.value(std::array{1.0}, std::array{-1.0})));
    CHECK(poisson{}.value(std::array{0.0}, std::array{0.0}) == 0);
    CHECK(poisson{}.derivative(std::array{0.0}, std::array{0.0})[0] == 1);
    CHECK(poisson{}.value(std::array{0.0}, std::array{1.0}) == compare::infinity<double>);
}
