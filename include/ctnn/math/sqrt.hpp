#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <limits>
#include <type_traits>

namespace ctnn::math {

namespace detail {

// For clang's constants, and for machines without the instruction. m in [1, 4) has the significand of x
// and an even exponent. A quadratic comes within 0.5 % of sqrt(m); each of Heron's steps squares
// the relative error and halves it. The integer square root so found is at most one off, which the
// exact remainder shows: it is far longer than a word, but known to be small, so its low word
// tells all.
constexpr double sqrt_in_software(double x) noexcept {
    bool const subnormal = x < (std::numeric_limits<double>::min)();
    auto const bits = __builtin_bit_cast(std::uint64_t, subnormal ? x * 0x1p54 : x);
    std::uint64_t const odd = ((bits >> 52) + 1) & 1;
    std::uint64_t const significand = (bits & 0x000fffffffffffff) | 0x0010000000000000;
    auto const m = __builtin_bit_cast(double, significand + ((0x3fe + odd) << 52));
    double root = 0.51855332988772385 + m * (0.52601094822453338 - m * 0.039540315500576212);
    root = 0.5 * (root + m / root);
    root = 0.5 * (root + m / root);
    root = 0.5 * (root + m / root);
    std::uint64_t const integer = __builtin_bit_cast(std::uint64_t, root) - 0x3fe0000000000000;
    auto const limit = static_cast<std::int64_t>(integer);
    auto const remainder =
        static_cast<std::int64_t>((significand << (52 + odd)) - integer * integer);
    std::uint64_t const rounded = integer + (remainder > limit) - (remainder <= -limit);
    std::uint64_t const exponent = ((bits >> 52) + 0x3fd - odd) / 2 - (subnormal ? 27 : 0);
    return __builtin_bit_cast(double, rounded + (exponent << 52));
}

constexpr float sqrt_in_software(float x) noexcept {
    bool const subnormal = x < (std::numeric_limits<float>::min)();
    auto const bits = __builtin_bit_cast(std::uint32_t, subnormal ? x * 0x1p24F : x);
    std::uint32_t const odd = ((bits >> 23) + 1) & 1;
    std::uint32_t const significand = (bits & 0x007fffff) | 0x00800000;
    auto const m = __builtin_bit_cast(float, significand + ((0x7e + odd) << 23));
    float root = 0.51855332988772385F + m * (0.52601094822453338F - m * 0.039540315500576212F);
    root = 0.5F * (root + m / root);
    root = 0.5F * (root + m / root);
    std::uint32_t const integer = __builtin_bit_cast(std::uint32_t, root) - 0x3f000000;
    auto const limit = static_cast<std::int32_t>(integer);
    auto const remainder =
        static_cast<std::int32_t>((significand << (23 + odd)) - integer * integer);
    std::uint32_t const rounded = integer + (remainder > limit) - (remainder <= -limit);
    std::uint32_t const exponent = ((bits >> 23) + 0x7d - odd) / 2 - (subnormal ? 12 : 0);
    return __builtin_bit_cast(float, rounded + (exponent << 23));
}

// g++ has the exactly rounded root of a constant.
#if defined(__clang__)
constexpr double sqrt_in_constant(double x) noexcept {
    return x > 0 ? sqrt_in_software(x) : x;
}
// Heron's steps in double, from within 3.5 %: after four of them the relative error is that of double's rounding, 2^-53,
// and no root of a float is nearer than 2^-51 to the middle between two floats. In few operations, which is what takes
// time in a constant.
constexpr float sqrt_in_constant(float x) noexcept {
    if (!(x >= 0x1p-126F))
        return x > 0 ? sqrt_in_software(x) : x;
    double const m = static_cast<double>(x);
    double const a = static_cast<double>(__builtin_bit_cast(
                     float, (__builtin_bit_cast(std::uint32_t, x) >> 1) + 0x1fbd1df5U)),
                 twice = a + m / a, b = 0.25 * twice + m / twice, c = b + m / b;
    return static_cast<float>(0.25 * c + m / c);
}
#else
constexpr double sqrt_in_constant(double x) noexcept {
    return __builtin_sqrt(x);
}
constexpr float sqrt_in_constant(float x) noexcept {
    return __builtin_sqrtf(x);
}
#endif

// The instruction is written as such because the compilers' builtin, unless told -fno-math-errno,
// also calls the C library. IEEE 754 asks for the exactly rounded root, so the bits are the same.
inline double sqrt_on_machine(double x) noexcept {
#if defined(__AVX__)
    asm("vsqrtsd %1, %1, %0" : "=x"(x) : "x"(x));
#elif defined(__SSE2__)
    asm("sqrtsd %1, %0" : "=x"(x) : "x"(x));
#elif defined(__aarch64__)
    asm("fsqrt %d0, %d1" : "=w"(x) : "w"(x));
#elif defined(__ARM_FP) && (__ARM_FP & 8)
    asm("vsqrt.f64 %P0, %P1" : "=w"(x) : "w"(x));
#elif defined(__riscv_flen) && __riscv_flen >= 64
    asm("fsqrt.d %0, %1" : "=f"(x) : "f"(x));
#else
    x = sqrt_in_software(x);
#endif
    return x;
}

inline float sqrt_on_machine(float x) noexcept {
#if defined(__AVX__)
    asm("vsqrtss %1, %1, %0" : "=x"(x) : "x"(x));
#elif defined(__SSE2__)
    asm("sqrtss %1, %0" : "=x"(x) : "x"(x));
#elif defined(__aarch64__)
    asm("fsqrt %s0, %s1" : "=w"(x) : "w"(x));
#elif defined(__ARM_FP) && (__ARM_FP & 4)
    asm("vsqrt.f32 %0, %1" : "=t"(x) : "t"(x));
#elif defined(__riscv_flen) && __riscv_flen >= 32
    asm("fsqrt.s %0, %1" : "=f"(x) : "f"(x));
#else
    x = sqrt_in_software(x);
#endif
    return x;
}

} // namespace detail

/// The square root, correctly rounded.
///
/// Shape:    one scalar to one scalar, double or float.
/// Gradient: 1 / (2 sqrt(x)).
/// Cost:     one square root instruction; without one, and in clang's constants, three divisions
///           (float: two), five multiplications, five additions and some integer arithmetic.
/// Errors:   none; negative x gives NaN, -0 gives -0, NaN gives NaN. Exactly rounded.
/// Source:   IEEE 754-2019, 5.4.1; Heron of Alexandria, Metrica I.8 (the iteration).
/// Example:  tests/math/sqrt.cpp
constexpr double sqrt(double x) noexcept {
    if (!(x > 0 && x <= (std::numeric_limits<double>::max)())) [[unlikely]] {
        return x < 0 ? std::numeric_limits<double>::quiet_NaN() : x;
    }
    return std::is_constant_evaluated() ? detail::sqrt_in_constant(x) : detail::sqrt_on_machine(x);
}

constexpr float sqrt(float x) noexcept {
    if (!(x > 0 && x <= (std::numeric_limits<float>::max)())) [[unlikely]] {
        return x < 0 ? std::numeric_limits<float>::quiet_NaN() : x;
    }
    return std::is_constant_evaluated() ? detail::sqrt_in_constant(x) : detail::sqrt_on_machine(x);
}

} // namespace ctnn::math

#include <ctnn/config/epilogue.hpp>
