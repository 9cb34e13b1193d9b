// A depthwise convolution in ctnn and in plain loops, built with the same flags, and one step of a stack of causal
// convolutions. Median times; where the ratio is above 1, ctnn is the faster one.
//
//     depthwise [REPETITIONS]

#include "../mark.hpp"
#include "../measure.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/initializer/he_uniform.hpp>
#include <ctnn/layer/conv1d.hpp>
#include <ctnn/layer/dense.hpp>
#include <ctnn/layer/depthwise_conv2d.hpp>
#include <ctnn/layer/over_time.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/network/stream_of.hpp>
#include <ctnn/network/streamed.hpp>

namespace {

using namespace ctnn;

// The second layer of a small network for keywords.
using depthwise =
    network<float, input<25, 5, 64>, depthwise_conv2d<kernel_size<3, 3>, padding_same>>;

[[gnu::noinline]] void plain_loops(depthwise const& net, depthwise::input_type const& x,
                                   depthwise::output_type& y) {
    auto const& p = net.layer<0>();
    for (int row = 0; row < 25; ++row)
        for (int column = 0; column < 5; ++column)
            for (int channel = 0; channel < 64; ++channel) {
                float sum = p.biases.data()[channel];
                for (int i = 0; i < 3; ++i)
                    for (int j = 0; j < 3; ++j) {
                        int const r = row + i - 1, c = column + j - 1;
                        if (r >= 0 && r < 25 && c >= 0 && c < 5)
                            sum += x.data()[(r * 5 + c) * 64 + channel] *
                                   p.weights.values.data()[(i * 3 + j) * 64 + channel];
                    }
                y.data()[(row * 5 + column) * 64 + channel] = sum;
            }
}

bool compare_depthwise(std::size_t repetitions) {
    static depthwise net = initialize<depthwise>(he_uniform{}, 1);
    static depthwise::input_type x;
    static depthwise::output_type y, z;
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<float>(i % 13) - 6;
    plain_loops(net, x, z);
    y = net(x);
    for (std::size_t i = 0; i < y.size(); ++i)
        if (!(std::abs(y[i] - z[i]) < 1e-4f)) {
            std::printf("depthwise: output %zu is %g, not %g\n", i, static_cast<double>(y[i]),
                        static_cast<double>(z[i]));
            return false;
        }
    constexpr std::size_t count = 40;
    auto const [ours, plain] = benchmark::measure_in_turn(
        count, repetitions,
        [&] {
            for (std::size_t k = 0; k < count; ++k) {
                auto const out = net(x);
                benchmark::keep(out);
            }
        },
        [&] {
            for (std::size_t k = 0; k < count; ++k) {
                plain_loops(net, x, z);
                benchmark::keep(z);
            }
        });
    std::printf("depthwise 25x5x64, 3x3    ctnn %7.0f ns   plain loops %7.0f ns   ratio %.2f\n",
                ours.median, plain.median, plain.median / ours.median);
    return true;
}

// One sample after the other: 8 channels, windows of 3, distances 1, 2, 4 and 8.
template <class Activation>
using stack = network<float, input<64, 1>, conv1d<8, kernel_size<3>, padding_causal, Activation>,
                      conv1d<8, kernel_size<3>, dilation<2>, padding_causal, Activation>,
                      conv1d<8, kernel_size<3>, dilation<4>, padding_causal, Activation>,
                      conv1d<8, kernel_size<3>, dilation<8>, padding_causal, Activation>,
                      over_time<dense<1>>>;

template <class Activation>
void measure_stack(char const* name, std::size_t repetitions) {
    using live = stream_of<stack<Activation>>;
    alignas(64) static live net = streamed(initialize<stack<Activation>>(he_uniform{}, 1));
    static typename live::state state;
    std::array<float, 256> signal{}, out{};
    for (std::size_t t = 0; t < signal.size(); ++t)
        signal[t] = static_cast<float>(t * 37 % 64) / 32 - 1;
    benchmark::keep(net);
    auto const [times] = benchmark::measure_in_turn(signal.size(), repetitions, [&] {
        for (std::size_t t = 0; t < signal.size(); ++t)
            out[t] = net.step(state, {signal[t]})[0];
        benchmark::keep(out);
    });
    std::printf("conv1d stack, %s        ctnn %7.1f ns a sample\n", name, times.median);
}

} // namespace

int main(int count, char** arguments) {
    long const given = count > 1 ? std::atol(arguments[1]) : 101;
    auto const repetitions = static_cast<std::size_t>(given > 0 ? given : 101);
    std::printf("flags: %s\n", CTNN_BENCHMARK_FLAGS);
    if (!compare_depthwise(repetitions))
        return 1;
    measure_stack<relu>("relu", repetitions);
    measure_stack<ctnn::tanh>("tanh", repetitions);
}
