#pragma once

// IMAGES images of 28x28 pixels as samples, from `mnist_bytes`: for each image a byte with its
// class and then a byte for each pixel. One constant takes the compilers no more than some dozens
// of images, so they are read in pieces.

#include "mnist_bytes.hpp" // made by `run mnist`

#include <array>
#include <cstddef>
#include <ctnn/ctnn.hpp>
#include <utility>

namespace mnist {

inline constexpr std::size_t images = IMAGES, pixels = 28 * 28, in_piece = 50;
static_assert(images % in_piece == 0 && mnist_bytes.size() == images * (1 + pixels));

using image = ctnn::sample<std::array<float, pixels>, std::array<float, 10>>;

template <std::size_t Index>
inline constexpr std::array<image, in_piece> piece = [] {
    std::array<image, in_piece> result{};
    char const* from = mnist_bytes.data() + Index * in_piece * (1 + pixels);
    for (image& one : result) {
        one.target[static_cast<std::size_t>(*from++)] = 1;
        float* const to = one.input.data();
        for (std::size_t i = 0; i < pixels; ++i)
            to[i] = static_cast<float>(static_cast<unsigned char>(from[i])) * (1 / 255.0F);
        from += pixels;
    }
    return result;
}();

inline constexpr std::array<image, images> training =
    []<std::size_t... Index>(std::index_sequence<Index...>) {
    std::array<image, images> result{};
    image* to = result.data();
    auto const copy = [&to](auto const& from) {
        for (image const& one : from)
            *to++ = one;
    };
    (copy(piece<Index>), ...);
    return result;
}
(std::make_index_sequence<images / in_piece>{});

} // namespace mnist
