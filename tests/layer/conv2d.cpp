#include <ctnn/layer/conv2d.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/uniform.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <type_traits>

#include "../support/random_numbers.hpp"
#include "example.hpp"
#include "oracle/conv2d.hpp"
#include "oracle/conv2d_groups.hpp"

// More about its derivatives is in laws/layer.cpp.

namespace {

using namespace ctnn;

// By hand: edges of an image, from left to right and from top to bottom, with a bias each.
using edges = network<float, input<3, 4, 1>, conv2d<2, kernel_size<2, 2>>>;
constexpr edges net{{{{-1, -1}, {1, -1}, {-1, 1}, {1, 1}}, {0.5, 10}}};
constexpr std::array<float, 12> picture{0, 0, 3, 3, //
                                        0, 0, 3, 3, //
                                        1, 1, 1, 1};
static_assert(net(picture) == std::array<float, 12>{0.5, 10, 6.5, 10, 0.5, 10, //
                                                    0.5, 12, 3.5, 9, 0.5, 6});

// What the type says.
static_assert(std::is_same_v<edges::output_shape, shape<2, 3, 2>>);
static_assert(edges::parameter_count == 10 && sizeof(edges) == 10 * sizeof(float));
static_assert(std::is_empty_v<conv2d<2, kernel_size<2, 2>>>);
using deep = network<double, input<9, 7, 2>, conv2d<4, kernel_size<3, 3>, strides<2, 1>, relu>,
                     conv2d<3, kernel_size<3, 2>, padding_same>>;
static_assert(std::is_same_v<deep::stage<0>::output_shape, shape<4, 5, 4>>);
static_assert(std::is_same_v<deep::output_shape, shape<4, 5, 3>>);
static_assert(std::is_same_v<deep::stage<0>::activation, relu>);
static_assert(std::is_same_v<deep::stage<1>::activation, identity>);
static_assert(deep::stage<0>::bound::multiply_adds == 4 * 5 * (3 * 3 * 2) * 4);

// Options in any order.
using in_order = conv2d<2, kernel_size<2, 2>, strides<1, 2>, dilation<2, 1>, padding<1, 0>, relu>;
using another = conv2d<2, relu, padding<1, 0>, dilation<2, 1>, strides<1, 2>, kernel_size<2, 2>>;
static_assert(
    std::is_same_v<in_order::bound<float, shape<5, 5, 1>>, another::bound<float, shape<5, 5, 1>>>);
static_assert(std::is_same_v<in_order::activation, another::activation>);

// What PyTorch computes, in the compiler.
namespace oracle = conv2d_oracle;
static_assert(layers::holds<input<4, 5, 2>, conv2d<3, kernel_size<3, 2>>>(oracle::valid));
static_assert(
    layers::holds<input<5, 6, 2>, conv2d<2, kernel_size<3, 3>, strides<2, 2>, padding_same>>(
        oracle::same_strides));

// One window that is the whole input is a dense layer.
template <class Scalar>
bool is_dense(std::uint32_t seed) {
    using whole = network<Scalar, input<3, 2, 2>, conv2d<5, kernel_size<3, 2>>>;
    using plain = network<Scalar, input<12>, dense<5>>;
    seeded::random_numbers draw(seed);
    auto const parameters = draw.array<Scalar, plain::parameter_count>();
    auto const x = draw.array<Scalar, 12>();
    return compare::same_bits(compare::network_of<whole>(parameters)(x),
                              compare::network_of<plain>(parameters)(x));
}

} // namespace

TEST_CASE("a convolution sums up windows of an image", "[layer]") {
    CHECK(compare::opaque(net)(compare::opaque(picture)) == net(picture));
}

TEST_CASE("a convolution and its derivatives are PyTorch's", "[layer]") {
    using layers::check_example;
    check_example<input<4, 5, 2>, conv2d<3, kernel_size<3, 2>>>(oracle::valid);
    check_example<input<2, 3, 3>, conv2d<2, kernel_size<1, 1>>>(oracle::of_one_place);
    check_example<input<3, 2, 2>, conv2d<2, kernel_size<3, 2>>>(oracle::of_the_whole);
    check_example<input<5, 5, 1>, conv2d<1, kernel_size<2, 3>, strides<2, 1>>>(oracle::strides);
    check_example<input<5, 5, 2>, conv2d<1, kernel_size<3, 2>, dilation<2, 3>>>(oracle::dilation);
    check_example<input<2, 3, 2>, conv2d<2, kernel_size<3, 3>, padding<2, 1>>>(oracle::padding);
    check_example<input<5, 4, 2>,
                  conv2d<3, kernel_size<2, 3>, strides<3, 2>, dilation<2, 1>, padding<1, 2>>>(
        oracle::all_options);
}

TEST_CASE("a convolution with padding as Keras has it, and its derivatives", "[layer]") {
    using layers::check_example;
    check_example<input<4, 3, 2>, conv2d<2, kernel_size<3, 2>, padding_same>>(oracle::same);
    check_example<input<3, 4, 1>, conv2d<2, kernel_size<2, 3>, padding_same, dilation<2, 1>>>(
        oracle::same_dilation);
    check_example<input<5, 6, 2>, conv2d<2, kernel_size<3, 3>, padding_same, strides<2, 2>>>(
        oracle::same_strides);
}

TEST_CASE("a convolution in groups and its derivatives are PyTorch's", "[layer]") {
    using layers::check_example;
    namespace grouped = conv2d_groups_oracle;
    check_example<input<4, 3, 4>, conv2d<6, kernel_size<2, 2>, groups<2>>>(grouped::valid);
    check_example<input<3, 4, 6>, conv2d<3, groups<3>, kernel_size<2, 3>, padding<1, 1>>>(
        grouped::one_output_each);
    check_example<input<2, 3, 16>, conv2d<32, kernel_size<2, 1>, groups<2>, padding_same>>(
        grouped::wide);
    check_example<input<5, 6, 4>, conv2d<8, kernel_size<3, 2>, groups<4>, strides<2, 3>,
                                         dilation<1, 2>, padding<1, 2>>>(grouped::all_options);
}

// The outputs of each group are a convolution of its channels, to the bit.
TEMPLATE_TEST_CASE("a convolution in groups has the bits of convolutions side by side", "[layer]",
                   float, double) {
    using all = network<TestType, input<3, 4, 6>, conv2d<8, kernel_size<2, 3>, groups<2>>>;
    using half = network<TestType, input<3, 4, 3>, conv2d<4, kernel_size<2, 3>>>;
    seeded::random_numbers draw(7);
    auto const both = compare::network_of<all>(draw.array<TestType, all::parameter_count>());
    auto const x = draw.array<TestType, all::input_size>();
    auto const y = both(x);
    for (std::size_t g = 0; g < 2; ++g) {
        half alone;
        auto& p = alone.template layer<0>();
        for (std::size_t k = 0; k < 18; ++k)
            for (std::size_t j = 0; j < 4; ++j)
                p.weights[k][j] = both.template layer<0>().weights[k][4 * g + j];
        for (std::size_t j = 0; j < 4; ++j)
            p.biases[j] = both.template layer<0>().biases[4 * g + j];
        typename half::input_type in{};
        for (std::size_t i = 0; i < in.size(); ++i)
            in[i] = x[i / 3 * 6 + 3 * g + i % 3];
        typename half::output_type got{};
        for (std::size_t i = 0; i < got.size(); ++i)
            got[i] = y[i / 4 * 8 + 4 * g + i % 4];
        CAPTURE(g);
        CHECK(compare::same_bits(got, alone(in)));
    }
}

TEMPLATE_TEST_CASE("a convolution of one window is a dense layer", "[layer]", float, double) {
    for (std::uint32_t seed = 0; seed < 10; ++seed)
        CHECK(is_dense<TestType>(seed));
}

TEST_CASE("a convolution draws weights for the places of a window", "[layer]") {
    using bound = conv2d<4, kernel_size<3, 2>>::bound<double, shape<5, 5, 2>>;
    bound::parameters fresh{};
    double next = 0;
    bound::initialize(fresh, [&next](std::size_t fan_in, std::size_t fan_out) {
        CHECK(fan_in == 12);
        CHECK(fan_out == 24);
        return next += 1;
    });
    CHECK(next == 48);
    CHECK(fresh.weights[11][3] == 48);
    CHECK(fresh.biases == std::array<double, 4>{});
    CHECK(initialize<deep>(uniform{-1, 1}, 3).layer<1>().weights[0][0] != 0);
}

TEST_CASE("a convolution computes in fixed point", "[layer]") {
    using number = fixed_point<7, 8>;
    using exact = network<number, input<3, 4, 1>, conv2d<2, kernel_size<2, 2>>>;
    auto const numbers = compare::converted<number>(compare::flat(net));
    auto const y = compare::network_of<exact>(numbers)(compare::converted<number>(picture));
    auto const expected = net(picture);
    for (std::size_t i = 0; i < y.size(); ++i)
        CHECK(static_cast<float>(y[i]) == expected[i]);
}
