#pragma once

// Networks and boxes of the benchmarks of verification: drawn from a seed, and of the usual shapes.

#include <ctnn/ctnn.hpp>

namespace nets {

using ctnn::dense, ctnn::input, ctnn::relu;

using deep = ctnn::network<float, input<5>, dense<50, relu>, dense<50, relu>, dense<50, relu>,
                           dense<50, relu>, dense<50, relu>, dense<50, relu>, dense<5>>;
using digits = ctnn::network<float, input<64>, dense<16, relu>, dense<10>>;
using wide = ctnn::network<float, input<4>, dense<64, relu>, dense<64, relu>, dense<2>>;
using controller = ctnn::network<float, input<2>, dense<16, relu>, dense<16, relu>, dense<1>>;

template <class Network>
inline constexpr Network drawn = ctnn::initialize<Network>(ctnn::glorot_uniform{}, 7);

template <class Network>
constexpr typename Network::input_type center() {
    typename Network::input_type x{};
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = static_cast<float>((i * 37 + 11) % 64) / 64;
    return x;
}

// Steep in its first layer, with bends all over the box: a proof takes more than 60 boxes.
constexpr controller bent() {
    auto net = ctnn::initialize<controller>(ctnn::uniform{-1, 1}, 18);
    for (float& w : net.layer<0>().weights.values)
        w *= 16;
    for (std::size_t i = 0; i < 16; ++i) {
        net.layer<0>().biases[i] = 1.5f * (static_cast<float>(i) - 7.5f);
        net.layer<1>().biases[i] = 3 * (7.5f - static_cast<float>((i * 7) % 16));
    }
    return net;
}

struct controller_stays_within {
    static constexpr controller network = bent();
    static constexpr ctnn::box<float, 2> inputs{{-1, -1}, {1, 1}};
    static constexpr ctnn::verify::condition<1, 2, 1> wanted{
        {{{{{{1}, 58.0}}}, {{{{-1}, -17.5}}}}}};
    static constexpr std::size_t boxes = 5000;
};

} // namespace nets
