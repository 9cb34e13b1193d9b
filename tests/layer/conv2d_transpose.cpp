#include <ctnn/layer/conv2d_transpose.hpp>

#include <ctnn/activation/relu.hpp>
#include <ctnn/layer/conv2d.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/number/fixed_point.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <type_traits>

#include "../support/random_numbers.hpp"
#include "example.hpp"
#include "oracle/conv2d_transpose.hpp"

namespace {

using namespace ctnn;

// By hand: each number becomes a square of four, a kernel times it.
using doubled =
    network<float, input<1, 2, 1>, conv2d_transpose<1, kernel_size<2, 2>, strides<2, 2>>>;
constexpr doubled net{{{{1}, {2}, {3}, {4}}, {0.5}}};
static_assert(net({1, 10}) == std::array<float, 8>{1.5, 2.5, 10.5, 20.5, //
                                                   3.5, 4.5, 30.5, 40.5});

// What the type says.
template <class... Options>
using on_three =
    network<double, input<3, 4, 2>, conv2d_transpose<5, kernel_size<3, 2>, Options...>>;
static_assert(std::is_same_v<doubled::output_shape, shape<2, 4, 1>>);
static_assert(std::is_same_v<on_three<>::output_shape, shape<5, 5, 5>>);
static_assert(std::is_same_v<on_three<strides<2, 3>>::output_shape, shape<7, 11, 5>>);
static_assert(std::is_same_v<on_three<strides<2, 3>, padding_same>::output_shape, shape<6, 12, 5>>);
static_assert(
    std::is_same_v<on_three<padding<1, 0>, dilation<2, 1>>::output_shape, shape<5, 5, 5>>);
static_assert(on_three<relu>::stage<0>::bound::multiply_adds == 25 * 12 * 5);

// What PyTorch computes, in the compiler.
namespace oracle = conv2d_transpose_oracle;
static_assert(layers::holds<input<2, 3, 2>, conv2d_transpose<3, kernel_size<3, 2>>>(oracle::valid));
static_assert(layers::holds<input<3, 2, 2>,
                            conv2d_transpose<3, kernel_size<3, 4>, strides<2, 2>, padding_same>>(
    oracle::same));

// It is what a convolution passes back to its input: x W' has the derivatives of the convolution with the same kernel, of
// which inputs and outputs are exchanged.
TEST_CASE("a transposed convolution is a convolution's way back", "[layer]") {
    using there =
        conv2d<3, kernel_size<3, 2>, strides<2, 1>, padding<1, 1>>::bound<double, shape<5, 4, 2>>;
    using back = conv2d_transpose<2, kernel_size<3, 2>, strides<2, 1>,
                                  padding<1, 1>>::bound<double, shape<3, 5, 3>>;
    static_assert(std::is_same_v<there::output_shape, shape<3, 5, 3>>);
    static_assert(std::is_same_v<back::output_shape, shape<5, 4, 2>>);
    seeded::random_numbers draw(5);
    there::parameters p{};
    for (double& weight : p.weights.values)
        weight = draw.array<double, 1>()[0];
    back::parameters q{};
    for (std::size_t place = 0; place < 6; ++place)
        for (std::size_t c = 0; c < 2; ++c)
            for (std::size_t o = 0; o < 3; ++o)
                q.weights[place * 3 + o][c] = p.weights[place * 2 + c][o];
    auto const d = draw.array<double, 45>();
    CHECK(compare::near(back::forward(q, d), there::backward(p, {}, d), 16));
}

} // namespace

TEST_CASE("a transposed convolution adds kernels", "[layer]") {
    CHECK(compare::opaque(net)(compare::opaque(std::array<float, 2>{1, 10})) == net({1, 10}));
}

TEST_CASE("a transposed convolution and its derivatives are PyTorch's", "[layer]") {
    using layers::check_example;
    check_example<input<2, 3, 2>, conv2d_transpose<3, kernel_size<3, 2>>>(oracle::valid);
    check_example<input<3, 2, 2>, conv2d_transpose<2, kernel_size<3, 3>, strides<2, 2>>>(
        oracle::strides);
    check_example<input<2, 2, 1>, conv2d_transpose<2, kernel_size<2, 1>, strides<3, 2>>>(
        oracle::apart);
    check_example<input<3, 4, 4>, conv2d_transpose<6, kernel_size<3, 2>, strides<2, 1>,
                                                   dilation<1, 2>, padding<1, 1>, groups<2>>>(
        oracle::all_options);
}

TEST_CASE("a transposed convolution with padding as Keras has it", "[layer]") {
    using layers::check_example;
    check_example<input<3, 2, 2>,
                  conv2d_transpose<3, kernel_size<3, 4>, strides<2, 2>, padding_same>>(
        oracle::same);
    check_example<input<2, 3, 2>,
                  conv2d_transpose<1, kernel_size<1, 2>, strides<2, 3>, padding_same>>(
        oracle::same_apart);
}
