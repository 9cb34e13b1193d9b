// Two branches that are multiplied, in integers of 8 bits.

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "../support/random_numbers.hpp"

namespace {

using namespace ctnn;

using model = network<float, input<3>, dense<4>,
                      parallel<multiplied, sequential<dense<4>, ctnn::tanh>, identity>,
                      parallel<multiplied, dense<3, ctnn::tanh>, dense<3, sigmoid>>, dense<2>>;

template <class Network>
constexpr auto samples_of(std::uint32_t seed) {
    seeded::random_numbers draw(seed);
    std::array<sample<typename Network::input_type, typename Network::output_type>, 20> all{};
    for (auto& one : all)
        one.input = draw.array<float, Network::input_size>();
    return all;
}
constexpr auto net = seeded::random_numbers(91).network<model>();
constexpr auto samples = samples_of<model>(92);
constexpr auto by_compiler = quantize(net, samples).network;
constexpr auto of_products = by_compiler.layers.rest().layer().sums;

// The scheme of TensorFlow Lite's MUL: the high half of the product with the multiplier, rounded, and then the shift,
// rounded with ties away from 0.
constexpr std::int32_t expected(std::int32_t q, std::int32_t r) {
    auto const& p = of_products;
    std::int64_t const product = std::int64_t{q - p.zeros[0]} * (r - p.zeros[1]) * p.multiplier;
    std::int64_t const high = (product + (std::int64_t{1} << 30)) >> 31;
    std::int64_t const size =
        ((high < 0 ? -high : high) + (std::int64_t{1} << (p.shift - 1))) >> p.shift;
    std::int64_t const sum = (high < 0 ? -size : size) + p.zero;
    return static_cast<std::int32_t>(sum < -128 ? -128 : sum > 127 ? 127 : sum);
}

// The multiplier and the shift are what the scales ask for, to the last bits.
static_assert(of_products.multiplier >= 1 << 29);

static_assert(footprint<quantized<model>>.multiply_adds ==
              3 * 4 + 4 * 4 + 4 + 2 * 4 * 3 + 3 + 3 * 2);

} // namespace

TEST_CASE("products of integers are rounded as the sums of a dense layer are", "[quantization]") {
    auto const product = compare::opaque(of_products);
    std::size_t wrong = 0, used = 0;
    bool seen[256]{};
    for (std::int32_t q = -128; q <= 127; ++q)
        for (std::int32_t r = -128; r <= 127; ++r) {
            std::int16_t const x[1]{static_cast<std::int16_t>(q)};
            std::int8_t const z[1]{static_cast<std::int8_t>(r)};
            std::int8_t y[1]{};
            product.run<1>(+x, +z, +y);
            wrong += y[0] != expected(q, r);
            seen[y[0] + 128] = true;
        }
    for (bool const one : seen)
        used += one;
    CHECK(wrong == 0);
    CHECK(used > 200);
}

TEST_CASE("a network with gates is quantized", "[quantization]") {
    CHECK((quantize(compare::opaque(net), samples).network == by_compiler));
    CHECK(output_error(net, by_compiler, samples).largest < 0.05);
    CHECK(output_error(net, by_compiler, samples).largest > 0);
    using gated = network<
        float, input<4, 4, 1>,
        residual<parallel<multiplied, conv2d<2, kernel_size<2, 2>, padding_same, ctnn::tanh>,
                          conv2d<2, kernel_size<2, 2>, padding_same, sigmoid>>,
                 conv2d<1, kernel_size<1, 1>>>,
        dense<2>>;
    for (std::uint32_t seed = 1; seed < 5; ++seed) {
        auto const one = initialize<gated>(he_uniform{}, seed);
        auto const of = samples_of<gated>(seed);
        auto const result = quantize(one, of);
        REQUIRE(result.ok());
        CHECK(output_error(one, result.network, of).largest < 0.1);
    }
}

TEST_CASE("gates at each step are quantized", "[quantization]") {
    using steps =
        network<float, input<4, 3>,
                over_time<parallel<multiplied, dense<2, ctnn::tanh>, dense<2, sigmoid>>>, dense<2>>;
    auto const one = seeded::random_numbers(94).network<steps>();
    auto const of = samples_of<steps>(95);
    auto const result = quantize(one, of);
    REQUIRE(result.ok());
    CHECK(output_error(one, result.network, of).largest < 0.05);
}
