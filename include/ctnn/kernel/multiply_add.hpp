#pragma once

#include <concepts>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/arm_vmla.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/fma.hpp>
#include <type_traits>

// The one place where a kernel adds a product: in two operations, each of which rounds, or in one,
// as the build asks for. No optimizer chooses (-ffp-contract=off).

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// A number in all lanes, or what lanes hold already.
template <is_vector Values, class T>
[[gnu::always_inline]] inline Values in_all_lanes(T const& x) {
    if constexpr (is_vector<T>)
        return x;
    else
        return fill<sizeof(Values) / sizeof(T)>(x);
}

// One instruction, where it is known how to ask for it.
template <class Values>
[[gnu::always_inline]] inline Values fuse(Values const& a, Values const& b, Values const& c) {
    using scalar = lane<Values>;
    [[maybe_unused]] constexpr bool is_float = std::same_as<scalar, float>;
#if defined(__AVX512F__)
    // All lanes, in the rounding mode that is set. For g++ a mask of 16 lanes has a sign.
    [[maybe_unused]] constexpr unsigned char lanes = 0xff;
#if defined(__clang__)
    [[maybe_unused]] constexpr unsigned short twice_as_many = 0xffff;
#else
    [[maybe_unused]] constexpr short twice_as_many = -1;
#endif
    if constexpr (sizeof(Values) == 64 && is_float)
        return __builtin_ia32_vfmaddps512_mask(a, b, c, twice_as_many, 4);
    else if constexpr (sizeof(Values) == 64)
        return __builtin_ia32_vfmaddpd512_mask(a, b, c, lanes, 4);
    else
#endif
#if defined(__FMA__)
        if constexpr (sizeof(Values) == 16 && is_float)
        return __builtin_ia32_vfmaddps(a, b, c);
    else if constexpr (sizeof(Values) == 16)
        return __builtin_ia32_vfmaddpd(a, b, c);
    else if constexpr (sizeof(Values) == 32 && is_float)
        return __builtin_ia32_vfmaddps256(a, b, c);
    else if constexpr (sizeof(Values) == 32)
        return __builtin_ia32_vfmaddpd256(a, b, c);
    else
#elif defined(__aarch64__) && !defined(__clang__)
    if constexpr (sizeof(Values) == 16 && is_float)
        return __builtin_aarch64_fmav4sf(a, b, c);
    else if constexpr (sizeof(Values) == 16)
        return __builtin_aarch64_fmav2df(a, b, c);
    else
#endif
    {
        Values sum;
#pragma GCC unroll 16
        for (std::size_t i = 0; i < sizeof(Values) / sizeof(scalar); ++i)
            sum[i] = math::fma(a[i], b[i], c[i]);
        return sum;
    }
}

} // namespace detail

// Whether one instruction does both, for Values that an expression a * b + c takes two for. (Elsewhere the expression is
// better: constant evaluation pays for a call.)
#if defined(CTNN_ARM_VMLA)
template <class Values>
inline constexpr bool adds_products = std::same_as<Values, float>;
#else
template <class Values>
inline constexpr bool adds_products = ctnn::detail::is_fused;
#endif

// sum + a b; a may be one number for all lanes.
template <class A, class Values>
[[gnu::always_inline]] constexpr Values multiply_add(A const& a, Values const& b,
                                                     Values const& sum) {
#if defined(CTNN_ARM_VMLA)
    if constexpr (std::same_as<A, float> && std::same_as<Values, float>)
        if (!std::is_constant_evaluated()) {
            float result = sum;
            asm("vmla.f32 %0, %1, %2" : "+t"(result) : "t"(a), "t"(b));
            return result;
        }
#endif
    if constexpr (!ctnn::detail::is_fused)
        return sum + a * b;
    else if constexpr (is_vector<Values>)
        return detail::fuse(detail::in_all_lanes<Values>(a), b, sum);
    else if constexpr (std::same_as<Values, float> || std::same_as<Values, double>)
        return math::fma(a, b, sum);
    else if constexpr (requires { fma(a, b, sum); }) // a scalar that can, as intervals
        return fma(a, b, sum);
    else
        return sum + a * b;
}

// sum - a b.
template <class A, class Values>
[[gnu::always_inline]] constexpr Values multiply_subtract(A const& a, Values const& b,
                                                          Values const& sum) {
#if defined(CTNN_ARM_VMLA)
    if constexpr (std::same_as<A, float> && std::same_as<Values, float>)
        if (!std::is_constant_evaluated()) {
            float result = sum;
            asm("vmls.f32 %0, %1, %2" : "+t"(result) : "t"(a), "t"(b));
            return result;
        }
#endif
    if constexpr (!ctnn::detail::is_fused)
        return sum - a * b;
    else if constexpr (is_vector<Values>)
        return detail::fuse(-detail::in_all_lanes<Values>(a), b, sum);
    else if constexpr (std::same_as<Values, float> || std::same_as<Values, double>)
        return math::fma(-a, b, sum);
    else if constexpr (requires { fma(-a, b, sum); })
        return fma(-a, b, sum);
    else
        return sum - a * b;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
