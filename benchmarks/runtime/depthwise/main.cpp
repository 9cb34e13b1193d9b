// A depthwise convolution in ctnn and in plain loops, built with the same flags. Median times; where the ratio is above
// 1, ctnn is the faster one.
//
//     depthwise [REPETITIONS]

#include "../mark.hpp"
#include "../measure.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctnn/initializer/he_uniform.hpp>
#include <ctnn/layer/depthwise_conv2d.hpp>
#include <ctnn/network/initialize.hpp>
#include <ctnn/network/network.hpp>

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

} // namespace

int main(int count, char** arguments) {
    long const given = count > 1 ? std::atol(arguments[1]) : 101;
    auto const repetitions = static_cast<std::size_t>(given > 0 ? given : 101);
    std::printf("flags: %s\n", CTNN_BENCHMARK_FLAGS);
    return compare_depthwise(repetitions) ? EXIT_SUCCESS : EXIT_FAILURE;
}
