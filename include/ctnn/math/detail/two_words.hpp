#pragma once

#include <cstdint>

namespace ctnn::math::detail {

// 128 bits, of which the last one stays 1 if a 1 was shifted out of it.
struct two_words {
    std::uint64_t high;
    std::uint64_t low;

    constexpr int leading_zeros() const {
        return high != 0 ? __builtin_clzll(high) : low != 0 ? 64 + __builtin_clzll(low) : 128;
    }
    constexpr two_words left(int by) const {
        if (by >= 64)
            return {by < 128 ? low << (by - 64) : 0, 0};
        return by == 0 ? *this : two_words{high << by | low >> (64 - by), low << by};
    }
    constexpr two_words right(int by) const {
        if (by >= 128)
            return {0, (high | low) != 0};
        if (by >= 64) {
            bool const dropped = low != 0 || (by > 64 && high << (128 - by) != 0);
            return {0, high >> (by - 64) | std::uint64_t{dropped}};
        }
        if (by == 0)
            return *this;
        return {high >> by, high << (64 - by) | low >> by | std::uint64_t{low << (64 - by) != 0}};
    }
    constexpr two_words plus(two_words b) const {
        std::uint64_t const sum = low + b.low;
        return {high + b.high + (sum < low), sum};
    }
    constexpr two_words minus(two_words b) const {
        return {high - b.high - (low < b.low), low - b.low};
    }
    constexpr bool less(two_words b) const { return high != b.high ? high < b.high : low < b.low; }
};

constexpr two_words product(std::uint64_t a, std::uint64_t b) noexcept {
    std::uint64_t const a0 = a & 0xffffffff, a1 = a >> 32, b0 = b & 0xffffffff, b1 = b >> 32;
    std::uint64_t const low = a0 * b0;
    std::uint64_t const middle = a1 * b0 + (low >> 32);
    std::uint64_t const other = a0 * b1 + (middle & 0xffffffff);
    return {a1 * b1 + (middle >> 32) + (other >> 32), other << 32 | (low & 0xffffffff)};
}

} // namespace ctnn::math::detail
