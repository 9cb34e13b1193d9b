// The programs of docs/layers.md.

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>
#include <type_traits>

using namespace ctnn;

namespace {

namespace begin {
// [begin]
using block = residual<conv2d<8, kernel_size<3, 3>, padding_same, relu>>;
using model = network<float, input<28, 28, 1>,            // 28 rows of 28 pixels with one channel
                      conv2d<8, kernel_size<3, 3>, relu>, // 26 x 26 x 8
                      max_pool<kernel_size<2, 2>>,        // 13 x 13 x 8
                      block,                              // 13 x 13 x 8
                      dense<10, softmax>>;                // 10

static_assert(std::is_same_v<model::stage<2>::output_shape, shape<13, 13, 8>>);
// [begin]
static_assert(model::input_size == 28 * 28 && model::output_size == 10);
static_assert(model::parameter_count == 80 + 584 + (13 * 13 * 8 + 1) * 10);
} // namespace begin

namespace of_dense {
// [dense]
constexpr network<float, input<2>, dense<3>> net{{{{1, 2, 3}, {4, 5, 6}}, {10, 20, 30}}};
static_assert(net({1, -1}) == std::array{7.0f, 17.0f, 27.0f});
// [dense]
} // namespace of_dense

namespace of_conv2d {
// [conv2d]
using edges = network<float, input<3, 4, 1>, conv2d<1, kernel_size<1, 2>>>;
constexpr edges net{{{{-1}, {1}}, {0}}};      // how much each pixel exceeds the one on its left
constexpr edges::input_type image{0, 0, 5, 5, //
                                  0, 5, 5, 5, //
                                  5, 5, 5, 0};
static_assert(net(image) == edges::output_type{0, 5, 0, //
                                               5, 0, 0, //
                                               0, 0, -5});
// [conv2d]
} // namespace of_conv2d

namespace of_depthwise_conv2d {
// [depthwise_conv2d]
constexpr network<float, input<1, 3, 2>, depthwise_conv2d<kernel_size<1, 2>>> net{
    {{{-1, 1}, {1, 10}}, {0, 0}}};
static_assert(net({1, 1, 3, 2, 6, 3}) == std::array{2.0f, 21.0f, 3.0f, 32.0f}); // 3 - 1, 1 + 20
// [depthwise_conv2d]
} // namespace of_depthwise_conv2d

namespace of_separable_conv2d {
// [separable_conv2d]
using one = network<float, input<28, 28, 8>, separable_conv2d<16, kernel_size<3, 3>, relu>>;
using two = network<float, input<28, 28, 8>, depthwise_conv2d<kernel_size<3, 3>>,
                    conv2d<16, kernel_size<1, 1>, relu>>;
static_assert(one::parameter_count == two::parameter_count); // 224, where conv2d has 1168
// [separable_conv2d]
static_assert(one::parameter_count == 224);
static_assert(network<float, input<28, 28, 8>, conv2d<16, kernel_size<3, 3>>>::parameter_count ==
              1168);
} // namespace of_separable_conv2d

namespace of_conv2d_transpose {
// [conv2d_transpose]
using doubled =
    network<float, input<1, 2, 1>, conv2d_transpose<1, kernel_size<2, 2>, strides<2, 2>>>;
constexpr doubled net{{{{1}, {2}, {3}, {4}}, {0}}};
static_assert(net({1, 10}) == std::array<float, 8>{1, 2, 10, 20, //
                                                   3, 4, 30, 40});
// [conv2d_transpose]
} // namespace of_conv2d_transpose

namespace of_max_pool {
// [max_pool]
constexpr network<float, input<2, 4, 1>, max_pool<kernel_size<2, 2>>> net;
static_assert(net({1, 2, 3, 4, //
                   5, 0, 0, 0}) == std::array{5.0f, 4.0f});
// [max_pool]
} // namespace of_max_pool

namespace of_prelu {
// [prelu]
constexpr network<float, input<2>, prelu> net{{{2, 0.5f}}};
static_assert(net({-1, -1}) == std::array{-2.0f, -0.5f} && net({3, 4}) == std::array{3.0f, 4.0f});
// [prelu]
} // namespace of_prelu

namespace of_activation {
// [activation]
using inside = network<float, input<4>, dense<8, relu>, dense<3, softmax>>;
using apart = network<float, input<4>, dense<8>, relu, dense<3>, softmax>;
// [activation]
static_assert(sizeof(inside) == sizeof(apart));
} // namespace of_activation

namespace of_keras {
// [keras]
// kernel = layer.get_weights()[0].flatten(), bias = layer.get_weights()[1]
template <class Net, class Kernel, class Bias>
constexpr void load(Net& net, Kernel const& kernel, Bias const& bias) {
    auto& layer = net.template layer<0>();
    for (std::size_t i = 0; i < layer.weights.values.size(); ++i)
        layer.weights.values[i] = kernel[i];
    for (std::size_t i = 0; i < layer.biases.size(); ++i)
        layer.biases[i] = bias[i];
}
// [keras]
} // namespace of_keras

} // namespace

int main() {
    std::printf("%s", summary<begin::model>().c_str());
    of_conv2d::edges edges{};
    of_keras::load(edges, std::array{-1.0f, 1.0f}, std::array{0.0f});
    return edges == of_conv2d::net ? 0 : 1;
}
