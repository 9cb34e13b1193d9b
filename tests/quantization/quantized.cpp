#include <ctnn/quantization/quantized.hpp>

#include <array>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <limits>
#include <span>
#include <type_traits>
#include <vector>

#include "../catch.hpp"
#include "../support/compare.hpp"

namespace {

using namespace ctnn;

using model = network<float, input<4>, dense<8, relu>, dense<3, softmax>>;
constexpr auto net = initialize<model>(he_uniform{}, 1);
constexpr std::array samples{
    sample{std::array{1.0F, 2.0F, 3.0F, 4.0F}, std::array{1.0F, 0.0F, 0.0F}},
    sample{std::array{-1.0F, 2.0F, -3.0F, 4.0F}, std::array{0.0F, 1.0F, 0.0F}},
    sample{std::array{1.0F, 0.0F, 0.0F, -2.0F}, std::array{0.0F, 0.0F, 1.0F}}};
constexpr auto small = quantize(net, samples).network;
using small_type = std::remove_const_t<decltype(small)>;
using small_sigmoid = quantized<network<float, input<2>, dense<1, sigmoid>>>;
using small_image = quantized<network<double, input<4, 5, 2>, conv2d<3, kernel_size<2, 2>, relu>,
                                      max_pool<kernel_size<2, 2>>, dense<2>>>;

// It is a network, and says of itself what the one that it was made from says.
static_assert(concepts::network<small_type> && concepts::network<small_type const>);
static_assert(concepts::network<small_sigmoid> && concepts::network<small_image>);
static_assert(!concepts::trainable_network<small_type>);
static_assert(std::is_same_v<small_type::input_type, model::input_type> &&
              std::is_same_v<small_type::output_type, model::output_type>);
static_assert(small_type::depth == 2 && small_type::parameter_count == model::parameter_count);
static_assert(std::is_same_v<small_image::input_shape, shape<4, 5, 2>> &&
              std::is_same_v<small_image::stage<0>::output_shape, shape<3, 4, 3>>);

// It can lie in flash and be an argument of a template.
static_assert(std::is_trivially_copyable_v<small_type> &&
              std::is_standard_layout_v<int8_scale<float>>);
template <auto Network>
constexpr bool of_a_constant = Network == small;
static_assert(of_a_constant<small>);
static_assert(!(quantize(initialize<model>(he_uniform{}, 2), samples).network == small));

// One sample: integers in and out, with the softmax last.
constexpr auto& x = samples[1].input;
constexpr auto q = small.input.quantized(x);
static_assert(std::is_same_v<decltype(q), small_type::int8_input_type const>);
static_assert(q[0] == small.input.quantized(x[0]) && q[3] == small.input.quantized(x[3]));
constexpr auto v = small.output.value(small.run(q));
static_assert(std::is_same_v<decltype(v), small_type::output_type const>);
static_assert(v[2] == small.output.value(small.run(q)[2]));
static_assert(small(x) == softmax::forward(v));
static_assert(small({-1.0F, 2.0F, -3.0F, 4.0F}) == small(x));
constexpr float in_c[]{-1, 2, -3, 4};
static_assert(small(in_c) == small(x));

// Several in a constant.
constexpr std::array batch{samples[0].input, samples[1].input, samples[2].input};
constexpr auto outputs = small(batch);
static_assert(outputs[0] == small(batch[0]) && outputs[1] == small(batch[1]) &&
              outputs[2] == small(batch[2]));
static_assert(small.input.quantized(batch)[1] == q);
static_assert(small.output.value(std::array{small.run(q), small.run(q)})[1] == v);
static_assert([] {
    std::array<small_type::output_type, 2> room{};
    return small(batch, room) == 2 && room[1] == outputs[1];
}());

} // namespace

TEST_CASE("a quantized network takes one sample as a batch of one", "[quantization]") {
    auto const opaque = compare::opaque(small);
    CHECK(opaque(x) == small(x));
    CHECK(opaque({-1.0F, 2.0F, -3.0F, 4.0F}) == outputs[1]);
    CHECK(opaque(std::span<float const, 4>(in_c)) == outputs[1]);
    CHECK(opaque(std::array<model::input_type, 1>{x})[0] == small(x));
}

TEST_CASE("a quantized network's batch has the bits of one sample after the other",
          "[quantization]") {
    auto const opaque = compare::opaque(small);
    std::vector<model::input_type> inputs(41);
    for (std::size_t i = 0; i < inputs.size(); ++i)
        for (std::size_t j = 0; j < 4; ++j)
            inputs[i][j] = static_cast<float>((i * 7 + j * 5) % 23) / 3 - 4;
    std::vector<model::output_type> room(50, model::output_type{-1});
    CHECK(opaque(inputs, room) == 41);
    for (std::size_t i = 0; i < inputs.size(); ++i)
        CHECK(room[i] == opaque(inputs[i]));
    CHECK(room[41] == model::output_type{-1});
    // As many as the shorter range holds.
    std::vector<model::output_type> few(3, model::output_type{-1});
    CHECK(opaque(inputs, std::span(few).first(2)) == 2);
    CHECK(few[1] == room[1]);
    CHECK(few[2] == model::output_type{-1});
    CHECK(opaque(inputs, std::span<model::output_type>{}) == 0);
}

TEST_CASE("a scale takes arrays and batches number by number", "[quantization]") {
    int8_scale<double> const halves{.step = 0.5, .steps_per_unit = 2, .zero = 3};
    CHECK(
        halves.quantized(std::array{0.0, 1.0, -100.0, std::numeric_limits<double>::quiet_NaN()}) ==
        std::array<std::int8_t, 4>{3, 5, -128, 3});
    CHECK(halves.value(std::array<std::int8_t, 3>{3, 5, -128}) == std::array{0.0, 1.0, -65.5});
    CHECK(halves.quantized(std::array{std::array{0.0}, std::array{1.0}}) ==
          std::array{std::array<std::int8_t, 1>{3}, std::array<std::int8_t, 1>{5}});
}
