#pragma once

#include <cstddef>
#include <cstdint>

// Arm's DSP instructions multiply two integers of 16 bits at once, which lie in a word.

namespace ctnn::quantization::detail {

// The largest offsets in bytes that instructions hold: of two words, and of less.
inline constexpr std::size_t most_offset_of_two = 1020, most_offset = 4095;

#if defined(__ARM_FEATURE_SIMD32) && defined(__thumb2__) && !defined(__ARM_BIG_ENDIAN)

inline constexpr bool has_words = true;

// What each four of weights of a row has to do with two windows, of which the second is Step numbers after the first.
#define CTNN_FOUR_OF_TWO_WINDOWS(first, second)                                                    \
    "sxtb16 %[b], %[a]\n\t"                                                                        \
    "sxtb16 %[a], %[a], ror #8\n\t"                                                                \
    "smlad %[" first "], %[b], %[p], %[" first "]\n\t"                                             \
    "smlad %[" second "], %[b], %[r], %[" second "]\n\t"                                           \
    "smlad %[" first "], %[a], %[q], %[" first "]\n\t"                                             \
    "smlad %[" second "], %[a], %[s], %[" second "]\n\t"

// Adds the products of 4 Fours numbers of two windows and of two rows of weights, Width apart, to s00 (of the first window
// and the first row), s01, s10 and s11. (Of single instructions compilers make half as many again.)
template <std::size_t Fours, std::size_t Step, std::size_t Width>
[[gnu::always_inline]] inline void add_fours(std::int16_t const*& x, std::int8_t const*& weights,
                                             std::int32_t& s00, std::int32_t& s01,
                                             std::int32_t& s10, std::int32_t& s11) {
    static_assert(2 * Step <= most_offset_of_two && Width <= most_offset);
    std::uint32_t a, b, p, q, r, s;
    asm(".rept %c[fours]\n\t"
        "ldrd %[r], %[s], [%[x], %[step]]\n\t"
        "ldrd %[p], %[q], [%[x]], #8\n\t"
        "ldr %[a], [%[w], %[width]]\n\t" CTNN_FOUR_OF_TWO_WINDOWS(
            "s01", "s11") "ldr %[a], [%[w]], #4\n\t" CTNN_FOUR_OF_TWO_WINDOWS("s00", "s10") ".endr"
        : [s00] "+r"(s00), [s01] "+r"(s01), [s10] "+r"(s10), [s11] "+r"(s11), [x] "+r"(x),
          [w] "+r"(weights), [a] "=&r"(a), [b] "=&r"(b), [p] "=&r"(p), [q] "=&r"(q), [r] "=&r"(r),
          [s] "=&r"(s)
        : [fours] "i"(Fours), [step] "i"(2 * Step), [width] "i"(Width)
        : "memory");
}
#undef CTNN_FOUR_OF_TWO_WINDOWS

// The same for one window and two rows that lie anywhere.
template <std::size_t Fours>
[[gnu::always_inline]] inline void add_fours(std::int16_t const*& x, std::int8_t const*& first,
                                             std::int8_t const*& second, std::int32_t& s0,
                                             std::int32_t& s1) {
    std::uint32_t a, b, p, q;
    asm(".rept %c[fours]\n\t"
        "ldrd %[p], %[q], [%[x]], #8\n\t"
        "ldr %[a], [%[w0]], #4\n\t"
        "sxtb16 %[b], %[a]\n\t"
        "sxtb16 %[a], %[a], ror #8\n\t"
        "smlad %[s0], %[b], %[p], %[s0]\n\t"
        "smlad %[s0], %[a], %[q], %[s0]\n\t"
        "ldr %[a], [%[w1]], #4\n\t"
        "sxtb16 %[b], %[a]\n\t"
        "sxtb16 %[a], %[a], ror #8\n\t"
        "smlad %[s1], %[b], %[p], %[s1]\n\t"
        "smlad %[s1], %[a], %[q], %[s1]\n\t"
        ".endr"
        : [s0] "+r"(s0), [s1] "+r"(s1), [x] "+r"(x), [w0] "+r"(first), [w1] "+r"(second),
          [a] "=&r"(a), [b] "=&r"(b), [p] "=&r"(p), [q] "=&r"(q)
        : [fours] "i"(Fours)
        : "memory");
}

// Two numbers that lie together, from `Offset` numbers after x on.
template <std::size_t Offset>
[[gnu::always_inline]] inline std::uint32_t load_two(std::int16_t const* x) {
    static_assert(2 * Offset <= most_offset);
    std::uint32_t two;
    asm("ldr %0, [%1, %2]" : "=r"(two) : "r"(x), "i"(2 * Offset) : "memory");
    return two;
}

// Adds the products of two channels, for each of which there is a row of weights, Width apart, of which this takes number
// Number: `here` has the channels' numbers.
template <std::size_t Number, std::size_t Width>
[[gnu::always_inline]] inline void add_channels(std::uint32_t here, std::int8_t const* weights,
                                                std::int32_t& s0, std::int32_t& s1) {
    static_assert(Number + Width <= most_offset);
    std::uint32_t a;
    asm("ldrsb %[a], [%[w], %[first]]\n\t"
        "smlabb %[s0], %[x], %[a], %[s0]\n\t"
        "ldrsb %[a], [%[w], %[second]]\n\t"
        "smlatb %[s1], %[x], %[a], %[s1]\n\t"
        : [s0] "+r"(s0), [s1] "+r"(s1), [a] "=&r"(a)
        : [x] "r"(here), [w] "r"(weights), [first] "i"(Number), [second] "i"(Number + Width)
        : "memory");
}

// The same for two windows.
template <std::size_t Number, std::size_t Width>
[[gnu::always_inline]] inline void
add_channels(std::uint32_t here, std::uint32_t there, std::int8_t const* weights, std::int32_t& s00,
             std::int32_t& s01, std::int32_t& s10, std::int32_t& s11) {
    static_assert(Number + Width <= most_offset);
    std::uint32_t a;
    asm("ldrsb %[a], [%[w], %[first]]\n\t"
        "smlabb %[s00], %[x], %[a], %[s00]\n\t"
        "smlabb %[s10], %[z], %[a], %[s10]\n\t"
        "ldrsb %[a], [%[w], %[second]]\n\t"
        "smlatb %[s01], %[x], %[a], %[s01]\n\t"
        "smlatb %[s11], %[z], %[a], %[s11]"
        : [s00] "+r"(s00), [s01] "+r"(s01), [s10] "+r"(s10), [s11] "+r"(s11), [a] "=&r"(a)
        : [x] "r"(here), [z] "r"(there), [w] "r"(weights), [first] "i"(Number),
          [second] "i"(Number + Width)
        : "memory");
}

#else

inline constexpr bool has_words = false;

// Never called, but their names must not be those of a program's objects.
template <std::size_t Fours, std::size_t Step, std::size_t Width, class... Arguments>
void add_fours(Arguments&&...);
template <std::size_t Fours, class... Arguments>
void add_fours(Arguments&&...);
template <std::size_t Offset>
std::uint32_t load_two(std::int16_t const*);
template <std::size_t Number, std::size_t Width, class... Arguments>
void add_channels(Arguments&&...);

#endif

} // namespace ctnn::quantization::detail
