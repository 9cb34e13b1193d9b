#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/quantization/detail/dense_int8.hpp>

namespace ctnn::quantization {

/// A layer that bends at 0, with a slope for each channel, as TensorFlow Lite's PRELU: an integer q stands for x = q - zero_in,
/// and a slope for s = slope - slope_zero. With a multiplier and a shift for either side of 0, the result is
///     x 2^left multiplier / 2^(31 + shift)     from 0 on,
///     x s multiplier / 2^(31 + shift)          below 0,
/// rounded to the 31 bits, and then by the shift as in dense_int8.hpp, plus zero.
template <std::size_t Channels>
struct bent_int8 {
    struct side {
        std::int32_t multiplier = 0;
        std::int32_t shift = 0; // from 0, or from 1 below 0, to 22

        friend constexpr bool operator==(side const&, side const&) = default;
    };
    std::array<std::int8_t, Channels> slopes{};
    std::int32_t slope_zero = 0, zero_in = 0, left = 0, zero = 0; // left is from 0 to most_left
    side above{}, below{};

    static constexpr std::int32_t most_left = 7;

    // Of one integer, before it is cut off. Without a branch: the side is chosen by a mask.
    [[gnu::always_inline]] constexpr std::int32_t scaled(std::int32_t q, std::int8_t slope) const {
        std::int32_t const x = q - zero_in, is_below = x >> 31;
        auto const choose = [is_below](std::int32_t from_0, std::int32_t below_0) {
            return from_0 ^ ((from_0 ^ below_0) & is_below);
        };
        std::int32_t const factor = choose(std::int32_t{1} << left, slope - slope_zero);
        std::int32_t const by = choose(above.shift, below.shift);
        std::int32_t const high =
            detail::scale(x * factor, choose(above.multiplier, below.multiplier));
        // (Where nothing is shifted, x is not below 0, and so nothing is added.)
        std::int32_t const half = (std::int32_t{1} << by) >> 1;
        return ((high + (high >> 31) + half) >> by) + zero;
    }

    template <std::size_t Size, class Integer>
    [[gnu::always_inline]] constexpr void run(std::int16_t const* x, Integer* y) const {
        for (std::size_t j = 0; j < Size; ++j)
            y[j] =
                static_cast<Integer>(detail::saturated(scaled(x[j], slopes.data()[j % Channels])));
    }

    friend constexpr bool operator==(bent_int8 const&, bent_int8 const&) = default;
};

} // namespace ctnn::quantization
