#include <ctnn/loss/binary_cross_entropy.hpp>
#include <ctnn/loss/binary_focal.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/focal.hpp>
#include <ctnn/math/is_nan.hpp>

#include "oracle/losses.hpp"

namespace {

using ctnn::binary_focal;
using ctnn::focal;
using ctnn::sigmoid;
using ctnn::softmax;

static_assert(loss_oracle::agrees_everywhere<double>(focal{}, loss_oracle::focal, 4));

} // namespace

TEST_CASE("the focal losses and their derivatives are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(focal{}, loss_oracle::focal, 4);
    loss_oracle::check_on_the_machine_behind<softmax>(focal{}, loss_oracle::softmax_focal, 8);
    loss_oracle::check_that_nan_stays_nan(focal{});
    loss_oracle::check_on_the_machine(binary_focal{}, loss_oracle::binary_focal, 8);
    loss_oracle::check_on_the_machine_behind<sigmoid>(binary_focal{},
                                                      loss_oracle::sigmoid_binary_focal, 8);
    loss_oracle::check_that_nan_stays_nan(binary_focal{});
}

TEST_CASE("a focal loss without focus is the cross-entropy", "[loss]") {
    auto const y = compare::opaque(std::array{0.0, 0.25, 0.75});
    std::array const t{0.0, 1.0, 0.0};
    CHECK(focal{.gamma = 0}.value(y, t) == ctnn::cross_entropy::value(y, t));
    CHECK(focal{.gamma = 0}.derivative(y, t) == ctnn::cross_entropy::derivative(y, t));
    binary_focal const half{.gamma = 0, .alpha = 0.5};
    CHECK(compare::near(2 * half.value(y, t), ctnn::binary_cross_entropy::value(y, t), 2));
    auto dy = half.derivative(y, t);
    for (double& derivative : dy)
        derivative *= 2;
    CHECK(compare::near(dy, ctnn::binary_cross_entropy::derivative(y, t), 2));
}

TEST_CASE("the focal losses are finite for all finite logits, and so are their slopes", "[loss]") {
    auto const is_finite = [](auto const& loss, auto const& slopes) {
        bool finite = ctnn::math::is_finite(loss);
        for (double const slope : slopes)
            finite = finite && ctnn::math::is_finite(slope);
        return finite;
    };
    for (double const gamma : {0.0, 0.5, 1.0, 2.0, 5.0})
        for (double const size : {0.0, 1.0, 30.0, 40.0, 750.0, 1e4, 1e300})
            for (std::array const v : {std::array{size, -size}, std::array{-size, size}}) {
                CAPTURE(gamma, v[0], v[1]);
                std::array const t{1.0, 0.0};
                auto const y = softmax::forward(compare::opaque(v));
                CHECK(is_finite(focal{gamma}.value(softmax{}, v, y, t),
                                focal{gamma}.derivative(softmax{}, v, y, t)));
                std::array const s{sigmoid::value(v[0]), sigmoid::value(v[1])};
                binary_focal const binary{.gamma = gamma};
                CHECK(is_finite(binary.value(sigmoid{}, v, s, t),
                                binary.derivative(sigmoid{}, v, s, t)));
            }
}

TEST_CASE("the slopes of focal losses of certain answers are finite if these are right", "[loss]") {
    for (double const gamma : {0.0, 0.5, 1.0, 2.0}) {
        CAPTURE(gamma);
        std::array const y = compare::opaque(std::array{1.0, 0.0});
        double const least = gamma == 0 ? -1 : 0;
        CHECK(focal{gamma}.value(y, y) == 0);
        CHECK(focal{gamma}.derivative(y, y) == std::array{least, 0.0});
        binary_focal const binary{.gamma = gamma};
        CHECK(binary.value(y, y) == 0);
        CHECK(binary.derivative(y, y) == std::array{least / 8, -least * 3 / 8});
    }
}

TEST_CASE("settings of focal losses that make no sense have no loss", "[loss]") {
    std::array const y{0.5, 0.5}, t{1.0, 0.0};
    for (double const gamma : {-1.0, compare::infinity<double>, compare::not_a_number<double>}) {
        CHECK_FALSE(focal{gamma}.is_valid());
        CHECK(ctnn::math::is_nan(focal{gamma}.value(y, t)));
        CHECK(ctnn::math::is_nan(binary_focal{.gamma = gamma}.value(y, t)));
    }
    CHECK_FALSE(binary_focal{.alpha = 1.5}.is_valid());
    CHECK_FALSE(binary_focal{.alpha = -0.5}.is_valid());
    CHECK(binary_focal{}.is_valid());
    CHECK(ctnn::math::is_nan(binary_focal{.alpha = 2}.value(y, t)));
    CHECK(ctnn::math::is_nan(focal{}.value(y, std::array{-1.0, 1.0})));
    CHECK(ctnn::math::is_nan(binary_focal{}.value(y, std::array{1.5, 1.0})));
}
