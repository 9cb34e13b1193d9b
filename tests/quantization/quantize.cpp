#include <ctnn/quantization/quantize.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <limits>
#include <string>
#include <type_traits>

#include "../catch.hpp"
#include "against_oracle.hpp"
#include "network_values.hpp"

namespace {

namespace oracle = quantization_values;
using ctnn::basic_leaky_relu, ctnn::dense, ctnn::input, ctnn::network, ctnn::relu;

template <std::size_t Inputs, std::size_t Outputs, class Layer>
constexpr void fill(Layer& layer, std::array<float, Inputs * Outputs> const& weights,
                    std::array<float, Outputs> const& biases) {
    layer.weights.values = weights;
    layer.biases = biases;
}

constexpr auto with_relu = [] {
    using namespace oracle::with_relu;
    network<float, input<5>, dense<7, relu>, dense<6, relu>, dense<3, ctnn::softmax>> net;
    fill<5, 7>(net.layer<0>(), weights_0, biases_0);
    fill<7, 6>(net.layer<1>(), weights_1, biases_1);
    fill<6, 3>(net.layer<2>(), weights_2, biases_2);
    return net;
}();
constexpr auto with_table = [] {
    using namespace oracle::with_table;
    network<float, input<6>, dense<9, basic_leaky_relu<0.25>>, dense<4>> net;
    fill<6, 9>(net.layer<0>(), weights_0, biases_0);
    fill<9, 4>(net.layer<1>(), weights_1, biases_1);
    return net;
}();
constexpr auto odd_ones = [] {
    using namespace oracle::odd_ones;
    network<float, input<4>, dense<5>, dense<2>> net;
    fill<4, 5>(net.layer<0>(), weights_0, biases_0);
    fill<5, 2>(net.layer<1>(), weights_1, biases_1);
    return net;
}();

template <std::size_t Size>
using size = std::integral_constant<std::size_t, Size>;
constexpr auto relu_samples = against_oracle::samples<3>(oracle::with_relu::samples, size<5>{});
constexpr auto table_samples = against_oracle::samples<4>(oracle::with_table::samples, size<6>{});
constexpr auto odd_samples = against_oracle::samples<2>(oracle::odd_ones::samples, size<4>{});

// By the compiler, which then also runs them.
constexpr auto relu_int8 = ctnn::quantize(with_relu, relu_samples).network;
constexpr auto table_int8 = ctnn::quantize(with_table, table_samples).network;
constexpr auto odd_int8 = ctnn::quantize(odd_ones, odd_samples).network;

#define CTNN_LAYER(name, k, inputs, outputs)                                                       \
    against_oracle::layer<inputs, outputs>(oracle::name::quantized_##k, oracle::name::bias_##k,    \
                                           oracle::name::multiplier_##k,                           \
                                           oracle::name::shift_##k[0], oracle::name::zero_##k[0])

static_assert(relu_int8.layers.layer().weights == CTNN_LAYER(with_relu, 0, 5, 7));
static_assert(relu_int8.layers.rest().layer().weights == CTNN_LAYER(with_relu, 1, 7, 6));
static_assert(relu_int8.layers.rest().rest().layer().weights == CTNN_LAYER(with_relu, 2, 6, 3));
static_assert(relu_int8.input.step == oracle::with_relu::input_step[0]);
static_assert(relu_int8.input.zero == oracle::with_relu::input_zero[0]);
static_assert(relu_int8.output.step == oracle::with_relu::output_step[0]);
static_assert(relu_int8.output.zero == oracle::with_relu::zero_2[0]);

static_assert(table_int8.layers.layer().weights == CTNN_LAYER(with_table, 0, 6, 9));
static_assert(table_int8.layers.layer().table.values == oracle::with_table::table_0);
static_assert(table_int8.layers.rest().layer().weights == CTNN_LAYER(with_table, 1, 9, 4));
static_assert(table_int8.output.step == oracle::with_table::output_step[0]);

static_assert(odd_int8.layers.layer().weights == CTNN_LAYER(odd_ones, 0, 4, 5));
static_assert(odd_int8.layers.rest().layer().weights == CTNN_LAYER(odd_ones, 1, 5, 2));

template <std::size_t Inputs, std::size_t Outputs, class Net, std::size_t In, std::size_t Out>
constexpr std::size_t wrong_rows(Net const& net, std::array<std::int8_t, In> const& inputs,
                                 std::array<std::int8_t, Out> const& outputs) {
    return against_oracle::wrong_rows<Inputs, Outputs>([&net](auto const& x) { return net.run(x); },
                                                       inputs, outputs);
}
static_assert(wrong_rows<5, 3>(relu_int8, oracle::with_relu::inputs, oracle::with_relu::outputs) ==
              0);
static_assert(wrong_rows<4, 2>(odd_int8, oracle::odd_ones::inputs, oracle::odd_ones::outputs) == 0);

constexpr float infinite = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

} // namespace

TEST_CASE("the integers of an independent implementation", "[quantization]") {
    CHECK(wrong_rows<5, 3>(relu_int8, oracle::with_relu::inputs, oracle::with_relu::outputs) == 0);
    CHECK(wrong_rows<6, 4>(table_int8, oracle::with_table::inputs, oracle::with_table::outputs) ==
          0);
    CHECK(wrong_rows<4, 2>(odd_int8, oracle::odd_ones::inputs, oracle::odd_ones::outputs) == 0);
    for (std::size_t i = 0; i < oracle::with_relu::numbers.size(); ++i)
        CHECK(relu_int8.input.quantized(oracle::with_relu::numbers[i]) ==
              oracle::with_relu::quantized_numbers[i]);
}

TEST_CASE("the machine makes the compiler's integers", "[quantization]") {
    auto net = with_relu;
    float volatile one = 1;
    net.layer<0>().biases[0] *= one;
    CHECK((ctnn::quantize(net, relu_samples).network == relu_int8));
    auto other = with_table;
    other.layer<0>().biases[0] *= one;
    CHECK((ctnn::quantize(other, table_samples).network == table_int8));
}

TEST_CASE("wrong data is reported with its place", "[quantization]") {
    using kinds = ctnn::quantization_problem::kinds;
    auto samples = relu_samples;
    auto const problem = [&](auto const& net) { return ctnn::quantize(net, samples).problem(); };
    CHECK(problem(with_relu).kind == kinds::none);
    samples[7].input[2] = not_a_number;
    CHECK((problem(with_relu) == ctnn::quantization_problem{kinds::sample_is_not_finite, 7}));
    CHECK((ctnn::quantize(with_relu, samples).network ==
           ctnn::quantized<std::remove_const_t<decltype(with_relu)>>{}));
    samples = relu_samples;
    auto net = with_relu;
    net.layer<1>().weights[3][2] = infinite;
    CHECK((problem(net) == ctnn::quantization_problem{kinds::parameters_are_not_finite, 0}));
    net = with_relu;
    net.layer<0>().weights[0][0] = std::numeric_limits<float>::max();
    samples[4].input[0] = 100;
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (i != 4)
            samples[i].input[0] = 0;
    CHECK((problem(net) == ctnn::quantization_problem{kinds::layer_is_not_finite, 4}));
    CHECK((ctnn::quantize(with_relu, std::array<decltype(samples)::value_type, 0>{}).problem() ==
           ctnn::quantization_problem{kinds::no_samples, 0}));
    for (auto const kind : {kinds::none, kinds::no_samples, kinds::sample_is_not_finite,
                            kinds::parameters_are_not_finite, kinds::layer_is_not_finite})
        CHECK(ctnn::quantization_problem{kind, 0}.message() !=
              std::string(ctnn::quantization_problem{}.message()) +
                  (kind == kinds::none ? "!" : ""));
}

// Numbers near the ends of float and double go somewhere, without undefined behaviour.
TEST_CASE("a network of huge and of tiny numbers", "[quantization]") {
    for (double const size : {1e-300, 1e-38, 1e30, 1e150}) {
        network<double, input<2>, dense<2, relu>, dense<2>> net;
        for (auto& weight : net.layer<0>().weights.values)
            weight = size;
        for (auto& weight : net.layer<1>().weights.values)
            weight = -size;
        net.layer<1>().biases[0] = size;
        ctnn::sample<std::array<double, 2>, std::array<double, 2>> const samples[]{{{1, -0.5}, {}},
                                                                                   {{0.25, 1}, {}}};
        auto const result = ctnn::quantize(net, samples);
        CHECK(result.ok());
        auto const y = result.network({1, 0.5});
        CHECK(y[0] == y[0]);
    }
}

// In all samples the two inputs cancel each other. Steps of the output are still those of sums.
TEST_CASE("a neuron that is silent in calibration", "[quantization]") {
    constexpr network<float, input<2>, dense<1>> net{{{{1}, {-1}}, {0}}};
    ctnn::sample<std::array<float, 2>, std::array<float, 1>> const samples[]{{{1, 1}, {}},
                                                                             {{0.5F, 0.5F}, {}}};
    auto const small = ctnn::quantize(net, samples).network;
    CHECK(static_cast<double>(small.output.step) == Approx(4.0 / 255 / 127));
    CHECK(static_cast<double>(small({2.0F / 255, 0})[0]) == Approx(2.0 / 255).margin(7e-5));
    CHECK(small({0.5F, 0.5F})[0] == 0);
}

template <class Activation>
double worst_value() {
    network<float, input<1>, dense<1, Activation>> net;
    net.template layer<0>().weights[0][0] = 1;
    ctnn::sample<std::array<float, 1>, std::array<float, 1>> const samples[]{{{-4}, {}}, {{4}, {}}};
    auto const small = ctnn::quantize(net, samples).network;
    double worst = 0;
    for (float x = -4; x <= 4; x += 1 / 64.0F) {
        double const error = static_cast<double>(small({x})[0] - net({x})[0]);
        worst = std::max(worst, std::abs(error) / static_cast<double>(small.output.step));
    }
    return worst;
}

// The input is off by half a step of 8 / 255, the preactivation by another half, the output by half of
// its own.
TEST_CASE("every activation in integers", "[quantization]") {
    CHECK(worst_value<ctnn::identity>() < 1.01);
    CHECK(worst_value<ctnn::relu>() < 2.01);
    CHECK(worst_value<ctnn::hard_tanh>() < 4.51);
    CHECK(worst_value<ctnn::leaky_relu>() < 2.51);
    CHECK(worst_value<ctnn::elu>() < 2.51);
    CHECK(worst_value<ctnn::sigmoid>() < 2.51);
    CHECK(worst_value<ctnn::tanh>() < 4.51);
    CHECK(worst_value<ctnn::softplus>() < 2.51);
    CHECK(worst_value<ctnn::gelu>() < 2.51);
    CHECK(worst_value<ctnn::silu>() < 2.51);
    CHECK(worst_value<ctnn::hard_sigmoid>() < 2.51);
}

TEST_CASE("activations as layers of their own", "[quantization]") {
    using apart = network<float, input<2>, ctnn::tanh, dense<3>, relu, dense<2>, ctnn::softmax>;
    auto const net = ctnn::initialize<apart>(ctnn::glorot_uniform{}, 3);
    ctnn::sample<std::array<float, 2>, std::array<float, 2>> const samples[]{
        {{-1, 1}, {}}, {{1, 0.5F}, {}}, {{0.5F, -1}, {}}};
    auto const small = ctnn::quantize(net, samples).network;
    for (auto const& one : samples) {
        auto const y = net(one.input), z = small(one.input);
        CHECK(static_cast<double>(z[0]) == Approx(static_cast<double>(y[0])).margin(0.02));
        CHECK(static_cast<double>(z[0] + z[1]) == Approx(1));
    }
}
