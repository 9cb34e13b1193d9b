#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/quantization/detail/dense_int8.hpp>

namespace ctnn::quantization {

/// The product of two branches' outputs, each with its own scale, as an integer on the scale of the next layer:
/// (q - zeros[0]) (r - zeros[1]) multiplier / 2^(31 + shift), rounded as in dense_int8.hpp, plus zero.
struct product_int8 {
    std::array<std::int32_t, 2> zeros{};
    std::int32_t multiplier = 0;
    std::int32_t shift = 1; // from 1 to 22
    std::int32_t zero = 0;

    // Of two integers less their zeros, before it is cut off.
    [[gnu::always_inline]] constexpr std::int32_t scaled(std::int32_t x, std::int32_t z) const {
        std::int32_t const half = std::int32_t{1} << (shift - 1);
        std::int32_t const high = detail::scale(x * z, multiplier);
        return ((high + (high >> 31) + half) >> shift) + zero;
    }
    template <std::size_t Size, class First, class Second, class Integer>
    [[gnu::always_inline]] constexpr void run(First const* x, Second const* z, Integer* y) const {
        std::int32_t const first = zeros.data()[0], second = zeros.data()[1], by = shift;
        std::int32_t const half_and_zero =
            (std::int32_t{1} << (by - 1)) + zero * (std::int32_t{1} << by);
        for (std::size_t j = 0; j < Size; ++j) {
            std::int32_t const scaled = detail::scale((x[j] - first) * (z[j] - second), multiplier);
            y[j] = static_cast<Integer>(
                detail::saturated((scaled + (scaled >> 31) + half_and_zero) >> by));
        }
    }

    friend constexpr bool operator==(product_int8 const&, product_int8 const&) = default;
};

} // namespace ctnn::quantization
