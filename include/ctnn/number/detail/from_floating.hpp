#pragma once

#include <cstdint>
#include <ctnn/number/detail/word.hpp>
#include <limits>

namespace ctnn::number::detail {

// x times 2^digits to the nearest integer, and to the even one of two, as Storage can hold it. In
// integers, so that a machine without floating point may do it; a NaN gives 0.
template <class Storage>
[[gnu::always_inline]] constexpr Storage from_floating(double x, int digits) noexcept {
    auto const bits = __builtin_bit_cast(std::uint64_t, x);
    std::uint64_t const size = bits & 0x7fffffffffffffff;
    int const exponent = static_cast<int>(size >> 52); // a subnormal number is too small anyway
    std::int64_t const significand =
        static_cast<std::int64_t>((size & 0x000fffffffffffff) | 0x0010000000000000);
    // The significand is worth 2^(exponent - 1075) each. To the left it goes only if far too large.
    int const shift = 1075 - exponent - digits;
    std::int64_t magnitude = 0;
    if (shift < 1)
        magnitude = (std::numeric_limits<std::int64_t>::max)() / 2;
    else if (shift <= 54)
        magnitude = round_shift(significand, shift);
    if (size > 0x7ff0000000000000)
        magnitude = 0;
    return saturate<Storage>((bits >> 63) != 0 ? -magnitude : magnitude);
}

} // namespace ctnn::number::detail
