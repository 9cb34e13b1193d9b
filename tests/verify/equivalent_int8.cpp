// Networks in float beside the same in integers of 8 bits: no input that is tried leaves the bounds of
// the differences.

#include <ctnn/network/network.hpp>
#include <ctnn/verify/equivalent.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/glorot_uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/placed/activate.hpp>
#include <ctnn/quantization/quantize.hpp>

#include "../catch.hpp"
#include "fixed_point_oracle.hpp"

namespace {

namespace verify = ctnn::verify;

template <class T, std::size_t Size>
struct drawn_samples {
    std::array<ctnn::sample<std::array<T, 3>, std::array<T, 2>>, Size> samples{};

    constexpr explicit drawn_samples(every_input::draws& from) {
        for (auto& one : samples)
            for (T& x : one.input)
                x = static_cast<T>(from.from(-1000, 1000)) / T(1000);
    }
};

template <class T, class Hidden, class Last>
using net = ctnn::network<T, ctnn::input<3>, ctnn::dense<6, Hidden>, ctnn::dense<5, Hidden>,
                          ctnn::dense<2, Last>>;

constexpr double size(double x) {
    return x < 0 ? -x : x;
}

// In the compiler.
constexpr auto in_constant = [] {
    every_input::draws from{5};
    drawn_samples<float, 20> const of(from);
    auto const n =
        ctnn::initialize<net<float, ctnn::relu, ctnn::identity>>(ctnn::glorot_uniform{}, 5);
    auto const q = ctnn::quantize(n, of.samples).network;
    constexpr ctnn::box<float, 3> in{{-0.5f, -0.5f, 0}, {0, 0, 0.5f}};
    return std::array{verify::equivalent(n, q, in, 0.1, 100), verify::equivalent(n, q, in, 1e-4)};
}();
static_assert(in_constant[0].proven() && in_constant[1].violated());

// One number: half a step of the input and half a step of the output, as nothing else is rounded.
using one = ctnn::network<double, ctnn::input<1>, ctnn::dense<1>>;
constexpr one itself{{{{1}}, {0}}};
constexpr std::array<ctnn::sample<std::array<double, 1>, std::array<double, 1>>, 2> ends{
    {{{-1}, {0}}, {{1}, {0}}}};
constexpr auto of_itself = ctnn::quantize(itself, ends).network;
constexpr auto of_one =
    verify::difference_bounds(itself, of_itself, ctnn::box<double, 1>{{-1}, {1}})[0];
constexpr double halves = 0.5 * of_itself.input.step + 0.5 * of_itself.output.step;
static_assert(of_one.upper >= halves && of_one.upper <= 1.01 * halves);
static_assert(-of_one.lower >= halves && -of_one.lower <= 1.01 * halves);

// Both inputs are never large together among the samples, so that their sum is cut off at 1.
using both = ctnn::network<double, ctnn::input<2>, ctnn::dense<1, ctnn::relu>>;
constexpr both added{{{{1}, {1}}, {0}}};
constexpr std::array<ctnn::sample<std::array<double, 2>, std::array<double, 1>>, 2> never_both{
    {{{0, 1}, {0}}, {{1, 0}, {0}}}};
constexpr auto of_added = ctnn::quantize(added, never_both).network;
constexpr auto cut =
    verify::difference_bounds(added, of_added, ctnn::box<double, 2>{{0, 0}, {1, 1}})[0];
static_assert(cut.upper >= 1 && cut.upper < 1.02);
static_assert(verify::equivalent(added, of_added, {{0, 0}, {1, 1}}, 0.5).violated());

// The largest difference that is proven, against the largest that is seen.
template <class Network>
void check(std::uint32_t seed, double most_times) {
    using T = typename Network::scalar;
    every_input::draws from{seed};
    auto const n = ctnn::initialize<Network>(ctnn::glorot_uniform{}, seed);
    drawn_samples<T, 100> const of(from);
    auto const quantized = ctnn::quantize(n, of.samples);
    REQUIRE(quantized.ok());
    auto const& q = quantized.network;
    double proven = 0, largest = 0;
    bool holds = true;
    // (the last ones reach beyond what the samples were, where integers are cut off)
    for (double const radius : {1e-3, 0.1, 0.4, 3.0}) {
        ctnn::box<T, 3> in{};
        for (std::size_t i = 0; i < 3; ++i) {
            double const center = from.from(-500, 500) / 1000.0;
            in.lower[i] = static_cast<T>(center - radius);
            in.upper[i] = static_cast<T>(center + radius);
        }
        auto const apart = verify::difference_bounds(n, q, in);
        for (int trial = 0; trial < 2000; ++trial) {
            std::array<T, 3> x{};
            for (std::size_t i = 0; i < 3; ++i) {
                T const part = static_cast<T>(from.from(0, 1 << 20)) / T(1 << 20);
                T const at = in.lower[i] + part * (in.upper[i] - in.lower[i]);
                x[i] = trial < 8 ? (trial >> i & 1 ? in.lower[i] : in.upper[i])
                                 : (at > in.upper[i] ? in.upper[i] : at);
            }
            auto const y = n(x);
            auto const z = q(x);
            for (std::size_t j = 0; j < 2; ++j) {
                double const by = static_cast<double>(y[j]) - static_cast<double>(z[j]);
                holds = holds && apart[j].lower <= by && by <= apart[j].upper;
                if (radius < 0.2)
                    largest = size(by) > largest ? size(by) : largest;
            }
        }
        if (radius < 0.2)
            for (auto const& d : apart)
                proven = -d.lower > proven ? -d.lower : d.upper > proven ? d.upper : proven;
    }
    INFO(__PRETTY_FUNCTION__ << " " << seed << ": " << proven << " against " << largest);
    CHECK(holds);
    CHECK(proven <= most_times * largest);
}

TEST_CASE("differences to integers of 8 bits stay within their bounds, which are not much wider") {
    for (std::uint32_t const seed : {1U, 2U, 3U}) {
        check<net<float, ctnn::relu, ctnn::identity>>(seed, 20);
        check<net<double, ctnn::relu, ctnn::softmax>>(seed, 40);
        check<net<float, ctnn::hard_tanh, ctnn::identity>>(seed, 20);
        check<net<float, ctnn::tanh, ctnn::sigmoid>>(seed, 20);
        check<net<float, ctnn::silu, ctnn::tanh>>(seed, 20);
        check<net<float, ctnn::identity, ctnn::relu>>(seed, 20);
        check<ctnn::network<float, ctnn::input<3>, ctnn::elu, ctnn::dense<4, ctnn::relu>,
                            ctnn::dense<2>, ctnn::softmax>>(seed, 40);
    }
}

} // namespace
