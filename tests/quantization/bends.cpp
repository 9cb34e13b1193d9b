// A layer that bends at 0, in integers of 8 bits.

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/initializer/he_uniform.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/prelu.hpp>
#include <ctnn/metric/output_error.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/quantization/quantize.hpp>
#include <ctnn/report/footprint.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"
#include "against_oracle.hpp"
#include "prelu_values.hpp"

namespace {

using namespace ctnn;

// tests/oracles/prelu_int8.py: TensorFlow Lite's PRELU.
using model = network<float, input<3>, prelu>;
template <std::size_t Numbers, std::size_t Integers>
struct example {
    std::array<float, 3> slopes;
    std::array<float, Numbers> samples;
    std::array<float, 1> output_step;
    std::array<std::int8_t, Integers> inputs, outputs;

    constexpr auto in_integers() const {
        auto const size = std::integral_constant<std::size_t, 3>{};
        return quantize(model{{{slopes}}}, against_oracle::samples<3>(samples, size)).network;
    }
    constexpr bool holds(quantized<model> const& q) const {
        auto const run = [&q](auto const& x) { return q.run(x); };
        return q.output.step == output_step[0] &&
               against_oracle::wrong_rows<3, 3>(run, inputs, outputs) == 0;
    }
};
template <std::size_t Numbers, std::size_t Integers>
example(std::array<float, 3>, std::array<float, Numbers>, std::array<float, 1>,
        std::array<std::int8_t, Integers>, std::array<std::int8_t, Integers>)
    -> example<Numbers, Integers>;
#define CTNN_EXAMPLE(name)                                                                         \
    constexpr example name{prelu_values::name::slopes, prelu_values::name::samples,                \
                           prelu_values::name::output_step, prelu_values::name::inputs,            \
                           prelu_values::name::outputs};
CTNN_EXAMPLE(usual)
CTNN_EXAMPLE(steep)
CTNN_EXAMPLE(almost_below)
CTNN_EXAMPLE(steeper)
#undef CTNN_EXAMPLE
static_assert(usual.holds(usual.in_integers()));
static_assert(almost_below.holds(almost_below.in_integers()));

// All cases of the shifts: to the left, none, to the right.
static_assert(almost_below.in_integers().layers.layer().bend.left > 1);
static_assert(steep.in_integers().layers.layer().bend.left == 0 &&
              steep.in_integers().layers.layer().bend.above.shift == 0);
static_assert(steeper.in_integers().layers.layer().bend.above.shift > 0);

static_assert(footprint<quantized<model>>.multiply_adds == 3);
static_assert(footprint<quantized<network<float, input<2, 2, 3>, prelu>>>.multiply_adds == 12);

} // namespace

TEST_CASE("prelu in integers is TensorFlow Lite's", "[quantization]") {
    auto const check = [](auto const& of) {
        CHECK(of.holds(compare::opaque(of).in_integers()));
        CHECK(of.holds(compare::opaque(of.in_integers())));
    };
    check(usual);
    check(steep);
    check(almost_below);
    check(steeper);
}

TEST_CASE("slopes of 0 are rectifiers in integers", "[quantization]") {
    auto const samples =
        std::array{sample<std::array<float, 3>, std::array<float, 3>>{{-4, 1, 4}, {}}};
    auto const q = quantize(model{}, samples).network;
    for (int x = -128; x < 128; ++x) {
        auto const y =
            q(q.input.value(std::array<std::int8_t, 3>{static_cast<std::int8_t>(x), 0, 0}));
        float const wanted = x > q.input.zero ? q.input.value(static_cast<std::int8_t>(x)) : 0;
        CHECK(y[0] >= wanted - q.output.step);
        CHECK(y[0] <= wanted + q.output.step);
    }
}

TEST_CASE("a network with prelu after images and rows is quantized", "[quantization]") {
    using deep = network<float, input<4, 4, 1>, conv2d<3, kernel_size<2, 2>>, prelu, dense<5>,
                         prelu, prelu, dense<2>>;
    for (std::uint32_t seed = 1; seed < 5; ++seed) {
        seeded::random_numbers draw(seed);
        auto net = initialize<deep>(he_uniform{}, seed);
        for (float& slope : net.layer<1>().slopes)
            slope = static_cast<float>(draw(-0.5, 1.5));
        std::array<sample<deep::input_type, deep::output_type>, 40> samples{};
        for (auto& one : samples)
            one.input = draw.array<float, 16>();
        auto const result = quantize(net, samples);
        REQUIRE(result.ok());
        auto const error = output_error(net, result.network, samples);
        CHECK(error.largest > 0);
        CHECK(error.largest < 0.1);
    }
}
