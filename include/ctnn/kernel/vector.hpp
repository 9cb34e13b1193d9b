#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <utility>

// The compilers' vector extensions, which GCC and Clang share. Only the run-time face of the
// kernels uses them; what they compute does not depend on how wide they are.
//
// How the kernels are written: what may stay in registers is an array of vectors, and each loop
// over such an array is unrolled (g++ at -O2 has to be told). No vector is wider than the
// machine's: calls with wider ones have no stable ABI.

namespace ctnn::kernel {

// What one vector of the machine holds; 0 where it has none, as most microcontrollers.
#if defined(__AVX512F__)
inline constexpr std::size_t vector_bytes = 64;
#elif defined(__AVX__)
inline constexpr std::size_t vector_bytes = 32;
#elif defined(__SSE2__) || defined(__ARM_NEON) || defined(__ALTIVEC__) || defined(__wasm_simd128__)
inline constexpr std::size_t vector_bytes = 16;
#else
inline constexpr std::size_t vector_bytes = 0;
#endif

// The types that the machine has vectors of; all others take the plain loops.
template <class Scalar>
concept vectorizable =
    vector_bytes > 0 && (std::same_as<Scalar, float> || std::same_as<Scalar, double>);

template <class Scalar, std::size_t Lanes>
struct vector_of {
    typedef Scalar type __attribute__((vector_size(Lanes * sizeof(Scalar))));
};
template <class Scalar>
struct vector_of<Scalar, 1> {
    using type = Scalar;
};
template <class Scalar, std::size_t Lanes>
using vector = typename vector_of<Scalar, Lanes>::type;

template <class Scalar>
inline constexpr std::size_t widest = vector_bytes / sizeof(Scalar);

// The most lanes, a power of two, that fit in Size values and in one vector of the machine.
template <class Scalar, std::size_t Size>
inline constexpr std::size_t lanes_for =
    Size < widest<Scalar> ? std::bit_floor(Size) : widest<Scalar>;

// Without any alignment: parameters are packed.
template <std::size_t Lanes, class Scalar>
[[gnu::always_inline]] inline vector<Scalar, Lanes> load(Scalar const* from) {
    vector<Scalar, Lanes> v;
    __builtin_memcpy(&v, from, sizeof v);
    return v;
}
template <std::size_t Lanes, class Scalar>
[[gnu::always_inline]] inline void store(Scalar* to, vector<Scalar, Lanes> const& v) {
    __builtin_memcpy(to, &v, sizeof v);
}

// The lanes Index... of a and b, one behind the other.
template <class Scalar, std::size_t Lanes, std::size_t... Index>
[[gnu::always_inline]] inline auto pick(vector<Scalar, Lanes> const& a,
                                        vector<Scalar, Lanes> const& b,
                                        std::index_sequence<Index...>) {
    if constexpr (sizeof...(Index) == 1)
        return ((Index < Lanes ? a[Index % Lanes] : b[Index % Lanes]), ...);
    else
        return __builtin_shufflevector(a, b, static_cast<int>(Index)...);
}

template <class Scalar, std::size_t Lanes>
[[gnu::always_inline]] inline auto join(vector<Scalar, Lanes> const& low,
                                        vector<Scalar, Lanes> const& high) {
    if constexpr (Lanes == 1)
        return vector<Scalar, 2>{low, high};
    else
        return pick<Scalar, Lanes>(low, high, std::make_index_sequence<2 * Lanes>{});
}

namespace detail {

template <std::size_t First, std::size_t... Index>
std::index_sequence<(First + Index)...> from(std::index_sequence<Index...>);

} // namespace detail

// Count lanes from First on.
template <class Scalar, std::size_t Lanes, std::size_t First, std::size_t Count>
[[gnu::always_inline]] inline auto part(vector<Scalar, Lanes> const& v) {
    return pick<Scalar, Lanes>(v, v,
                               decltype(detail::from<First>(std::make_index_sequence<Count>{})){});
}

// Size values at the front of a vector, the rest zero, without a look at what is behind them.
template <std::size_t Lanes, std::size_t Size, class Scalar>
[[gnu::always_inline]] inline vector<Scalar, Lanes> load_part(Scalar const* from) {
    if constexpr (Size == 0)
        return vector<Scalar, Lanes>{};
    else if constexpr (Size == Lanes)
        return load<Lanes>(from);
    else if constexpr (Size <= Lanes / 2)
        return join<Scalar, Lanes / 2>(load_part<Lanes / 2, Size>(from), vector<Scalar, Lanes / 2>{});
    else
        return join<Scalar, Lanes / 2>(load<Lanes / 2>(from),
                                       load_part<Lanes / 2, Size - Lanes / 2>(from + Lanes / 2));
}

// Size lanes from First on, in as few powers of two as there are: a vector that is loaded from
// there again finds each of them whole in the processor's store buffer.
template <class Scalar, std::size_t Lanes, std::size_t First, std::size_t Size>
[[gnu::always_inline]] inline void store_part(Scalar* to, vector<Scalar, Lanes> const& v) {
    if constexpr (Size == Lanes) {
        store<Lanes>(to, v);
    } else if constexpr (Size > 0) {
        constexpr std::size_t count = std::bit_floor(Size);
        store<count>(to, part<Scalar, Lanes, First, count>(v));
        store_part<Scalar, Lanes, First + count, Size - count>(to + count, v);
    }
}

} // namespace ctnn::kernel
