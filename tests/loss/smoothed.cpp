#include <ctnn/loss/smoothed.hpp>

#include <ctnn/loss/binary_cross_entropy.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/cross_entropy_from_logits.hpp>
#include <ctnn/loss/negative_log_likelihood.hpp>
#include <ctnn/math/is_nan.hpp>

#include "oracle/losses.hpp"

namespace {

using ctnn::smoothed, ctnn::cross_entropy, ctnn::softmax;

static_assert(loss_oracle::agrees_everywhere_behind<double, softmax>(
    smoothed<cross_entropy>{}, loss_oracle::smoothed_cross_entropy, 4));

} // namespace

TEST_CASE("smoothed labels have the oracle's loss and derivative", "[loss]") {
    loss_oracle::check_on_the_machine_behind<softmax>(smoothed<cross_entropy>{},
                                                      loss_oracle::smoothed_cross_entropy, 4);
    loss_oracle::check_on_the_machine(smoothed<ctnn::cross_entropy_from_logits>{},
                                      loss_oracle::smoothed_cross_entropy, 4);
}

TEST_CASE("labels of yes and no are smoothed towards a half", "[loss]") {
    auto const y = compare::opaque(std::array{0.25, 0.5, 0.75});
    smoothed<ctnn::binary_cross_entropy> const loss{.smoothing = 0.25};
    CHECK(loss.value(y, std::array{0.0, 1.0, 1.0}) ==
          ctnn::binary_cross_entropy::value(y, std::array{0.125, 0.875, 0.875}));
}

TEST_CASE("a smoothing outside [0, 1] has no loss", "[loss]") {
    std::array const y{0.5, 0.5}, t{1.0, 0.0};
    for (double const smoothing : {-0.1, 1.1, compare::not_a_number<double>}) {
        smoothed<cross_entropy> const loss{.smoothing = smoothing};
        CHECK_FALSE(loss.is_valid());
        CHECK(ctnn::math::is_nan(loss.value(y, t)));
        CHECK(ctnn::math::is_nan(loss.value(softmax{}, y, y, t)));
    }
    CHECK(smoothed<cross_entropy>{.smoothing = 0}.value(y, t) == cross_entropy::value(y, t));
}
