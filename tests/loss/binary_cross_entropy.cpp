#include <ctnn/loss/binary_cross_entropy.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"

namespace {

using compare::infinity;
using compare::opaque;
using ctnn::binary_cross_entropy;
using ctnn::sigmoid;

constexpr binary_cross_entropy loss{};

static_assert(loss_oracle::agrees_everywhere<double>(loss, loss_oracle::binary_cross_entropy, 2));
static_assert(loss_oracle::agrees_everywhere<float>(loss, loss_oracle::binary_cross_entropy, 2));
static_assert(loss_oracle::agrees_everywhere_behind<double, sigmoid>(
    loss, loss_oracle::sigmoid_binary_cross_entropy, 2));
static_assert(loss_oracle::agrees_everywhere_behind<float, sigmoid>(
    loss, loss_oracle::sigmoid_binary_cross_entropy, 2));

// Finite logits have a finite loss and slope, however sure and however wrong the network is.
template <class Scalar>
constexpr bool is_finite_at(Scalar size) {
    for (Scalar const v : {size, -size})
        for (Scalar const target : {Scalar(0), Scalar(1)}) {
            Scalar const y = sigmoid::value(v);
            bool const right = (v > Scalar(0)) == (target == Scalar(1));
            if (loss.value(sigmoid{}, std::array{v}, std::array{y}, std::array{target}) !=
                (right ? Scalar(0) : size))
                return false;
            if (!compare::near(
                    loss.derivative(sigmoid{}, std::array{v}, std::array{y}, std::array{target})[0],
                    right           ? 0.0
                    : v > Scalar(0) ? 1.0
                                    : -1.0,
                    1))
                return false;
        }
    return true;
}

static_assert(is_finite_at(1e4) && is_finite_at(100.0f));

} // namespace

TEST_CASE("the binary cross-entropy and its derivative are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(loss, loss_oracle::binary_cross_entropy, 2);
    loss_oracle::check_that_nan_stays_nan(loss);
}

TEST_CASE("the binary cross-entropy after sigmoid and its derivative are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine_behind<sigmoid>(loss,
                                                      loss_oracle::sigmoid_binary_cross_entropy, 2);
}

TEST_CASE("the binary cross-entropy after sigmoid is finite for all finite logits", "[loss]") {
    CHECK(is_finite_at(opaque(1e4)));
    CHECK(is_finite_at(opaque(100.0f)));
    CHECK(is_finite_at(opaque(1e308)));
    CHECK(is_finite_at(opaque(1e38f)));
}

TEST_CASE("the binary cross-entropy of a certain output is infinite only if it is wrong",
          "[loss]") {
    for (double const y : {0.0, 1.0}) {
        CHECK(loss.value(std::array{opaque(y)}, std::array{y}) == 0);
        CHECK(loss.value(std::array{opaque(y)}, std::array{1 - y}) == infinity<double>);
        CHECK(loss.derivative(std::array{opaque(y)}, std::array{1 - y})[0] ==
              (y == 0 ? -infinity<double> : infinity<double>));
    }
    CHECK(loss.derivative(std::array{opaque(1.0)}, std::array{1.0})[0] == -1);
    CHECK(loss.derivative(std::array{opaque(0.0)}, std::array{0.0})[0] == 1);
}
