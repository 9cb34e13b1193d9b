#include <ctnn/loss/cross_entropy.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"

namespace {

using compare::infinity;
using compare::opaque;
using ctnn::cross_entropy;
using ctnn::softmax;

constexpr cross_entropy loss{};

static_assert(loss_oracle::agrees_everywhere<double>(loss, loss_oracle::cross_entropy, 2));
static_assert(loss_oracle::agrees_everywhere<float>(loss, loss_oracle::cross_entropy, 2));
static_assert(loss_oracle::agrees_everywhere_behind<double, softmax>(
    loss, loss_oracle::softmax_cross_entropy, 2));
static_assert(loss_oracle::agrees_everywhere_behind<float, softmax>(
    loss, loss_oracle::softmax_cross_entropy, 2));

// Finite logits have a finite loss and slope, however sure and however wrong the network is.
template <class Scalar>
constexpr bool is_finite_at(Scalar size) {
    for (std::array const v : {std::array{size, -size}, std::array{-size, size}}) {
        auto const y = softmax::forward(v);
        std::array const target{Scalar(1), Scalar(0)};
        Scalar const expected = v[0] > v[1] ? Scalar(0) : Scalar(2) * size;
        if (loss.value(softmax{}, v, y, target) != expected)
            return false;
        Scalar const slope = v[0] > v[1] ? Scalar(0) : Scalar(1);
        if (loss.derivative(softmax{}, v, y, target) != std::array{-slope, slope})
            return false;
    }
    return true;
}

static_assert(is_finite_at(1e4) && is_finite_at(100.0f));

} // namespace

TEST_CASE("the cross-entropy and its derivative are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(loss, loss_oracle::cross_entropy, 2);
    loss_oracle::check_that_nan_stays_nan(loss);
}

TEST_CASE("the cross-entropy after softmax and its derivative are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine_behind<softmax>(loss, loss_oracle::softmax_cross_entropy, 2);
}

TEST_CASE("the cross-entropy after softmax is finite for all finite logits", "[loss]") {
    CHECK(is_finite_at(opaque(1e4)));
    CHECK(is_finite_at(opaque(100.0f)));
    CHECK(is_finite_at(opaque(4e307)));
    CHECK(is_finite_at(opaque(1e38f)));
}

TEST_CASE("the cross-entropy of an impossible class is infinite only if it is the target",
          "[loss]") {
    auto const y = opaque(std::array{0.0, 1.0});
    CHECK(loss.value(y, std::array{0.0, 1.0}) == 0);
    CHECK(loss.value(y, std::array{1.0, 0.0}) == infinity<double>);
    CHECK(loss.derivative(y, std::array{0.0, 1.0}) == std::array{0.0, -1.0});
    CHECK(loss.derivative(y, std::array{1.0, 0.0}) == std::array{-infinity<double>, 0.0});
}
