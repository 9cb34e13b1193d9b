#pragma once

#include <cstdint>
#include <ctnn/number/detail/word.hpp>

// A sum of 64 bits in two registers, to which Arm's DSP instructions add products of 16 bits (Cortex-M4, M7).
// (As one integer of 64 bits g++ moves it from register to register.)

namespace ctnn::number::detail {

#if defined(__ARM_FEATURE_SIMD32) && !defined(__ARM_BIG_ENDIAN)
#define CTNN_ARM_SMLAL
#endif

class sum_in_halves {
public:
    [[gnu::always_inline]] constexpr sum_in_halves& operator+=(std::int32_t x) {
        std::int64_t const sum = *this + x;
        low_ = static_cast<std::uint32_t>(sum & 0xffffffff);
        high_ = static_cast<std::int32_t>(sum >> 32);
        return *this;
    }

    [[gnu::always_inline]] constexpr operator std::int64_t() const {
        return static_cast<std::int64_t>(std::uint64_t{static_cast<std::uint32_t>(high_)} << 32 |
                                         low_);
    }

#if defined(CTNN_ARM_SMLAL)
    // The product of the lower (B) or upper (T) halves of x and y.
    [[gnu::always_inline]] void add_bb(std::uint32_t x, std::uint32_t y) {
        asm("smlalbb %0, %1, %2, %3" : "+r"(low_), "+r"(high_) : "r"(x), "r"(y));
    }
    [[gnu::always_inline]] void add_bt(std::uint32_t x, std::uint32_t y) {
        asm("smlalbt %0, %1, %2, %3" : "+r"(low_), "+r"(high_) : "r"(x), "r"(y));
    }
    [[gnu::always_inline]] void add_tt(std::uint32_t x, std::uint32_t y) {
        asm("smlaltt %0, %1, %2, %3" : "+r"(low_), "+r"(high_) : "r"(x), "r"(y));
    }
    // Both, of the lower and of the upper halves.
    [[gnu::always_inline]] void add_both(std::uint32_t x, std::uint32_t y) {
        asm("smlald %0, %1, %2, %3" : "+r"(low_), "+r"(high_) : "r"(x), "r"(y));
    }
#endif

private:
    std::uint32_t low_ = 0;
    std::int32_t high_ = 0;
};

[[gnu::always_inline]] constexpr std::int64_t round_shift(sum_in_halves x, int shift) {
    return round_shift(static_cast<std::int64_t>(x), shift);
}

} // namespace ctnn::number::detail
