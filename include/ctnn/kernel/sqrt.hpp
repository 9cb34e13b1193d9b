#pragma once

#include <concepts>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/kernel/wide.hpp>
#include <ctnn/math/sqrt.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// The machine's vectors, by one instruction where it is known how to ask for it.
template <class Values>
[[gnu::always_inline]] inline Values sqrt_lanes(Values const& x) {
    using scalar = lane<Values>;
    [[maybe_unused]] constexpr bool is_float = std::same_as<scalar, float>;
#if defined(__clang__)
#if __has_builtin(__builtin_elementwise_sqrt)
    return __builtin_elementwise_sqrt(x);
#elif defined(__AVX512F__)
    if constexpr (sizeof(Values) == 64 && is_float)
        return __builtin_ia32_sqrtps512(x, 4);
    else if constexpr (sizeof(Values) == 64)
        return __builtin_ia32_sqrtpd512(x, 4);
    else
#endif
#elif defined(__AVX512F__)
    if constexpr (sizeof(Values) == 64 && is_float)
        return __builtin_ia32_sqrtps512_mask(x, x, -1, 4);
    else if constexpr (sizeof(Values) == 64)
        return __builtin_ia32_sqrtpd512_mask(x, x, -1, 4);
    else
#endif
#if defined(__AVX__)
    if constexpr (sizeof(Values) == 32 && is_float)
        return __builtin_ia32_sqrtps256(x);
    else if constexpr (sizeof(Values) == 32)
        return __builtin_ia32_sqrtpd256(x);
    else
#endif
#if defined(__SSE2__)
        if constexpr (sizeof(Values) == 16 && is_float)
        return __builtin_ia32_sqrtps(x);
    else if constexpr (sizeof(Values) == 16)
        return __builtin_ia32_sqrtpd(x);
    else
#elif defined(__aarch64__) && !defined(__clang__)
        if constexpr (sizeof(Values) == 16 && is_float)
        return __builtin_aarch64_sqrtv4sf(x);
    else if constexpr (sizeof(Values) == 16)
        return __builtin_aarch64_sqrtv2df(x);
    else
#endif
    {
        Values root;
#pragma GCC unroll 16
        for (std::size_t i = 0; i < sizeof(Values) / sizeof(scalar); ++i)
            root[i] = math::detail::sqrt_on_machine(x[i]);
        return root;
    }
}

// Written out, as constant evaluation is slow to loop and to call. (clang 14 reads lanes only into an array.)
template <class Indices>
struct sqrt_of_wide;
template <std::size_t... Index>
struct sqrt_of_wide<std::index_sequence<Index...>> {
    template <class Values>
    static constexpr void compute(Values const& x, Values& root) {
#if defined(__clang__)
        lane<Values> numbers[sizeof...(Index)];
        unpack<lane<Values>, sizeof...(Index), sizeof...(Index)>(x, +numbers);
        root = Values{math::detail::sqrt_in_constant(numbers[Index])...};
#else
        if constexpr (std::same_as<lane<Values>, float>)
            root = Values{__builtin_sqrtf(x[Index])...};
        else
            root = Values{__builtin_sqrt(x[Index])...};
#endif
    }
};

} // namespace detail

// The square root, exactly rounded, of a number or of lanes that hold none below 0: of those it is a NaN with or
// without a sign. It refers to the second argument, which lives until the end of the expression: to return a wide vector
// would concern an ABI.
template <class Values>
[[gnu::always_inline]] constexpr Values const& sqrt(Values const& x, Values&& root = Values{}) {
    if constexpr (is_vector<Values>) {
        constexpr std::size_t lanes = sizeof(Values) / sizeof(lane<Values>);
        if constexpr (std::same_as<Values, wide<lane<Values>, lanes>>)
            if (std::is_constant_evaluated()) {
                detail::sqrt_of_wide<std::make_index_sequence<lanes>>::compute(x, root);
                return root;
            }
        if constexpr (sizeof(Values) <= vector_bytes)
            root = detail::sqrt_lanes(x);
    } else {
        using math::sqrt;
        if constexpr (std::floating_point<Values> && is_in_hardware<Values>)
            root = std::is_constant_evaluated() ? sqrt(x) : math::detail::sqrt_on_machine(x);
        else
            root = sqrt(x);
    }
    return root;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
