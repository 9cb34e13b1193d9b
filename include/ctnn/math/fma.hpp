#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <ctnn/math/detail/two_words.hpp>
#include <limits>
#include <type_traits>

namespace ctnn::math {
namespace detail {

// Whether the machine has the instruction. Without it the compilers' builtin calls the C library.
#if defined(__FMA__) || defined(__AVX512F__) || defined(__aarch64__) || defined(__FP_FAST_FMA) ||  \
    (defined(__riscv_flen) && __riscv_flen >= 64)
template <class Scalar>
inline constexpr bool machine_has_fma = true;
#elif defined(__FP_FAST_FMAF) || defined(__riscv_flen) || defined(__ARM_FEATURE_FMA)
template <class Scalar>
inline constexpr bool machine_has_fma = sizeof(Scalar) == 4;
#else
template <class Scalar>
inline constexpr bool machine_has_fma = false;
#endif

// The exact sum of the exact product and c has more digits than any type. What is below the last
// digit of a wider sum is therefore not rounded but remembered by making that digit odd: the sum is
// then rounded as the exact one would be, wherever that keeps at least two digits less (S. Boldo,
// G. Melquiond, "Emulation of a FMA and correctly rounded sums", 2008).
constexpr double round_to_odd(double sum, double lost) noexcept {
    auto const bits = __builtin_bit_cast(std::uint64_t, sum);
    if (lost == 0 || bits % 2 == 1)
        return sum;
    return __builtin_bit_cast(double, (lost > 0) == (sum > 0) ? bits + 1 : bits - 1);
}

// What rounding lost of a + b (D. E. Knuth).
constexpr double lost_of_sum(double a, double b, double sum) noexcept {
    double const part = sum - a;
    return (a - (sum - part)) + (b - part);
}

template <class Scalar>
constexpr bool are_finite(Scalar a, Scalar b, Scalar c) noexcept {
    constexpr Scalar most = (std::numeric_limits<Scalar>::max)();
    return a <= most && a >= -most && b <= most && b >= -most && c <= most && c >= -most;
}

// Where they are not. Without arithmetic: in a constant what makes a NaN is an error.
template <class Scalar>
constexpr Scalar fma_not_finite(Scalar a, Scalar b, Scalar c) noexcept {
    constexpr Scalar infinity = std::numeric_limits<Scalar>::infinity();
    constexpr Scalar nan = std::numeric_limits<Scalar>::quiet_NaN();
    if (a != a || b != b || c != c)
        return nan;
    bool const is_product = a == infinity || a == -infinity || b == infinity || b == -infinity;
    if (!is_product)
        return c;
    Scalar const product = (a < 0) == (b < 0) ? infinity : -infinity;
    return a == 0 || b == 0 || c == -product ? nan : product;
}

// The product of two floats is exact in double.
[[gnu::noinline]] constexpr float fma_in_software(float a, float b, float c) noexcept {
    if (!are_finite(a, b, c))
        return fma_not_finite(a, b, c);
    double const product = static_cast<double>(a) * static_cast<double>(b);
    double const third = static_cast<double>(c);
    double const sum = product + third;
    return static_cast<float>(round_to_odd(sum, lost_of_sum(product, third, sum)));
}

// For numbers whose digits do not all fit in the exponents of double: in integers. All are finite,
// a and b are not 0.
constexpr double fma_in_integers(double a, double b, double c) noexcept {
    constexpr std::uint64_t sign_bit = 0x8000000000000000;
    constexpr std::uint64_t infinity = 0x7ff0000000000000;
    auto const bits_of = [](double x) { return __builtin_bit_cast(std::uint64_t, x); };
    auto const significand = [](std::uint64_t bits) {
        std::uint64_t const fraction = bits & 0x000fffffffffffff;
        return (bits & infinity) == 0 ? fraction : fraction | 0x0010000000000000;
    };
    auto const exponent = [](std::uint64_t bits) {
        int const biased = static_cast<int>((bits & infinity) >> 52);
        return biased == 0 ? 1 : biased;
    };
    std::uint64_t const x = bits_of(a), y = bits_of(b), z = bits_of(c);

    // Both terms with their first digit in bit 125: there is room for a carry above, and below for
    // what may be dropped. A term is its words times 2 to the power of its exponent.
    two_words larger = product(significand(x), significand(y));
    two_words smaller{0, significand(z)};
    int const shift = larger.leading_zeros() - 2, other_shift = smaller.leading_zeros() - 2;
    larger = larger.left(shift);
    smaller = smaller.left(other_shift);
    int power = exponent(x) + exponent(y) - 2 * 1075 - shift;
    int other_power = exponent(z) - 1075 - other_shift;
    std::uint64_t sign = (x ^ y) & sign_bit, other_sign = z & sign_bit;
    bool const empty = (z & ~sign_bit) == 0;
    if (!empty && (other_power > power || (other_power == power && larger.less(smaller)))) {
        two_words const words = larger;
        int const old_power = power;
        std::uint64_t const old_sign = sign;
        larger = smaller, power = other_power, sign = other_sign;
        smaller = words, other_power = old_power, other_sign = old_sign;
    }
    if (!empty) {
        smaller = smaller.right(power - other_power);
        larger = sign == other_sign ? larger.plus(smaller) : larger.minus(smaller);
    }
    int const zeros = larger.leading_zeros();
    if (zeros == 128)
        return 0;
    larger = larger.left(zeros);
    power -= zeros;

    // The first digit is worth 2^first. 53 digits remain, fewer of a subnormal number.
    int const first = power + 127;
    if (first > 1023)
        return __builtin_bit_cast(double, infinity | sign);
    int const subnormal = first < -1022 ? -1022 - first : 0;
    std::uint64_t const digits = larger.right(128 - 53 - 2 + subnormal).low;
    std::uint64_t const last = digits & 7; // the last digit that stays, half of it, and the rest
    std::uint64_t const rounded = (digits >> 2) + (last == 3 || last >= 6);
    std::uint64_t const base =
        subnormal > 0 ? 0 : static_cast<std::uint64_t>(first + 1022) << 52; // 1 is in `rounded`
    return __builtin_bit_cast(double, (base + rounded) | sign);
}

constexpr bool is_between(double x, double least, double most) noexcept {
    return (x >= least && x <= most) || (x <= -least && x >= -most);
}

// The half of a number's digits that comes first (G. W. Veltkamp).
constexpr double first_half(double x) noexcept {
    double const scaled = x * 0x8000001p0;
    return scaled - (scaled - x);
}

[[gnu::noinline]] constexpr double fma_in_software(double a, double b, double c) noexcept {
    if (is_between(a, 0x1p-400, 0x1p400) && is_between(b, 0x1p-400, 0x1p400) &&
        (c == 0 || is_between(c, 0x1p-800, 0x1p900))) {
        // T. J. Dekker's exact product, its low part added to c, and that to its high part.
        double const high = a * b;
        double const a1 = first_half(a), b1 = first_half(b);
        double const a2 = a - a1, b2 = b - b1;
        double const low = ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2;
        double const inner = c + low;
        double const inner_lost = lost_of_sum(c, low, inner);
        double const outer = high + inner;
        double const outer_lost = lost_of_sum(high, inner, outer);
        double const rest = outer_lost + inner_lost;
        return outer + round_to_odd(rest, lost_of_sum(outer_lost, inner_lost, rest));
    }
    if (!are_finite(a, b, c))
        return fma_not_finite(a, b, c);
    if (a == 0 || b == 0)
        return a * b + c;
    return fma_in_integers(a, b, c);
}

} // namespace detail

/// The fused multiply-add: a * b + c, rounded once.
///
/// Shape:    three scalars to one scalar, double or float.
/// Gradient: b, a and 1.
/// Cost:     one instruction where the machine has it; else, and at compile time, 20 operations in
///           float and 50 in double, and some hundred on integers for very large or small doubles.
/// Errors:   none, in constants neither; correctly rounded, as IEEE 754 asks. An infinite number
///           times 0 and the difference of two infinite ones are NaNs.
/// Source:   IEEE 754-2019, section 5.4.1; how it is done in software is cited where it is done.
/// Example:  tests/math/fma.cpp
constexpr double fma(double a, double b, double c) noexcept {
    if constexpr (detail::machine_has_fma<double>)
        if (!std::is_constant_evaluated())
            return __builtin_fma(a, b, c);
#if defined(__GNUC__) && !defined(__clang__)
    // What g++ knows by itself: all but results that are subnormal or not finite.
    if (__builtin_constant_p(__builtin_fma(a, b, c)))
        return __builtin_fma(a, b, c);
#endif
    return detail::fma_in_software(a, b, c);
}

constexpr float fma(float a, float b, float c) noexcept {
    if constexpr (detail::machine_has_fma<float>)
        if (!std::is_constant_evaluated())
            return __builtin_fmaf(a, b, c);
#if defined(__GNUC__) && !defined(__clang__)
    if (__builtin_constant_p(__builtin_fmaf(a, b, c)))
        return __builtin_fmaf(a, b, c);
#endif
    return detail::fma_in_software(a, b, c);
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
