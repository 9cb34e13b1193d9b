#include <ctnn/loss/squared_hinge.hpp>
#include <ctnn/number/fixed_point.hpp>

#include "oracle/losses.hpp"

namespace {

using ctnn::squared_hinge;

static_assert(loss_oracle::agrees_everywhere<double>(squared_hinge{}, loss_oracle::squared_hinge,
                                                     1));

} // namespace

TEST_CASE("the squared hinge loss and its derivative are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(squared_hinge{}, loss_oracle::squared_hinge, 1);
    loss_oracle::check_that_nan_stays_nan(squared_hinge{});
}

TEST_CASE("the squared hinge loss has no value for targets that are neither -1 nor 1", "[loss]") {
    for (double const target : {0.0, 0.5, -2.0, compare::not_a_number<double>}) {
        double const value =
            squared_hinge{}.value(compare::opaque(std::array{2.0, 2.0}), std::array{1.0, target});
        CAPTURE(target);
        CHECK(value != value);
    }
    using number = ctnn::fixed_point<3, 12>;
    CHECK(squared_hinge{}.value(std::array{number(2), number(2)},
                                std::array{number(1), number(0)}) == number(1e9));
}
