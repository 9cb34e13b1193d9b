#pragma once

#include <cstdint>
#include <ctnn/math/detail/two_words.hpp>

namespace ctnn::math::detail {

/// An angle without its quarter turns: a multiple of pi/2, of which `quadrant` counts modulo 4, and a
/// rest of at most pi/4, which is high + low.
template <class Scalar>
struct reduced_angle {
    std::uint32_t quadrant;
    Scalar high;
    Scalar low;
};

// How both overloads of reduce_angle work: x = m 2^e with an integer m, so the bits of 2/pi that count
// whole turns of x are known from e, and left out; three words of what follows, times m, hold the
// quadrant in their first two bits and after it so many digits of the rest that one is left with more
// than a significand even for the number that comes closest to a multiple of pi/2 (61 bits of zeros;
// float: 29). All of it is integers: exact, equal everywhere, and on machines without an instruction
// for doubles faster than a reduction in floating point would be. (M. Payne, R. Hanek, "Radian
// reduction for trigonometric functions", SIGNUM Newsletter 18, 1983.) The words are printed by
// tests/oracles/math_coefficients.py; the zeros before them are for small angles.

inline constexpr std::uint64_t two_over_pi_double[]{
    0x0000000000000000, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041,
    0xfe5163abdebbc561, 0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e,
    0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b,
    0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d,
    0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab,
};

inline constexpr std::uint32_t two_over_pi_float[]{
    0x00000000, 0xa2f9836e, 0x4e441529, 0xfc2757d1, 0xf534ddc0, 0xdb629599, 0x3c439041, 0xfe5163ab,
};

// Of a finite number that is at least 0.5.
constexpr reduced_angle<double> reduce_angle(double x) noexcept {
    auto const bits = __builtin_bit_cast(std::uint64_t, x);
    std::uint64_t const significand = (bits & 0x000fffffffffffff) | 0x0010000000000000;
    std::uint64_t const first = (bits >> 52) - 1013; // the bit that is worth two quarter turns
    auto const* const words = two_over_pi_double + first / 64;
    int const shift = static_cast<int>(first % 64);
    auto const chunk = [words, shift](int i) {
        return words[i] << shift | words[i + 1] >> 1 >> (63 - shift);
    };
    two_words const last = product(chunk(2), significand);
    two_words const sum =
        two_words{chunk(0) * significand, last.high}.plus(product(chunk(1), significand));

    // The nearest multiple: a rest of more than a half is one below zero.
    bool const is_below = (sum.high >> 61 & 1) != 0;
    two_words const rest = sum.left(2);
    two_words const distance = is_below ? two_words{}.minus(rest) : rest;
    int const zeros = distance.leading_zeros();
    std::uint64_t const digits = product(distance.left(zeros).high, 0xc90fdaa22168c235).high;
    double const unit = __builtin_bit_cast(double, static_cast<std::uint64_t>(960 - zeros) << 52);
    double const high = static_cast<double>(digits & 0xfffffffffffff800) * unit;
    double const low = static_cast<double>(digits & 0x7ff) * unit;
    return {static_cast<std::uint32_t>(sum.high >> 62) + (is_below ? 1U : 0U),
            is_below ? -high : high, is_below ? -low : low};
}

constexpr reduced_angle<float> reduce_angle(float x) noexcept {
    auto const bits = __builtin_bit_cast(std::uint32_t, x);
    std::uint32_t const significand = (bits & 0x007fffff) | 0x00800000;
    std::uint32_t const first = (bits >> 23) - 120;
    auto const* const words = two_over_pi_float + first / 32;
    int const shift = static_cast<int>(first % 32);
    auto const chunk = [words, shift](int i) {
        return words[i] << shift | words[i + 1] >> 1 >> (31 - shift);
    };
    auto const times = [significand](std::uint32_t a) { return std::uint64_t{a} * significand; };
    std::uint64_t const sum = (times(chunk(0)) << 32) + times(chunk(1)) + (times(chunk(2)) >> 32);

    bool const is_below = (sum >> 61 & 1) != 0;
    std::uint64_t const distance = is_below ? -(sum << 2) : sum << 2;
    int const zeros = __builtin_clzll(distance);
    std::uint64_t const scaled = (distance << zeros >> 32) * 0xc90fdaa2;
    auto const digits = static_cast<std::uint32_t>(scaled >> 32);
    float const unit = __builtin_bit_cast(float, static_cast<std::uint32_t>(96 - zeros) << 23);
    float const high = static_cast<float>(digits & 0xffffff00) * unit;
    float const low = static_cast<float>(digits & 0xff) * unit;
    return {static_cast<std::uint32_t>(sum >> 62) + (is_below ? 1U : 0U), is_below ? -high : high,
            is_below ? -low : low};
}

} // namespace ctnn::math::detail
