#include <array>
#include <cstddef>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/face/batch/loss_form.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/binary_cross_entropy.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/loss/huber.hpp>
#include <ctnn/loss/mean_absolute_error.hpp>
#include <ctnn/loss/mean_squared_error.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "extreme_values_double.hpp"
#include "extreme_values_float.hpp"

// What the losses promise of numbers of any size: exact, infinite or NaN, as an oracle says.

namespace {

using namespace ctnn;

template <class Scalar>
bool is(Scalar found, double expected) {
    if (expected != expected)
        return found != found;
    auto const wanted = static_cast<Scalar>(expected);
    return found == wanted || compare::near(found, expected, 4, 1e-6);
}

template <class Scalar, class Activation>
auto outputs(std::array<Scalar, 3> const& v) {
    return detail::apply_activation<Activation>(v);
}

template <class Scalar, class Loss, std::size_t Size>
void check(Loss const& loss, extreme_losses::point const (&points)[Size]) {
    for (auto const& [y, t, value] : points) {
        CAPTURE(y[0], y[1], y[2], t[0], t[1], t[2], value);
        CHECK(is(loss.value(compare::opaque(compare::converted<Scalar>(y)),
                            compare::converted<Scalar>(t)),
                 value));
    }
}

// After the activation with which the loss is one: the value alone, and in the lanes of a batch.
template <class Scalar, class Activation, class Loss, std::size_t Size>
void check_behind(Loss const& loss, extreme_losses::point const (&points)[Size]) {
    using stage = typename network<Scalar, input<1>, dense<3, Activation>>::last_stage;
    constexpr std::size_t group = kernel::group<Scalar>;
    for (auto const& [logits, target, value] : points) {
        CAPTURE(logits[0], logits[1], logits[2], target[0], target[1], target[2], value);
        auto const v = compare::opaque(compare::converted<Scalar>(logits));
        auto const t = compare::converted<Scalar>(target);
        auto const y = outputs<Scalar, Activation>(v);
        CHECK(is(loss.value(Activation{}, v, y, t), value));
        if constexpr (kernel::vectorizable<Scalar>) {
            alignas(64) Scalar vs[3 * group], ys[3 * group], ts[3 * group], values[group];
            for (std::size_t i = 0; i < 3; ++i)
                for (std::size_t k = 0; k < group; ++k) {
                    vs[i * group + k] = v[i];
                    ys[i * group + k] = y[i];
                    ts[i * group + k] = t[i];
                }
            batch::learn_loss<stage>(loss, vs, ys, ts, Scalar(1), values, std::size_t{1});
            for (std::size_t k = 0; k < group; ++k)
                CHECK(is(values[k], value));
        }
    }
}

} // namespace

TEST_CASE("losses of extreme numbers are the oracle's", "[loss]") {
    namespace extreme = extreme_losses;
    check<float>(cross_entropy{}, extreme::cross_entropy_float);
    check<double>(cross_entropy{}, extreme::cross_entropy_double);
    check<float>(binary_cross_entropy{}, extreme::binary_cross_entropy_float);
    check<double>(binary_cross_entropy{}, extreme::binary_cross_entropy_double);
    check<float>(mean_squared_error{}, extreme::mean_squared_error_float);
    check<double>(mean_squared_error{}, extreme::mean_squared_error_double);
    check<float>(mean_absolute_error{}, extreme::mean_absolute_error_float);
    check<double>(mean_absolute_error{}, extreme::mean_absolute_error_double);
    check<float>(huber{}, extreme::huber_float);
    check<double>(huber{}, extreme::huber_double);
}

TEST_CASE("losses of extreme logits are the oracle's", "[loss]") {
    namespace extreme = extreme_losses;
    check_behind<float, softmax>(cross_entropy{}, extreme::softmax_cross_entropy_float);
    check_behind<double, softmax>(cross_entropy{}, extreme::softmax_cross_entropy_double);
    check_behind<float, sigmoid>(binary_cross_entropy{},
                                 extreme::sigmoid_binary_cross_entropy_float);
    check_behind<double, sigmoid>(binary_cross_entropy{},
                                  extreme::sigmoid_binary_cross_entropy_double);
}

TEST_CASE("the cross-entropy is infinite only where the exact value is beyond the scalar",
          "[loss]") {
    auto const v = compare::opaque(std::array{3e38F, -3e38F, 0.0F});
    auto const y = softmax::forward(v);
    constexpr cross_entropy loss{};
    CHECK(loss.value(softmax{}, v, y, std::array{1.0F, 0.0F, 0.0F}) == 0);
    CHECK(loss.value(softmax{}, v, y, std::array{0.0F, 1.0F, 0.0F}) == compare::infinity<float>);
    CHECK(loss.value(softmax{}, v, y, std::array{0.0F, 0.0F, 1.0F}) == 3e38F);
    CHECK(loss.derivative(softmax{}, v, y, std::array{0.0F, 1.0F, 0.0F}) ==
          std::array{1.0F, -1.0F, 0.0F});
}

TEST_CASE("a class that a logit of minus infinity excludes costs nothing where it is no target",
          "[loss]") {
    auto const v = compare::opaque(std::array{1.0, -compare::infinity<double>});
    auto const y = softmax::forward(v);
    CHECK(cross_entropy{}.value(softmax{}, v, y, std::array{1.0, 0.0}) == 0);
    CHECK(cross_entropy{}.value(softmax{}, v, y, std::array{0.0, 1.0}) ==
          compare::infinity<double>);
}

TEMPLATE_TEST_CASE("a NaN anywhere makes the loss NaN, whatever the target", "[loss]", float,
                   double) {
    constexpr TestType nan = compare::not_a_number<TestType>;
    auto const spoils = [&](auto const& value) {
        for (std::size_t place = 0; place < 4; ++place)
            for (TestType const target : {TestType(0), TestType(1), TestType(0.5)}) {
                std::array<TestType, 2> y{TestType(0.25), TestType(0.75)}, t{target, target};
                (place < 2 ? y : t)[place % 2] = nan;
                TestType const found = value(compare::opaque(y), t);
                CAPTURE(place, target);
                CHECK(found != found);
            }
    };
    spoils([](auto const& y, auto const& t) { return cross_entropy{}.value(y, t); });
    spoils([](auto const& y, auto const& t) { return binary_cross_entropy{}.value(y, t); });
    spoils([](auto const& y, auto const& t) { return mean_squared_error{}.value(y, t); });
    spoils([](auto const& y, auto const& t) { return mean_absolute_error{}.value(y, t); });
    spoils([](auto const& y, auto const& t) { return huber{}.value(y, t); });
    spoils([](auto const& v, auto const& t) {
        return cross_entropy{}.value(softmax{}, v, softmax::forward(v), t);
    });
    spoils([](auto const& v, auto const& t) {
        return binary_cross_entropy{}.value(sigmoid{}, v, detail::apply_activation<sigmoid>(v), t);
    });
}

TEST_CASE("a Huber delta that makes no sense has no loss", "[loss]") {
    using number = fixed_point<3, 12>;
    constexpr number largest = number(1e9);
    for (double const delta : {0.0, -1.0, compare::not_a_number<double>}) {
        huber const loss{.delta = compare::opaque(delta)};
        CHECK_FALSE(loss.is_valid());
        double const value = loss.value(std::array{3.0}, std::array{1.0});
        CHECK(value != value);
        CHECK(loss.value(std::array{number(3)}, std::array{number(1)}) == largest);
    }
    CHECK(huber{}.is_valid());
    CHECK(huber{.delta = compare::infinity<double>}.is_valid());
    // Positive, but 0 in the scalar.
    CHECK(huber{.delta = 1e-9}.value(std::array{number(3)}, std::array{number(1)}) == largest);
}

TEST_CASE("a fixed-point loss is the mean of its outputs, not that of a saturated sum", "[loss]") {
    using number = fixed_point<3, 12>;
    auto const y = convert<number>(std::array{2.0, 2.0, 2.0, 2.0});
    std::array<number, 4> const t{};
    CHECK(mean_squared_error{}.value(y, t) == number(4));
    CHECK(mean_absolute_error{}.value(y, t) == number(2));
    CHECK(huber{.delta = 4}.value(y, t) == number(2));
    auto const p = convert<number>(std::array{0.125, 0.125, 0.125, 0.125});
    auto const one = convert<number>(std::array{1.0, 1.0, 1.0, 1.0});
    number const alone = binary_cross_entropy{}.value(std::array{p[0]}, std::array{one[0]});
    CHECK(binary_cross_entropy{}.value(p, one) == alone);
    auto const v = convert<number>(std::array{-3.0, -3.0, -3.0, -3.0});
    auto const s = detail::apply_activation<sigmoid>(v);
    CHECK(binary_cross_entropy{}.value(sigmoid{}, v, s, one) ==
          binary_cross_entropy{}.value(sigmoid{}, std::array{v[0]}, std::array{s[0]},
                                       std::array{one[0]}));
}

TEST_CASE("what is no probability has no loss in fixed point either", "[loss]") {
    using number = fixed_point<3, 12>;
    constexpr number largest = number(1e9);
    std::array<number, 2> const no{};
    auto const outside = convert<number>(std::array{-0.5, 1.5});
    auto const target = convert<number>(std::array{0.0, 1.0});
    CHECK(cross_entropy{}.value(outside, no) == largest);
    CHECK(binary_cross_entropy{}.value(outside, target) == largest);
    CHECK(cross_entropy{}.value(target, outside) == largest);
    CHECK(binary_cross_entropy{}.value(target, outside) == largest);
}

TEST_CASE("a negative target has the largest loss in fixed point, after softmax too", "[loss]") {
    using number = fixed_point<3, 12>;
    constexpr number largest = number(1e9);
    std::array<number, 2> const logits{number(7.0), number(-7.0)};
    auto const outputs = softmax::forward(logits);
    for (auto const& targets : {std::array<number, 2>{number(-1.0), number(0.0)},
                                std::array<number, 2>{number(-1.0), number(2.0)},
                                std::array<number, 2>{number(0.0), number(-1.0)}}) {
        CHECK(cross_entropy::value(outputs, targets) == largest);
        CHECK(cross_entropy::value(softmax{}, logits, outputs, targets) == largest);
    }
}
