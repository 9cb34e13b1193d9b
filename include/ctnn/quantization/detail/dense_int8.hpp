#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

// A dense layer in integers. Activations are 8-bit integers stored in 16 bits, in groups of four. Weights
// have 8 bits, and each group of four lies in the order 0, 2, 1, 3, because that is how Arm's SXTB16
// pairs them. No sum of at most most_inputs products and a bias overflows.

namespace ctnn::quantization {

inline constexpr std::size_t most_inputs = 16'384;

template <std::size_t Size>
inline constexpr std::size_t in_fours = (Size + 3) / 4 * 4;

// Where the weight of an input is in its row.
constexpr std::size_t place_of(std::size_t input) {
    constexpr std::size_t order[4] = {0, 2, 1, 3};
    return input / 4 * 4 + order[input % 4];
}

namespace detail {

template <class Indices>
struct products;
template <std::size_t... Index>
struct products<std::index_sequence<Index...>> {
    static constexpr std::int32_t sum(std::int16_t const* x, std::int8_t const* weights) {
        return (std::int32_t{0} + ... + (x[Index] * weights[place_of(Index)]));
    }
};

// For constant evaluation, in few expressions.
template <std::size_t Size>
constexpr std::int32_t dot_in_compiler(std::int16_t const* x, std::int8_t const* weights) {
    constexpr std::size_t at_once = 64; // clang allows at most 256 operands in one expression
    constexpr std::size_t whole = Size / at_once * at_once;
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < whole; i += at_once)
        sum += products<std::make_index_sequence<at_once>>::sum(x + i, weights + i);
    return sum + products<std::make_index_sequence<Size - whole>>::sum(x + whole, weights + whole);
}

// x and weights begin at multiples of four bytes.
template <std::size_t Size>
[[gnu::always_inline]] inline std::int32_t dot(std::int32_t sum, std::int16_t const* x,
                                               std::int8_t const* weights) {
#if defined(__ARM_FEATURE_SIMD32) && !defined(__ARM_BIG_ENDIAN)
    auto const load_word = [](void const* from) __attribute__((always_inline)) {
        std::uint32_t bits;
        __builtin_memcpy(&bits, __builtin_assume_aligned(from, 4), sizeof bits);
        return bits;
    };
#pragma GCC unroll 4
    for (std::size_t i = 0; i < Size; i += 4) {
        std::uint32_t const w = load_word(weights + i);
        std::uint32_t low, high;
        asm("sxtb16 %0, %1" : "=r"(low) : "r"(w));
        asm("sxtb16 %0, %1, ror #8" : "=r"(high) : "r"(w));
        asm("smlad %0, %1, %2, %0" : "+r"(sum) : "r"(low), "r"(load_word(x + i)));
        asm("smlad %0, %1, %2, %0" : "+r"(sum) : "r"(high), "r"(load_word(x + i + 2)));
    }
#else
#pragma GCC unroll 4
    for (std::size_t i = 0; i < Size; i += 4)
        sum += x[i] * weights[i] + x[i + 1] * weights[i + 2] + x[i + 2] * weights[i + 1] +
               x[i + 3] * weights[i + 3];
#endif
    return sum;
}

// The product of a sum below 2^30 in size and a non-negative multiplier, divided by 2^31: to the nearest
// integer, ties upwards. (gemmlowp's SaturatingRoundingDoublingHighMul has cases by sign that give the
// same.)
[[gnu::always_inline]] constexpr std::int32_t multiply_high(std::int32_t sum,
                                                            std::int32_t multiplier) {
    std::int64_t const product = std::int64_t{sum} * multiplier;
    return static_cast<std::int32_t>((product + (std::int64_t{1} << 30)) >> 31);
}

// The same from products of halves, for a machine without longer products.
[[gnu::always_inline]] constexpr std::int32_t multiply_high_by_halves(std::int32_t sum,
                                                                      std::int32_t multiplier) {
    std::int32_t const upper = sum >> 16, factor = multiplier >> 16;
    auto const lower = static_cast<std::uint32_t>(sum & 0xffff);
    auto const rest = static_cast<std::uint32_t>(multiplier & 0xffff);
    std::uint32_t const middle = static_cast<std::uint32_t>(upper) * rest +
                                 lower * static_cast<std::uint32_t>(factor) + (lower * rest >> 16);
    // 2^30 keeps it positive until it is shifted.
    std::uint32_t const shifted = (middle + (std::uint32_t{1} << 30) + (1U << 14)) >> 15;
    return 2 * upper * factor + static_cast<std::int32_t>(shifted) - (1 << 15);
}

[[gnu::always_inline]] constexpr std::int32_t scale(std::int32_t sum, std::int32_t multiplier) {
    if (!std::is_constant_evaluated()) {
#if defined(__ARM_FEATURE_DSP)
        std::int32_t result;
        asm("smmulr %0, %1, %2" : "=r"(result) : "r"(2 * sum), "r"(multiplier));
        return result;
#elif defined(__ARM_ARCH_ISA_THUMB) && __ARM_ARCH_ISA_THUMB == 1
        return multiply_high_by_halves(sum, multiplier);
#endif
    }
    return multiply_high(sum, multiplier);
}

// x / 2^Shift, rounded down, or the end of 8 bits that it is beyond.
template <int Shift = 0>
[[gnu::always_inline]] constexpr std::int32_t saturated(std::int32_t x) {
#if defined(__ARM_FEATURE_SAT)
    if (!std::is_constant_evaluated()) {
        std::int32_t y;
        if constexpr (Shift == 0)
            asm("ssat %0, #8, %1" : "=r"(y) : "r"(x));
        else
            asm("ssat %0, #8, %1, asr %2" : "=r"(y) : "r"(x), "i"(Shift));
        return y;
    }
#endif
    x >>= Shift;
    // Without a branch: beyond the ends, the bits above the seventh are not all equal.
    auto const beyond = static_cast<std::uint32_t>((x >> 7) ^ (x >> 31));
    std::int32_t const mask = static_cast<std::int32_t>(beyond | (0U - beyond)) >> 31;
    return (x & ~mask) | (((x >> 31) ^ 127) & mask);
}

// The integer of a sum, with its output's multiplier.
struct int8_rounding {
    std::int32_t shift;
    std::int32_t half_and_zero;

    [[gnu::always_inline]] constexpr std::int32_t operator()(std::int32_t sum,
                                                             std::int32_t multiplier) const {
        std::int32_t const scaled = scale(sum, multiplier);
        return saturated((scaled + (scaled >> 31) + half_and_zero) >> shift);
    }
};

} // namespace detail

/// x W + b for Inputs integers x, on the scale of the next layer.
template <std::size_t Inputs, std::size_t Outputs>
struct dense_int8 {
    static constexpr std::size_t width = in_fours<Inputs>;

    alignas(4) std::array<std::int8_t, Outputs * width> weights{};
    std::array<std::int32_t, Outputs> biases{}; // minus the input's zero times the weights
    std::array<std::int32_t, Outputs> multipliers{};
    std::int32_t shift = 1; // from 1 to 22
    std::int32_t zero = 0;

    // The integer for each output: sum * multiplier / 2^(31 + shift), rounded like gemmlowp's
    // RoundingDivideByPOT (ties away from 0), plus zero.
    template <class Integer>
    [[gnu::always_inline]] constexpr void run(std::int16_t const* x, Integer* y) const {
        run_some<Outputs>(0, x, y);
    }

    // Those of Count outputs from `first` on.
    template <std::size_t Count, class Integer>
    [[gnu::always_inline]] constexpr void run_some(std::size_t first, std::int16_t const* x,
                                                   Integer* y) const {
        std::int8_t const* row = weights.data() + first * width;
        std::int32_t const* const bias = biases.data() + first;
        std::int32_t const* const multiplier = multipliers.data() + first;
        std::int32_t const by = shift, half_and_zero = rounding().half_and_zero;
        for (std::size_t j = 0; j < Count; ++j, row += width) {
            std::int32_t sum = bias[j];
            if (std::is_constant_evaluated())
                sum += detail::dot_in_compiler<Inputs>(x, row);
            else
                sum = detail::dot<width>(sum, x, row);
            y[j] =
                static_cast<Integer>(detail::int8_rounding{by, half_and_zero}(sum, multiplier[j]));
        }
    }

    [[gnu::always_inline]] constexpr detail::int8_rounding rounding() const {
        return {shift, (std::int32_t{1} << (shift - 1)) + zero * (std::int32_t{1} << shift)};
    }

    friend constexpr bool operator==(dense_int8 const&, dense_int8 const&) = default;
};

/// Any function of one number, from the 256 integers to the 256 integers.
struct table_int8 {
    std::array<std::int8_t, 256> values{};

    template <std::size_t Size, class Integer, class Other>
    [[gnu::always_inline]] constexpr void run(Integer const* x, Other* y) const {
        std::int8_t const* const middle = values.data() + 128;
        for (std::size_t j = 0; j < Size; ++j)
            y[j] = middle[x[j]];
    }

    friend constexpr bool operator==(table_int8 const&, table_int8 const&) = default;
};

} // namespace ctnn::quantization
