#include <ctnn/loss/quantile.hpp>
#include <ctnn/number/fixed_point.hpp>

#include "oracle/losses.hpp"

namespace {

using ctnn::quantile;

constexpr quantile loss{.level = 0.9};
static_assert(loss_oracle::agrees_everywhere<double>(loss, loss_oracle::quantile, 2));

} // namespace

TEST_CASE("the quantile loss and its derivative are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(loss, loss_oracle::quantile, 2);
    loss_oracle::check_that_nan_stays_nan(loss);
}

TEST_CASE("the quantile loss is least at the quantile", "[loss]") {
    auto const total = [](double y) {
        double sum = 0;
        for (int target = 1; target <= 10; ++target)
            sum += loss.value(std::array{y}, std::array{1.0 * target});
        return sum;
    };
    CHECK(total(9.5) < total(8.5));
    CHECK(total(9.5) < total(10.5));
    CHECK(total(9.5) < total(5));
}

TEST_CASE("a level that is not between 0 and 1 has no loss", "[loss]") {
    for (double const level : {0.0, 1.0, -0.5, 2.0, compare::not_a_number<double>}) {
        quantile const wrong{.level = compare::opaque(level)};
        CHECK_FALSE(wrong.is_valid());
        double const value = wrong.value(std::array{3.0}, std::array{1.0});
        CHECK(value != value);
    }
    CHECK(quantile{}.is_valid());
    using number = ctnn::fixed_point<3, 12>;
    CHECK(quantile{.level = 1e-9}.value(std::array{number(3)}, std::array{number(1)}) ==
          number(1e9));
}
