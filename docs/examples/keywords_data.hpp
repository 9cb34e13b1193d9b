#pragma once

// Four "words" as spectrograms of 25 frames with 10 bands, made by a formula: the pitch rises, falls, rises and falls, or
// falls and rises, at any time, speed and loudness, in noise. And the network that tells them apart.

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>

namespace keywords {

inline constexpr std::size_t frames = 25, bands = 10, words = 4;

// The shape of the keyword spotter in MLPerf Tiny: a convolution, blocks of a depthwise and a 1 x 1 convolution, the mean.
using first = ctnn::conv2d<8, ctnn::kernel_size<10, 4>, ctnn::strides<2, 2>, ctnn::padding_same>;
using depthwise = ctnn::depthwise_conv2d<ctnn::kernel_size<3, 3>, ctnn::padding_same>;
using mixed = ctnn::conv2d<8, ctnn::kernel_size<1, 1>>;
using ctnn::batch_norm, ctnn::relu;
using model =
    ctnn::network<float, ctnn::input<frames, bands, 1>, first, batch_norm, relu, depthwise,
                  batch_norm, relu, mixed, batch_norm, relu, depthwise, batch_norm, relu, mixed,
                  batch_norm, relu, ctnn::global_average_pool, ctnn::dense<words, ctnn::softmax>>;

// What is shipped has no batch_norm.
using shipped = decltype(ctnn::folded(model{}));
using sample = ctnn::sample<model::input_type, model::output_type>;

// Word number `seed` % 4, said as `seed` decides.
constexpr sample said_once(std::uint32_t seed) {
    ctnn::random::mt19937 generator(seed);
    auto const draw = [&generator](float least, float most) {
        return least + (most - least) * static_cast<float>(generator() >> 8) * 0x1p-24F;
    };
    std::size_t const word = seed % words;
    float const begin = draw(0, 6), length = draw(12, 18), loudness = draw(0.5F, 1);
    sample one{};
    one.target[word] = 1;
    for (std::size_t t = 0; t < frames; ++t) {
        float const part = (static_cast<float>(t) - begin) / length;
        float const there_and_back = part < 0.5F ? 2 * part : 2 - 2 * part;
        float const height = word == 0   ? part
                             : word == 1 ? 1 - part
                             : word == 2 ? there_and_back
                                         : 1 - there_and_back;
        for (std::size_t f = 0; f < bands; ++f) {
            float const off = static_cast<float>(f) - (1 + 7 * height);
            float const near = 1.5F - (off < 0 ? -off : off);
            bool const is_heard = part >= 0 && part <= 1 && near > 0;
            one.input[t * bands + f] = draw(0, 0.5F) + (is_heard ? loudness * near : 0);
        }
    }
    return one;
}

// Words from number First on.
template <std::size_t Count, std::uint32_t First>
constexpr std::array<sample, Count> said() {
    std::array<sample, Count> all{};
    std::uint32_t seed = First;
    for (sample& one : all)
        one = said_once(seed++);
    return all;
}

// The network that has these numbers, in the order in which they lie in it.
template <std::size_t Count>
constexpr shipped with(std::array<float, Count> const& numbers) {
    static_assert(Count == shipped::parameter_count);
    shipped net{};
    std::size_t next = 0;
    auto const fill = [&](auto& layer) {
        for (float& weight : layer.weights.values)
            weight = numbers[next++];
        for (float& bias : layer.biases)
            bias = numbers[next++];
    };
    fill(net.layer<0>());
    fill(net.layer<2>());
    fill(net.layer<4>());
    fill(net.layer<6>());
    fill(net.layer<8>());
    fill(net.layer<11>());
    return net;
}

// How many of the words are recognized.
template <class Net, std::size_t Count>
constexpr std::size_t recognized(Net const& net, std::array<sample, Count> const& all) {
    std::size_t right = 0;
    for (auto const& [sound, word] : all)
        right += ctnn::argmax(net(sound)) == ctnn::argmax(word);
    return right;
}

} // namespace keywords
