#pragma once

#include <array>
#include <cstdint>
#include <limits>

// Fixed-point arithmetic by its definition, without the library's tricks: quotients of integers that
// are rounded by comparing remainders.

namespace fixed_point_oracle {

template <int Bits>
constexpr std::int64_t within(std::int64_t x) {
    constexpr std::int64_t most = (std::int64_t{1} << (Bits - 1)) - 1;
    if (x > most)
        return most;
    return x < -most - 1 ? -most - 1 : x;
}

// a / b, b > 0, to the nearest integer, the even one of two.
constexpr std::int64_t nearest(std::int64_t a, std::int64_t b) {
    std::int64_t down = a / b;
    if (a % b < 0)
        --down;
    std::int64_t const below = a - down * b, above = b - below;
    if (below != above)
        return below < above ? down : down + 1;
    return down % 2 == 0 ? down : down + 1;
}

template <int Bits>
constexpr std::int64_t quotient(std::int64_t a, std::int64_t b, std::int64_t one) {
    constexpr std::int64_t beyond = std::int64_t{1} << Bits;
    if (b == 0)
        return a == 0 ? 0 : a < 0 ? -beyond : beyond;
    return b < 0 ? nearest(-a * one, -b) : nearest(a * one, b);
}

template <class Raw>
constexpr std::array<Raw, 15> special() {
    using limits = std::numeric_limits<Raw>;
    return {0,
            1,
            -1,
            2,
            -2,
            3,
            -3,
            limits::max(),
            static_cast<Raw>(limits::max() - 1),
            limits::min(),
            static_cast<Raw>(limits::min() + 1),
            static_cast<Raw>(limits::max() / 2),
            static_cast<Raw>(limits::max() / 2 + 1),
            static_cast<Raw>(limits::min() / 2),
            static_cast<Raw>(limits::max() / 3)};
}

// Numbers of all sizes.
class generator {
public:
    template <class Raw>
    constexpr Raw number() {
        constexpr std::uint64_t digits = std::numeric_limits<Raw>::digits;
        std::uint64_t const bits = next();
        std::uint64_t const shift = bits % (digits + 1);
        return static_cast<Raw>(static_cast<std::int64_t>(next()) >> (63 - digits + shift));
    }

private:
    constexpr std::uint64_t next() {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return state_ * 0x2545f4914f6cdd1d >> 8 ^ state_ << 40;
    }
    std::uint64_t state_ = 88172645463325252;
};

} // namespace fixed_point_oracle
