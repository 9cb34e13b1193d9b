#include <ctnn/network/with_raw_inputs.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/data/standardization.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/verify/outputs.hpp>
#include <ctnn/verify/prove.hpp>
#include <limits>

#include "../catch.hpp"
#include "../soundness/nets.hpp"

namespace {

// (x - 20) / 4 and (x + 1) / 0.5, of numbers that are exact.
using small = ctnn::network<float, ctnn::input<2>, ctnn::dense<2>>;
constexpr small on_scale{{{{1, 2}, {-3, 0.5f}}, {0.25f, -1}}};
constexpr ctnn::standardization<float, 2> scale({20, -1}, {4, 0.5f});
constexpr small raw = ctnn::with_raw_inputs(on_scale, scale);
static_assert(raw == small{{{{0.25f, 0.5f}, {-6, 1}}, {0.25f - 5 - 6, -1.0f - 10 + 1}}});
static_assert(raw({20, -1}) == on_scale({0, 0}));
static_assert(raw({24, 0}) == on_scale({1, 2}));

// A scale of 1 around 0 changes nothing.
static_assert(ctnn::with_raw_inputs(on_scale, ctnn::standardization<float, 2>({0, 0}, {1, 1})) ==
              on_scale);

// What holds in raw units.
using namespace ctnn::verify::outputs;
static_assert(ctnn::verify::prove(raw, {{16, -1}, {24, -1}},
                                  -0.75 <= output<0> && output<0> <= 1.25)
                  .proven());
static_assert(ctnn::verify::prove(raw, {{16, -1}, {24, -1}}, output<0> < 1.25).violated());

} // namespace

TEMPLATE_TEST_CASE("a network with raw inputs does what it did with scaled ones", "[data]", float,
                   double) {
    using model =
        ctnn::network<TestType, ctnn::input<3>, ctnn::dense<6, ctnn::tanh>, ctnn::dense<2>>;
    double const epsilon = static_cast<double>(std::numeric_limits<TestType>::epsilon());
    soundness::draw random(91);
    int points = 0;
    for (int k = 0; k < 50; ++k) {
        auto const net = soundness::network<model>(random);
        std::array<TestType, 3> mean{}, deviation{};
        for (std::size_t i = 0; i < 3; ++i) {
            mean[i] = static_cast<TestType>(random.between(-10, 10));
            deviation[i] = static_cast<TestType>(random.between(0.5, 4));
        }
        ctnn::standardization<TestType, 3> const of(mean, deviation);
        auto const with_raw = ctnn::with_raw_inputs(net, of);
        // Each parameter is the nearest one, or in double one beside it.
        double const room = sizeof(TestType) == 4 ? 0.51 : 4;
        for (std::size_t j = 0; j < 6; ++j) {
            long double bias = static_cast<long double>(net.template layer<0>().biases[j]);
            long double size = std::fabs(bias);
            for (std::size_t i = 0; i < 3; ++i) {
                long double const w =
                    static_cast<long double>(net.template layer<0>().weights.values[i * 6 + j]) /
                    static_cast<long double>(deviation[i]);
                double const given =
                    static_cast<double>(with_raw.template layer<0>().weights.values[i * 6 + j]);
                CHECK(std::fabs(given - static_cast<double>(w)) <=
                      room * epsilon * std::fabs(static_cast<double>(w)) + 1e-38);
                bias -= static_cast<long double>(mean[i]) * w;
                size += std::fabs(static_cast<long double>(mean[i]) * w);
            }
            double const given = static_cast<double>(with_raw.template layer<0>().biases[j]);
            CHECK(std::fabs(given - static_cast<double>(bias)) <=
                  room * epsilon * static_cast<double>(size));
        }
        for (int p = 0; p < 20; ++p, ++points) {
            std::array<TestType, 3> x{};
            for (std::size_t i = 0; i < 3; ++i)
                x[i] = mean[i] + deviation[i] * static_cast<TestType>(random.between(-2, 2));
            auto const a = net(of(x)), b = with_raw(x);
            for (std::size_t j = 0; j < 2; ++j)
                CHECK(std::fabs(static_cast<double>(a[j] - b[j])) < 2000 * epsilon);
        }
    }
    CHECK(points == 1000);
}
