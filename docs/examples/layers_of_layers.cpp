// The programs of docs/layers_of_layers.md.

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

using namespace ctnn;

namespace {

namespace of_residual {
// [residual]
using model = network<float, input<2>, residual<dense<2, relu>, dense<2>>>;
constexpr model net{{{{{1, 0}, {0, 1}}, {0, 0}}, {{{2, 0}, {0, 2}}, {0, 0}}}}; // x + 2 relu(x)
static_assert(net({1, -1}) == std::array{3.0f, -1.0f});
static_assert(net.layer<0>().layer<1>().weights[0][0] == 2); // of layer 0, the layer 1 inside
// [residual]
} // namespace of_residual

namespace of_sequential {
// [sequential]
// 8 channels, of which only 2 go through the larger windows
using small = kernel_size<1, 1>;
using block = sequential<conv2d<2, small, relu>, conv2d<2, kernel_size<3, 3>, padding_same, relu>,
                         conv2d<8, small>>;
using model = network<float, input<6, 6, 8>, residual<block>, relu, residual<block>, relu,
                      dense<10, softmax>>;
// [sequential]
static_assert(model::parameter_count == 2 * (18 + 38 + 24) + (6 * 6 * 8 + 1) * 10);
} // namespace of_sequential

namespace of_parallel {
// [parallel]
// x W + b, relu(x u + c) and x itself, side by side
using model = network<float, input<2>,
                      parallel<concatenated, dense<2>, sequential<dense<1>, relu>, identity>>;
constexpr model net{{{{{{1, 2}, {3, 4}}, {5, 6}}}, {{{{1}, {-2}}, {3}}}}};
static_assert(net({1, 1}) == std::array{9.0f, 12.0f, 2.0f, 1.0f, 1.0f});
static_assert(net.layer<0>().layer<1>().layer<0>().biases[0] ==
              3); // layer 0, branch 1, its layer 0
// [parallel]
} // namespace of_parallel

namespace of_gates {
// [gated]
// A block of WaveNet: sigmoid(b) says how much of tanh(a) passes, and the input is added.
template <std::size_t Dilation>
using block = residual<
    parallel<multiplied, conv1d<4, kernel_size<2>, dilation<Dilation>, padding_causal, tanh>,
             conv1d<4, kernel_size<2>, dilation<Dilation>, padding_causal, sigmoid>>,
    over_time<dense<4>>>;
using model = network<float, input<20, 1>, over_time<dense<4>>, block<1>, block<2>, block<4>,
                      over_time<dense<1>>>;
using live = stream_of<model>; // sample by sample
// [gated]
static_assert(model::parameter_count == 8 + 3 * (2 * 36 + 20) + 5);
static_assert(sizeof(live::state) < 256); // what six convolutions remember
} // namespace of_gates

} // namespace

int main() {
    auto const y = of_residual::net({2, 1});
    std::printf("%g %g\n", static_cast<double>(y[0]), static_cast<double>(y[1]));
}
