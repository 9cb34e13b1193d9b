#pragma once

#include <cstdint>
#include <limits>
#include <type_traits>

// What fixed_point does with integers. Halves of 16 bits are multiplied in words of 32, halves of 32 in
// words of 64, so that no product is lost; shifts of negative numbers round down, as C++20 says.

// Where an instruction saturates, an operation is as short as a call of it.
#if defined(__ARM_FEATURE_SAT)
#define CTNN_SHORT_OPERATION [[gnu::always_inline]]
#else
#define CTNN_SHORT_OPERATION
#endif

namespace ctnn::number::detail {

template <int Half>
using word = std::conditional_t<Half == 16, std::int32_t, std::int64_t>;
template <int Half>
using unsigned_word = std::make_unsigned_t<word<Half>>;

// The lesser and the greater of two integers whose difference fits, without a branch.
template <class Word>
[[gnu::always_inline]] constexpr Word lesser(Word x, Word y) noexcept {
    Word const difference = x - y;
    return y + (difference & (difference >> std::numeric_limits<Word>::digits));
}
template <class Word>
[[gnu::always_inline]] constexpr Word greater(Word x, Word y) noexcept {
    Word const difference = x - y;
    return x - (difference & (difference >> std::numeric_limits<Word>::digits));
}

// x / 2^shift to the nearest integer, and to the even one of two; shift is at least 1.
template <class Word>
[[gnu::always_inline]] constexpr Word round_shift(Word x, int shift) noexcept {
    Word const before_half = static_cast<Word>((Word{1} << (shift - 1)) - 1);
    return static_cast<Word>((x + before_half + ((x >> shift) & 1)) >> shift);
}

// All bits 1 where x is not 0. Written so that no compiler makes a branch of it.
template <class Word>
[[gnu::always_inline]] constexpr Word ones_unless_zero(Word x) noexcept {
    auto const bits = static_cast<std::make_unsigned_t<Word>>(x);
    return static_cast<Word>(bits | (0U - bits)) >> std::numeric_limits<Word>::digits;
}

// To a type that holds x: spares compilers an extension of the sign.
template <class Storage>
[[gnu::always_inline]] constexpr Storage known_to_fit(std::int32_t x) noexcept {
    using limits = std::numeric_limits<Storage>;
    if (x < (limits::min)() || x > (limits::max)())
        __builtin_unreachable();
    return static_cast<Storage>(x);
}

// The nearest number that Storage can hold, in as many instructions for every number.
template <class Storage>
[[gnu::always_inline]] constexpr Storage saturate(std::int32_t x) noexcept {
    constexpr int digits = std::numeric_limits<Storage>::digits;
    if constexpr (digits == 31)
        return x;
#if defined(__ARM_FEATURE_SAT)
    // (Of a number that the compiler knows nothing is left, a network's settings among them.)
    if (!std::is_constant_evaluated() && !__builtin_constant_p(x)) {
        asm("ssat %0, %1, %0" : "+r"(x) : "I"(digits + 1));
        return known_to_fit<Storage>(x);
    }
#endif
    std::int32_t const end = (x >> 31) ^ (std::numeric_limits<Storage>::max)();
    // All bits from the sign of Storage on are equal where x fits.
    std::int32_t const beyond = ones_unless_zero((x >> digits) ^ (x >> 31));
    return static_cast<Storage>(x ^ ((x ^ end) & beyond));
}
template <class Storage>
[[gnu::always_inline]] constexpr Storage saturate(std::int64_t x) noexcept {
    // First to 32 bits, of which the upper half tells whether they are enough.
    auto const high = static_cast<std::int32_t>(x >> 32);
    auto const low = static_cast<std::int32_t>(x & 0xffffffff);
    std::int32_t const end = (high >> 31) ^ (std::numeric_limits<std::int32_t>::max)();
    std::int32_t const beyond = ones_unless_zero(high ^ (low >> 31));
    return saturate<Storage>(low ^ ((low ^ end) & beyond));
}

#if defined(__ARM_FEATURE_SAT) && defined(__thumb2__)
// The same for x / 2^Shift, rounded to the nearest integer and to the even one of two. No sum in it overflows
// as long as x has 31 bits.
template <class Storage, int Shift>
[[gnu::always_inline]] inline Storage round_shift_and_saturate_on_arm(std::int32_t x) noexcept {
    constexpr int digits = std::numeric_limits<Storage>::digits;
    std::int32_t y = x + ((1 << (Shift - 1)) - 1) + ((x >> Shift) & 1);
    asm("ssat %0, %2, %1, asr %3" : "=r"(y) : "r"(y), "I"(digits + 1), "I"(Shift));
    return known_to_fit<Storage>(y);
}
template <class Storage, int Shift>
[[gnu::always_inline]] inline Storage round_shift_and_saturate_on_arm(std::int64_t x) noexcept {
    // To 31 bits first: what is beyond them is far beyond Storage.
    static_assert(std::numeric_limits<Storage>::digits + Shift < 30);
    auto const high = static_cast<std::int32_t>(x >> 32);
    auto low = static_cast<std::int32_t>(x & 0xffffffff);
    asm("cmp %1, %0, asr #30\n\t"
        "it ne\n\t"
        "eorne %0, %2, %1, asr #31"
        : "+r"(low)
        : "r"(high), "r"(0x3fffffff)
        : "cc");
    return round_shift_and_saturate_on_arm<Storage, Shift>(low);
}
#endif

// The nearest number that Storage can hold to x / 2^Shift, and the even one of two.
template <class Storage, int Shift, class Word>
[[gnu::always_inline]] constexpr Storage round_shift_and_saturate(Word x) noexcept {
#if defined(__ARM_FEATURE_SAT) && defined(__thumb2__)
    if constexpr (sizeof(Storage) < 4)
        if (!std::is_constant_evaluated())
            return round_shift_and_saturate_on_arm<Storage, Shift>(x);
#endif
    return saturate<Storage>(round_shift(x, Shift));
}

// Whether a division is an instruction of the machine, or the only way to do it in a constant.
template <class Unsigned>
inline constexpr bool machine_divides =
#if defined(__SIZEOF_INT128__)
    true;
#elif defined(__ARM_FEATURE_IDIV) || defined(__riscv_div) || defined(__i386__)
    sizeof(Unsigned) <= 4;
#else
    false;
#endif

// a / b, rounded down; 2 b fits in a signed integer. Where it is done in software, as many steps for
// every number.
template <class Unsigned>
constexpr Unsigned divide_down(Unsigned a, Unsigned b) noexcept {
    if (machine_divides<Unsigned> || std::is_constant_evaluated())
        return a / b;
    constexpr int last = std::numeric_limits<Unsigned>::digits - 1;
    Unsigned quotient = 0, rest = 0;
    for (int bit = last; bit >= 0; --bit) {
        Unsigned const left = (rest << 1 | ((a >> bit) & 1)) - b;
        Unsigned const is_less = left >> last;
        rest = left + (b & (0U - is_less));
        quotient = quotient << 1 | (is_less ^ 1);
    }
    return quotient;
}

// The same to the nearest integer, and to the even one of two.
template <class Unsigned>
constexpr Unsigned divide(Unsigned a, Unsigned b) noexcept {
    Unsigned const quotient = divide_down(a, b);
    Unsigned const rest = a - quotient * b;
    return quotient + (2 * rest + (quotient & 1) > b);
}

} // namespace ctnn::number::detail
