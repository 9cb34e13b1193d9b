#pragma once

#include <cstddef>
#include <ctnn/ctnn.hpp>

// A network whose relus bend all over the box from -1 to 1, so that proofs about it take many boxes.

namespace by_hand {

using bent_model = ctnn::network<float, ctnn::input<2>, ctnn::dense<16, ctnn::relu>,
                                 ctnn::dense<16, ctnn::relu>, ctnn::dense<1>>;

// Steep in its first layer.
constexpr bent_model bent() {
    auto net = ctnn::initialize<bent_model>(ctnn::uniform{-1, 1}, 18);
    for (float& w : net.layer<0>().weights.values)
        w *= 16;
    for (std::size_t i = 0; i < 16; ++i) {
        net.layer<0>().biases[i] = 1.5f * (static_cast<float>(i) - 7.5f);
        net.layer<1>().biases[i] = 3 * (7.5f - static_cast<float>((i * 7) % 16));
    }
    return net;
}

} // namespace by_hand
