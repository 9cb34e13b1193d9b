#include <ctnn/loss/negative_log_likelihood.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/data/one_hot.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/loss/cross_entropy.hpp>
#include <ctnn/network/backpropagate.hpp>
#include <ctnn/network/convert.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/loss.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/optimizer/sgd.hpp>
#include <ctnn/training/train.hpp>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "oracle/negative_log_likelihood.hpp"

namespace {

using compare::infinity;
using compare::near;
using compare::opaque;
using ctnn::log_softmax, ctnn::negative_log_likelihood;

constexpr negative_log_likelihood loss{};

static_assert(loss_oracle::agrees_everywhere<double>(loss, loss_oracle::negative_log_likelihood,
                                                     2));
static_assert(loss_oracle::agrees_everywhere<float>(loss, loss_oracle::negative_log_likelihood, 2));
static_assert(loss_oracle::agrees_everywhere_behind<double, log_softmax>(
    loss, loss_oracle::log_softmax_negative_log_likelihood, 4));
static_assert(loss_oracle::agrees_everywhere_behind<float, log_softmax>(
    loss, loss_oracle::log_softmax_negative_log_likelihood, 4));

constexpr bool agrees_with_pytorch(nll_oracle::sample const& at) {
    auto const target = ctnn::one_hot<double, 5>(at.label);
    auto const y = log_softmax::forward(at.logits);
    return near(y, at.output, 4) && near(loss.value(y, target), at.loss, 4) &&
           near(loss.derivative(log_softmax{}, at.logits, y, target), at.slopes, 16) &&
           near(log_softmax::backward(at.logits, y, loss.derivative(y, target)), at.slopes, 16);
}
constexpr bool agrees_with_pytorch_everywhere = [] {
    for (auto const& at : nll_oracle::samples)
        if (!agrees_with_pytorch(at))
            return false;
    return true;
}();
static_assert(agrees_with_pytorch_everywhere);

} // namespace

TEST_CASE("the negative log-likelihood and its derivative are the oracle's", "[loss]") {
    loss_oracle::check_on_the_machine(loss, loss_oracle::negative_log_likelihood, 2);
    loss_oracle::check_on_the_machine_behind<log_softmax>(
        loss, loss_oracle::log_softmax_negative_log_likelihood, 4);
}

TEST_CASE("log_softmax and the negative log-likelihood are PyTorch's", "[loss]") {
    for (auto const& at : nll_oracle::samples)
        CHECK(agrees_with_pytorch(opaque(at)));
}

TEST_CASE("the negative log-likelihood of what is no logarithm of a probability is NaN", "[loss]") {
    auto const value = [](double y, double t) {
        return loss.value(opaque(std::array{y, -1.0}), std::array{t, 0.5});
    };
    for (double const t : {0.0, 0.5, 1.0}) {
        CHECK(std::isnan(value(0.25, t)));
        CHECK(std::isnan(value(compare::not_a_number<double>, t)));
    }
    CHECK(std::isnan(value(-0.25, -0.5)));
    CHECK(value(0.0, 1) == 0.5);
    CHECK(value(0.0005, 0) == 0.5); // (rounded up)
    using fixed = ctnn::fixed_point<3, 12>;
    CHECK(loss.value(opaque(std::array{fixed(1), fixed(0)}), std::array{fixed(0), fixed(1)}) ==
          fixed::largest());
    auto const slopes = loss.derivative(opaque(std::array{compare::not_a_number<double>, -2.0}),
                                        std::array{0.0, 1.0});
    CHECK(std::isnan(slopes[0]));
    CHECK(slopes[1] == -1);
}

TEST_CASE("the negative log-likelihood of an impossible class is infinite only if it is the target",
          "[loss]") {
    auto const y = opaque(std::array{-infinity<double>, 0.0});
    CHECK(loss.value(y, std::array{0.0, 1.0}) == 0);
    CHECK(loss.value(y, std::array{1.0, 0.0}) == infinity<double>);
    CHECK(loss.derivative(y, std::array{1.0, 0.0}) == std::array{-1.0, 0.0});
    CHECK(loss.derivative(log_softmax{}, y, y, std::array{1.0, 0.0}) == std::array{-1.0, 1.0});
}

namespace {

template <class Scalar, class Last>
using classifier =
    ctnn::network<Scalar, ctnn::input<3>, ctnn::dense<5, ctnn::relu>, ctnn::dense<4, Last>>;

template <class Scalar, class Last>
constexpr auto initial() {
    return ctnn::initialize<classifier<Scalar, Last>>(ctnn::glorot_uniform{}, 7);
}

template <class Scalar>
struct some_samples {
    std::array<std::array<Scalar, 3>, 37> inputs{};
    std::array<std::array<Scalar, 4>, 37> targets{};
    constexpr some_samples() {
        for (std::size_t s = 0; s < 37; ++s) {
            for (std::size_t i = 0; i < 3; ++i)
                inputs[s][i] = Scalar(static_cast<double>((s * 5 + i * 11) % 17) / 8 - 1);
            targets[s] = ctnn::one_hot<Scalar, 4>(s % 4);
        }
    }
};

template <class Scalar>
constexpr bool gives_the_same_gradient(double units) {
    some_samples<Scalar> const of;
    auto const logs = initial<Scalar, log_softmax>();
    auto const shares = initial<Scalar, ctnn::softmax>();
    for (std::size_t s = 0; s < 8; ++s) {
        auto const a = ctnn::backpropagate(logs, loss, of.inputs[s], of.targets[s]);
        auto const b =
            ctnn::backpropagate(shares, ctnn::cross_entropy{}, of.inputs[s], of.targets[s]);
        if (!near(a.loss, static_cast<double>(b.loss), units))
            return false;
        auto const& weights = a.gradient.template layer<0>().weights.values;
        auto const& expected = b.gradient.template layer<0>().weights.values;
        for (std::size_t i = 0; i < weights.size(); ++i)
            if (!near(weights[i], static_cast<double>(expected[i]), units))
                return false;
        if (!near(a.gradient.template layer<1>().biases, b.gradient.template layer<1>().biases,
                  units))
            return false;
    }
    return true;
}
static_assert(gives_the_same_gradient<double>(16));
static_assert(gives_the_same_gradient<float>(16));

template <class Scalar>
void check_that_training_is_the_same(double tolerance) {
    some_samples<Scalar> const of;
    std::array<ctnn::sample<std::array<Scalar, 3>, std::array<Scalar, 4>>, 37> samples{};
    for (std::size_t s = 0; s < 37; ++s)
        samples[s] = {of.inputs[s], of.targets[s]};
    for (std::size_t const batch : {std::size_t{1}, std::size_t{37}}) {
        ctnn::training_options const options{.epochs = 20, .batch_size = batch};
        ctnn::sgd const optimizer{.learning_rate = 0.05};
        auto const a =
            ctnn::train(initial<Scalar, log_softmax>(), loss, optimizer, samples, options);
        auto const b = ctnn::train(initial<Scalar, ctnn::softmax>(), ctnn::cross_entropy{},
                                   optimizer, samples, options);
        REQUIRE(a.ok());
        REQUIRE(b.ok());
        for (std::size_t s = 0; s < 37; ++s) {
            auto const y = a.network(of.inputs[s]), p = b.network(of.inputs[s]);
            for (std::size_t j = 0; j < 4; ++j)
                CHECK(std::abs(std::exp(static_cast<double>(y[j])) - static_cast<double>(p[j])) <
                      tolerance);
        }
        // It has learnt something.
        CHECK(ctnn::loss(a.network, loss, of.inputs[0], of.targets[0]) !=
              ctnn::loss(initial<Scalar, log_softmax>(), loss, of.inputs[0], of.targets[0]));
    }
}

} // namespace

TEST_CASE("log_softmax with the negative log-likelihood learns as softmax with the cross-entropy",
          "[loss]") {
    CHECK(gives_the_same_gradient<double>(opaque(16.0)));
    CHECK(gives_the_same_gradient<float>(opaque(16.0)));
    check_that_training_is_the_same<double>(1e-12);
    check_that_training_is_the_same<float>(1e-4);
}

TEST_CASE("a batch has the bits of its samples, in lanes too", "[loss]") {
    some_samples<float> const of;
    auto const net = initial<float, log_softmax>();
    auto const outputs = net(of.inputs);
    for (std::size_t s = 0; s < 37; ++s)
        CHECK(outputs[s] == net(of.inputs[s]));
}

TEST_CASE("in fixed point, log_softmax and the negative log-likelihood are near those of double",
          "[loss]") {
    using fixed = ctnn::fixed_point<3, 12>;
    some_samples<double> const of;
    some_samples<fixed> const in_steps;
    auto const net = initial<double, log_softmax>();
    auto const converted = ctnn::convert<fixed>(net);
    for (std::size_t s = 0; s < 37; ++s) {
        double const exact = ctnn::loss(net, loss, of.inputs[s], of.targets[s]);
        fixed const found = ctnn::loss(converted, loss, in_steps.inputs[s], in_steps.targets[s]);
        CHECK(std::abs(static_cast<double>(found) - exact) < 0.004);
    }
}
