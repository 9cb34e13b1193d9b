#include <ctnn/loss/kullback_leibler.hpp>

#include "oracle/losses.hpp"

namespace {

using ctnn::kullback_leibler;
using ctnn::softmax;

constexpr kullback_leibler loss{};
static_assert(loss_oracle::agrees_everywhere<double>(loss, loss_oracle::kullback_leibler, 2));
static_assert(loss_oracle::agrees_everywhere_behind<double, softmax>(
    loss, loss_oracle::softmax_kullback_leibler, 4));

} // namespace

TEST_CASE("the Kullback-Leibler divergence and its derivative are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(loss, loss_oracle::kullback_leibler, 2);
    loss_oracle::check_on_the_machine_behind<softmax>(loss, loss_oracle::softmax_kullback_leibler,
                                                      4);
    loss_oracle::check_that_nan_stays_nan(loss);
}

TEST_CASE("the Kullback-Leibler divergence of a distribution from itself is 0", "[loss]") {
    auto const y = compare::opaque(std::array{0.125, 0.5, 0.375, 0.0});
    CHECK(loss.value(y, y) == 0);
    double const value = loss.value(y, std::array{-0.5, 0.5, 0.5, 0.5});
    CHECK(value != value);
}
