#include <ctnn/loss/log_cosh.hpp>

#include "oracle/losses.hpp"

namespace {

using ctnn::log_cosh;

static_assert(loss_oracle::agrees_everywhere<double>(log_cosh{}, loss_oracle::log_cosh, 2));

} // namespace

TEST_CASE("log-cosh and its derivative are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(log_cosh{}, loss_oracle::log_cosh, 2);
    loss_oracle::check_that_nan_stays_nan(log_cosh{});
}

TEST_CASE("log-cosh keeps the digits of small errors and is finite for large ones", "[loss]") {
    auto const loss = [](double error) {
        return log_cosh{}.value(std::array{compare::opaque(error)}, std::array{0.0});
    };
    CHECK(compare::near(loss(1e-9), 5e-19, 2, 0));
    CHECK(compare::near(loss(-1e-4), 4.99999999166666667e-9, 4, 0));
    CHECK(compare::near(loss(1e300), 1e300, 1));
    CHECK(loss(compare::infinity<double>) == compare::infinity<double>);
    // On both sides of where the formula changes.
    CHECK(compare::near(loss(0x1.fffffffffffffp-1), 0.43378083048302712, 2));
    CHECK(compare::near(loss(1), 0.43378083048302720, 2));
}
