#include <ctnn/verify/activation_range.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/activation/celu.hpp>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_swish.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/log_sigmoid.hpp>
#include <ctnn/activation/log_softmax.hpp>
#include <ctnn/activation/mish.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/relu6.hpp>
#include <ctnn/activation/selu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/softsign.hpp>
#include <ctnn/activation/tanh.hpp>
#include <limits>

#include "../catch.hpp"
#include "../support/random_numbers.hpp"

namespace {

using ctnn::interval;
using ctnn::verify::activation_range;

template <class Activation, class T = double>
constexpr interval<T> range(T lower, T upper) {
    return activation_range<Activation>::of(interval<T>{lower, upper});
}
constexpr bool is(interval<double> const& x, double lower, double upper) {
    return x.lower == lower && x.upper == upper;
}

// Those of straight lines are exact.
static_assert(is(range<ctnn::identity>(-1.0, 2.0), -1, 2));
static_assert(is(range<ctnn::relu>(-1.0, 2.0), 0, 2) && is(range<ctnn::relu>(1.0, 2.0), 1, 2));
static_assert(is(range<ctnn::relu>(-2.0, -1.0), 0, 0) && is(range<ctnn::relu>(0.0, 0.0), 0, 0));
static_assert(is(range<ctnn::hard_tanh>(-3.0, 0.5), -1, 0.5));
static_assert(is(range<ctnn::basic_leaky_relu<0.5>>(-1.0, 2.0), -0.5, 2));
static_assert(is(range<ctnn::basic_leaky_relu<-0.5>>(-1.0, 0.25), 0, 0.5));
static_assert(is(range<ctnn::basic_leaky_relu<-0.5>>(-2.0, -1.0), 0.5, 1));
static_assert(is(range<ctnn::hard_sigmoid>(-9.0, 9.0), 0, 1));
static_assert(ctnn::hard_sigmoid::value(-3.0f) == 0 && ctnn::hard_sigmoid::value(3.0f) == 1);
static_assert(ctnn::hard_sigmoid::value(-3.0) == 0 && ctnn::hard_sigmoid::value(3.0) == 1);

// The valleys of silu and gelu are found between ends that are both above them.
static_assert(range<ctnn::silu>(-5.0, 0.0).lower < -0.27846454 &&
              range<ctnn::silu>(-5.0, 0.0).lower > -0.2785);
static_assert(range<ctnn::gelu>(-5.0, 0.0).lower < -0.1699712 &&
              range<ctnn::gelu>(-5.0, 0.0).lower > -0.17);
static_assert(range<ctnn::silu>(-5.0, -4.0).lower > -0.08 &&
              range<ctnn::silu>(1.0, 2.0).lower > 0.7);
static_assert(range<ctnn::elu>(-1000.0, 1.0).lower >= -1.00001);

// An activation of one's own.
struct cube {
    static constexpr bool is_nondecreasing = true;
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x * x * x;
    }
};
struct square {
    template <class T>
    static constexpr interval<T> range(interval<T> const& x) {
        return abs(x) * abs(x);
    }
};
static_assert(is(range<cube>(-2.0, 3.0), -8, 27));
static_assert(is(range<square>(-2.0, 3.0), 0, 9));

template <class Activation, class T>
void check_holds(double wider = 20 * static_cast<double>(std::numeric_limits<T>::epsilon())) {
    seeded::random_numbers random(21);
    int outside = 0;
    double widest = 0;
    for (int i = 0; i < 3'000; ++i) {
        double const scale =
            std::array{0.1, 1.0, 5.0, 30.0, 120.0}[static_cast<std::size_t>(i % 5)];
        double const a = random(-scale, scale), b = i % 3 == 0 ? a : random(-scale, scale);
        T const low = static_cast<T>(std::min(a, b)), high = static_cast<T>(std::max(a, b));
        auto const y = range<Activation, T>(low, high);
        T least = Activation::value(low), most = least;
        auto const look = [&](T x) {
            x = std::clamp(x, low, high);
            T const value = Activation::value(x);
            outside += !y.contains(value);
            least = std::min(least, value), most = std::max(most, value);
        };
        look(high);
        for (double const at : {-3.0, -1.5, -1.2784645427610738, -1.1924312145154952,
                                -0.75179152469356441, 0.0, 3.0, 6.0})
            look(static_cast<T>(at)), look(static_cast<T>(at) + std::numeric_limits<T>::epsilon());
        for (int k = 0; k < 8; ++k)
            look(static_cast<T>(low + (high - low) * static_cast<T>(random(0, 1))));
        // Nor is it wider than it needs to be.
        widest = std::max(widest, static_cast<double>(least - y.lower) / std::max(1.0, scale));
        widest = std::max(widest, static_cast<double>(y.upper - most) / std::max(1.0, scale));
    }
    CHECK(outside == 0);
    CHECK(widest < wider);
}

} // namespace

#define CTNN_ACTIVATIONS                                                                           \
    ctnn::identity, ctnn::relu, ctnn::leaky_relu, ctnn::basic_leaky_relu<-0.5>, ctnn::elu,         \
        ctnn::basic_elu<-0.5>, ctnn::sigmoid, ctnn::tanh, ctnn::softplus, ctnn::hard_sigmoid,      \
        ctnn::hard_tanh, ctnn::relu6, ctnn::selu, ctnn::softsign, ctnn::celu,                      \
        ctnn::basic_celu<0.5>, ctnn::log_sigmoid

TEMPLATE_TEST_CASE("the range of an activation holds its values, and little more", "[verify]",
                   CTNN_ACTIVATIONS) {
    check_holds<TestType, float>();
    check_holds<TestType, double>();
}

// (near its place, their minimum is taken to be in the interval)
TEMPLATE_TEST_CASE("the range of an activation with a valley holds its values", "[verify]",
                   ctnn::gelu, ctnn::silu, ctnn::mish, ctnn::hard_swish) {
    check_holds<TestType, float>(2e-5);
    check_holds<TestType, double>(2e-5);
}

TEMPLATE_TEST_CASE("the range of softmax holds its probabilities", "[verify]", float, double) {
    seeded::random_numbers random(22);
    int outside = 0;
    for (int i = 0; i < 2'000; ++i) {
        double const scale =
            std::array{1.0, 10.0, 60.0, 100.0, 900.0}[static_cast<std::size_t>(i % 5)];
        std::array<interval<TestType>, 5> x{};
        for (auto& v : x) {
            double const a = random(-scale, scale), b = i % 2 == 0 ? a : random(-scale, scale);
            v = {static_cast<TestType>(std::min(a, b)), static_cast<TestType>(std::max(a, b))};
        }
        auto const y = activation_range<ctnn::softmax>::of(x);
        for (int k = 0; k < 20; ++k) {
            std::array<TestType, 5> p{};
            for (std::size_t j = 0; j < 5; ++j)
                p[j] = random(0, 1) < 0.5 ? x[j].lower : x[j].upper;
            auto const q = ctnn::softmax::forward(p);
            for (std::size_t j = 0; j < 5; ++j)
                outside += !y[j].contains(q[j]);
        }
    }
    CHECK(outside == 0);
}

TEMPLATE_TEST_CASE("the range of log_softmax holds its logarithms", "[verify]", float, double) {
    seeded::random_numbers random(23);
    int outside = 0;
    for (int i = 0; i < 2'000; ++i) {
        double const scale =
            std::array{0.01, 1.0, 10.0, 100.0, 900.0}[static_cast<std::size_t>(i % 5)];
        std::array<interval<TestType>, 5> x{};
        for (auto& v : x) {
            double const a = random(-scale, scale), b = i % 2 == 0 ? a : random(-scale, scale);
            v = {static_cast<TestType>(std::min(a, b)), static_cast<TestType>(std::max(a, b))};
        }
        auto const y = activation_range<ctnn::log_softmax>::of(x);
        for (int k = 0; k < 20; ++k) {
            std::array<TestType, 5> p{};
            for (std::size_t j = 0; j < 5; ++j)
                p[j] = random(0, 1) < 0.5 ? x[j].lower : x[j].upper;
            auto const q = ctnn::log_softmax::forward(p);
            for (std::size_t j = 0; j < 5; ++j)
                outside += !y[j].contains(q[j]);
        }
        // Of a point, the real value is in it as well, and it is narrow.
        if (i % 2 == 0) {
            long double sum = 0;
            for (auto const& v : x)
                sum += std::exp(static_cast<long double>(v.lower) -
                                static_cast<long double>(x[0].lower));
            for (std::size_t j = 0; j < 5; ++j) {
                long double const real = static_cast<long double>(x[j].lower) -
                                         static_cast<long double>(x[0].lower) - std::log(sum);
                outside += real < static_cast<long double>(y[j].lower) ||
                           real > static_cast<long double>(y[j].upper);
                double const width = static_cast<double>(y[j].upper - y[j].lower);
                double const unit = static_cast<double>(std::numeric_limits<TestType>::epsilon());
                outside += width > (80 + 12 * scale) * unit;
            }
        }
    }
    CHECK(outside == 0);
    // Where a difference is beyond the scalar, nothing is known.
    TestType const most = std::numeric_limits<TestType>::max();
    std::array const far{interval<TestType>{-most, most}, interval<TestType>{-most, most}};
    CHECK(activation_range<ctnn::log_softmax>::of(far)[0].lower ==
          -std::numeric_limits<TestType>::infinity());
}

static_assert([] {
    std::array const x{interval<double>{0, 1}, interval<double>{-1, 2}, interval<double>{3, 3}};
    auto const y = activation_range<ctnn::log_softmax>::of(x);
    auto const low = ctnn::log_softmax::forward(std::array{0.0, 2.0, 3.0});
    auto const high = ctnn::log_softmax::forward(std::array{1.0, -1.0, 3.0});
    return y[0].lower <= low[0] && low[0] - y[0].lower < 1e-14 && y[0].upper >= high[0] &&
           y[0].upper - high[0] < 1e-14;
}());

// A corner gives the end, all but the widening.
static_assert([] {
    std::array const x{interval<double>{0, 1}, interval<double>{-1, 2}, interval<double>{3, 3}};
    auto const y = activation_range<ctnn::softmax>::of(x);
    auto const low = ctnn::softmax::forward(std::array{0.0, 2.0, 3.0});
    auto const high = ctnn::softmax::forward(std::array{1.0, -1.0, 3.0});
    return y[0].lower <= low[0] && low[0] - y[0].lower < 1e-14 && y[0].upper >= high[0] &&
           y[0].upper - high[0] < 1e-14;
}());
