#include <ctnn/layer/depthwise_conv2d.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <type_traits>

#include "../support/random_numbers.hpp"
#include "example.hpp"
#include "oracle/depthwise_conv2d.hpp"

namespace {

using namespace ctnn;

// By hand: two channels, of which each has its own window.
using differences = network<float, input<2, 3, 2>, depthwise_conv2d<kernel_size<1, 2>>>;
constexpr differences net{{{{-1, 1}, {1, 10}}, {0.5, 0}}};
constexpr std::array<float, 12> picture{1, 1, 3, 2, 6, 3, //
                                        0, 4, 0, 5, 1, 6};
static_assert(net(picture) == std::array<float, 8>{2.5, 21, 3.5, 32, //
                                                   0.5, 54, 1.5, 65});

// What the type says.
static_assert(std::is_same_v<differences::output_shape, shape<2, 2, 2>>);
static_assert(differences::parameter_count == 6 && sizeof(differences) == 6 * sizeof(float));
using doubled = network<
    double, input<5, 6, 3>,
    depthwise_conv2d<relu, depth_multiplier<2>, padding_same, strides<2, 2>, kernel_size<3, 3>>>;
static_assert(std::is_same_v<doubled::output_shape, shape<3, 3, 6>>);
static_assert(std::is_same_v<doubled::stage<0>::activation, relu>);
static_assert(doubled::stage<0>::bound::multiply_adds == 9 * 9 * 6);
static_assert(doubled::parameter_count == 9 * 6 + 6);

// What PyTorch computes, in the compiler.
namespace oracle = depthwise_conv2d_oracle;
static_assert(layers::holds<input<4, 5, 3>, depthwise_conv2d<kernel_size<2, 3>>>(oracle::valid));
static_assert(
    layers::holds<input<4, 3, 2>,
                  depthwise_conv2d<kernel_size<2, 2>, padding<1, 0>, depth_multiplier<3>>>(
        oracle::multiplier));

// Of one channel it is a convolution, to the bit.
template <class Scalar>
bool is_conv2d(std::uint32_t seed) {
    using alone = network<Scalar, input<5, 4, 1>,
                          depthwise_conv2d<kernel_size<3, 3>, padding_same, depth_multiplier<2>>>;
    using plain = network<Scalar, input<5, 4, 1>, conv2d<2, kernel_size<3, 3>, padding_same>>;
    seeded::random_numbers draw(seed);
    auto const parameters = draw.array<Scalar, plain::parameter_count>();
    auto const x = draw.array<Scalar, 20>();
    return compare::same_bits(compare::network_of<alone>(parameters)(x),
                              compare::network_of<plain>(parameters)(x));
}

// Each channel of many is a convolution of that channel alone, to the bit: the order of the sums is that of a window.
template <class Scalar, std::size_t Channels, class... Options>
bool goes_channel_by_channel(std::uint32_t seed) {
    using all = network<Scalar, input<4, 3, Channels>, depthwise_conv2d<Options...>>;
    using one = network<Scalar, input<4, 3, 1>, conv2d<1, Options...>>;
    seeded::random_numbers draw(seed);
    auto const many = compare::network_of<all>(draw.array<Scalar, all::parameter_count>());
    auto const x = draw.array<Scalar, all::input_size>();
    auto const y = many(x);
    auto const& p = many.template layer<0>();
    bool same = true;
    for (std::size_t c = 0; c < Channels; ++c) {
        one alone;
        auto& q = alone.template layer<0>();
        for (std::size_t k = 0; k < q.weights.values.size(); ++k)
            q.weights[k][0] = p.weights[k][c];
        q.biases[0] = p.biases[c];
        typename one::input_type in{};
        for (std::size_t i = 0; i < in.size(); ++i)
            in[i] = x[i * Channels + c];
        auto const expected = alone(in);
        typename one::output_type got{};
        for (std::size_t i = 0; i < got.size(); ++i)
            got[i] = y[i * Channels + c];
        same = same && compare::same_bits(got, expected);
    }
    return same;
}

} // namespace

TEST_CASE("a depthwise convolution slides a window over each channel", "[layer]") {
    CHECK(compare::opaque(net)(compare::opaque(picture)) == net(picture));
}

TEST_CASE("a depthwise convolution and its derivatives are PyTorch's", "[layer]") {
    using layers::check_example;
    check_example<input<4, 5, 3>, depthwise_conv2d<kernel_size<2, 3>>>(oracle::valid);
    check_example<input<3, 4, 5>, depthwise_conv2d<kernel_size<3, 3>, padding_same>>(oracle::same);
    check_example<input<4, 3, 2>,
                  depthwise_conv2d<kernel_size<2, 2>, padding<1, 0>, depth_multiplier<3>>>(
        oracle::multiplier);
    check_example<input<3, 2, 21>, depthwise_conv2d<kernel_size<2, 2>, padding_same>>(oracle::many);
    check_example<input<6, 5, 4>, depthwise_conv2d<kernel_size<3, 2>, strides<2, 1>, dilation<2, 3>,
                                                   padding<2, 1>, depth_multiplier<2>>>(
        oracle::all_options);
}

TEMPLATE_TEST_CASE("a depthwise convolution has the bits of convolutions", "[layer]", float,
                   double) {
    for (std::uint32_t seed = 0; seed < 4; ++seed) {
        CAPTURE(seed);
        CHECK(is_conv2d<TestType>(seed));
        CHECK(goes_channel_by_channel<TestType, 16, kernel_size<3, 3>, padding_same>(seed));
        CHECK(goes_channel_by_channel<TestType, 13, kernel_size<2, 3>, strides<2, 1>>(seed));
        CHECK(goes_channel_by_channel<TestType, 3, kernel_size<1, 2>, padding<1, 1>>(seed));
        CHECK(goes_channel_by_channel<TestType, 5, kernel_size<3, 2>, strides<2, 1>, dilation<2, 3>,
                                      padding<2, 3>>(seed));
        CHECK(goes_channel_by_channel<TestType, 33, kernel_size<2, 1>, strides<1, 2>>(seed));
        // Windows that see no more than padding, or only some of the columns.
        CHECK(
            goes_channel_by_channel<TestType, 2, kernel_size<2, 2>, padding<6, 7>, strides<9, 20>>(
                seed));
        CHECK(goes_channel_by_channel<TestType, 2, kernel_size<1, 1>, padding<0, 1>, strides<1, 3>>(
            seed));
    }
}

TEST_CASE("a depthwise convolution draws weights for the places of a window", "[layer]") {
    using bound =
        depthwise_conv2d<kernel_size<3, 2>, depth_multiplier<2>>::bound<double, shape<5, 5, 3>>;
    bound::parameters fresh{};
    double next = 0;
    bound::initialize(fresh, [&next](std::size_t fan_in, std::size_t fan_out) {
        CHECK(fan_in == 6);
        CHECK(fan_out == 12);
        return next += 1;
    });
    CHECK(next == 36);
    CHECK(fresh.weights[5][5] == 36);
}

TEST_CASE("a depthwise convolution computes in fixed point", "[layer]") {
    using number = fixed_point<7, 8>;
    using exact = network<number, input<2, 3, 2>, depthwise_conv2d<kernel_size<1, 2>>>;
    auto const numbers = compare::converted<number>(compare::flat(net));
    auto const y = compare::network_of<exact>(numbers)(compare::converted<number>(picture));
    auto const expected = net(picture);
    for (std::size_t i = 0; i < y.size(); ++i)
        CHECK(static_cast<float>(y[i]) == expected[i]);
}
