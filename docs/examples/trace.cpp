// Where do PyTorch and ctnn differ? trace.py writes the output of each of PyTorch's modules, and `trace` has that of each
// layer. The first layer that differs is wrong: here, its weights are in the wrong order.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <ctnn/ctnn.hpp>

#include "data/trace_numbers.hpp"

using namespace ctnn;

namespace {

using model = network<float, input<6, 6, 1>, conv2d<2, kernel_size<3, 3>, relu>,
                      max_pool<kernel_size<2, 2>>, dense<3>>;

// The dense layer's inputs are an image of 2 x 2 places with 2 channels. PyTorch has channels first.
constexpr std::size_t channels_first(std::size_t input) {
    std::size_t const place = input / 2, channel = input % 2;
    return channel * 4 + place;
}

constexpr model loaded(bool in_our_order) {
    model net;
    auto& conv = net.layer<0>();
    for (std::size_t place = 0; place < 9; ++place)
        for (std::size_t j = 0; j < 2; ++j)
            conv.weights[place][j] = numbers::conv_weight[j * 9 + place];
    std::copy_n(numbers::conv_bias, 2, conv.biases.begin());
    auto& last = net.layer<2>();
    for (std::size_t i = 0; i < 8; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            last.weights[i][j] =
                numbers::dense_weight[j * 8 + (in_our_order ? channels_first(i) : i)];
    std::copy_n(numbers::dense_bias, 3, last.biases.begin());
    return net;
}

constexpr model::input_type x = [] {
    model::input_type all{};
    std::copy_n(numbers::x, all.size(), all.begin());
    return all;
}();

template <std::size_t Size>
constexpr float largest_difference(std::array<float, Size> const& y,
                                   float const (&expected)[Size]) {
    float largest = 0;
    for (std::size_t i = 0; i < Size; ++i)
        largest = std::max(largest, math::abs(y[i] - expected[i]));
    return largest;
}

// [trace]
constexpr std::array<float, 3> differences(model const& net) {
    auto const seen = trace(net, x);
    return {largest_difference(seen.layer<0>(), numbers::after_relu),
            largest_difference(seen.layer<1>(), numbers::after_maxpool2d),
            largest_difference(seen.layer<2>(), numbers::after_linear)};
}
// [trace]

constexpr auto wrong = differences(loaded(false)), right = differences(loaded(true));
static_assert(wrong[0] < 1e-6F && wrong[1] < 1e-6F && wrong[2] > 0.1F);
static_assert(right[2] < 1e-6F);

} // namespace

int main() {
    for (std::size_t i = 0; i < wrong.size(); ++i)
        std::printf("layer %zu differs by %8.2g; loaded right, by %8.2g\n", i,
                    static_cast<double>(wrong[i]), static_cast<double>(right[i]));
}
