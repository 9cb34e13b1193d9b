#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <limits>
#include <type_traits>
#include <utility>

// The compilers' vector extensions, which GCC and Clang share. Only the run-time face of the
// kernels uses them; what they compute does not depend on how wide they are.
//
// How the kernels are written: what may stay in registers is an array of vectors, and each loop
// over such an array is unrolled (g++ at -O2 has to be told). No vector is wider than the
// machine's: calls with wider ones have no stable ABI.

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// What one vector of the machine holds; 0 where it has none, as most microcontrollers, or where its
// vectors have other results than its scalars: NEON of 32-bit Arm takes subnormal numbers for 0, and
// so does AltiVec without VSX as Linux sets it.
#if defined(__AVX512F__)
inline constexpr std::size_t vector_bytes = 64;
#elif defined(__AVX__)
inline constexpr std::size_t vector_bytes = 32;
#elif defined(__SSE2__) || (defined(__ARM_NEON) && defined(__aarch64__)) || defined(__VSX__) ||    \
    defined(__wasm_simd128__)
inline constexpr std::size_t vector_bytes = 16;
#else
inline constexpr std::size_t vector_bytes = 0;
#endif

// The types that the machine has vectors of; all others take the plain loops.
template <class Scalar>
concept vectorizable = vector_bytes >
0 && (std::same_as<Scalar, float> || std::same_as<Scalar, double>);

template <class Scalar, std::size_t Lanes>
struct vector_of {
    typedef Scalar type __attribute__((vector_size(Lanes * sizeof(Scalar))));
};
template <class Scalar, std::size_t Lanes>
using vector = typename vector_of<Scalar, Lanes>::type;

// Whether code that is written once for scalars and for vectors of them has a vector.
template <class T>
concept is_vector = requires(T v) {
    v[0];
};
template <is_vector T>
using lane = std::remove_cvref_t<decltype(std::declval<T>()[0])>;

// The scalar of either.
template <class T>
struct scalar_in {
    using type = T;
};
template <is_vector T>
struct scalar_in<T> {
    using type = lane<T>;
};
template <class T>
using scalar_of = typename scalar_in<T>::type;

// A number as a scalar, or in each lane.
template <class T, class Number>
constexpr T number(Number value) {
    if constexpr (is_vector<T>)
        return T{} + static_cast<lane<T>>(value);
    else
        return static_cast<T>(value);
}

// The bits of each lane as an unsigned number, and how many of them are the significand's.
template <class Scalar>
using word_of = std::conditional_t<sizeof(Scalar) == 4, std::uint32_t, std::uint64_t>;
template <class Values>
struct words_for {
    using type = word_of<Values>;
};
template <is_vector Values>
struct words_for<Values> {
    using type = vector<word_of<lane<Values>>, sizeof(Values) / sizeof(lane<Values>)>;
};
template <class Values>
using words_of = typename words_for<Values>::type;
template <class Scalar>
inline constexpr int significand_bits = std::numeric_limits<Scalar>::digits - 1;

template <class Scalar>
inline constexpr std::size_t widest = vector_bytes / sizeof(Scalar);
template <class Scalar>
inline constexpr std::size_t narrowest = 16 / sizeof(Scalar);

// The lanes of the vector to hold Size values, or as many of them as it can: a power of two.
template <class Scalar, std::size_t Size>
inline constexpr std::size_t lanes_for = Size < narrowest<Scalar> ? narrowest<Scalar>
                                         : Size < widest<Scalar>  ? std::bit_floor(Size)
                                                                  : widest<Scalar>;

// The same number in all lanes.
template <std::size_t Lanes, class Scalar>
[[gnu::always_inline]] inline vector<Scalar, Lanes> fill(Scalar x) {
    return [x]<std::size_t... K>(std::index_sequence<K...>) __attribute__((always_inline)) {
        return vector<Scalar, Lanes>{(static_cast<void>(K), x)...};
    }
    (std::make_index_sequence<Lanes>{});
}

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

// The lanes Index... of a and b, one after the other.
template <class Vector, std::size_t... Index>
[[gnu::always_inline]] inline auto pick(Vector const& a, Vector const& b,
                                        std::index_sequence<Index...>) {
    return __builtin_shufflevector(a, b, static_cast<int>(Index)...);
}

template <class Scalar, std::size_t Lanes>
[[gnu::always_inline]] inline vector<Scalar, 2 * Lanes> join(vector<Scalar, Lanes> const& low,
                                                             vector<Scalar, Lanes> const& high) {
#if defined(__AVX__) && !defined(__clang__)
    // g++ would clear the upper half first.
    if constexpr (std::same_as<Scalar, float> && Lanes == 4)
        return __builtin_ia32_vinsertf128_ps256(__builtin_ia32_ps256_ps(low), high, 1);
    else if constexpr (std::same_as<Scalar, double> && Lanes == 2)
        return __builtin_ia32_vinsertf128_pd256(__builtin_ia32_pd256_pd(low), high, 1);
    else
#endif
        return pick(low, high, std::make_index_sequence<2 * Lanes>{});
}

namespace detail {

template <std::size_t First, std::size_t... Index>
std::index_sequence<(First + Index)...> count_from(std::index_sequence<Index...>);

} // namespace detail

// Count lanes from First on, of a and after it b.
template <std::size_t First, std::size_t Count, class Vector>
[[gnu::always_inline]] inline auto part_of_two(Vector const& a, Vector const& b) {
    return pick(a, b, decltype(detail::count_from<First>(std::make_index_sequence<Count>{})){});
}
// Count lanes from First on, beginning anew after the last one.
template <std::size_t First, std::size_t Count, class Vector>
[[gnu::always_inline]] inline auto part(Vector const& v) {
    return part_of_two<First, Count>(v, v);
}

// 16 bytes of numbers, again and again: from memory, or those of a vector from lane First on. And one
// of them, in all lanes: for the machine each is cheaper to tell from the others than to read.
template <std::size_t First, class Vector>
[[gnu::always_inline]] inline Vector repeat(Vector const& v) {
    constexpr std::size_t piece = narrowest<lane<Vector>>;
    return [&v]<std::size_t... K>(std::index_sequence<K...>) __attribute__((always_inline)) {
        return pick(v, v, std::index_sequence<First + K % piece...>{});
    }
    (std::make_index_sequence<sizeof(Vector) / sizeof(lane<Vector>)>{});
}
template <std::size_t Lanes, class Scalar>
[[gnu::always_inline]] inline vector<Scalar, Lanes> load_repeated(Scalar const* from) {
    auto const v = load<narrowest<Scalar>>(from);
#if defined(__AVX512F__) && !defined(__clang__)
    // g++ would store it and load it again.
    if constexpr (std::same_as<Scalar, float>)
        return __builtin_ia32_broadcastf32x4_512(v, vector<Scalar, Lanes>{}, 0xffff);
    else
#endif
        return [&v]<std::size_t... K>(std::index_sequence<K...>) __attribute__((always_inline)) {
            return pick(v, v, std::index_sequence<K % narrowest<Scalar>...>{});
        }
    (std::make_index_sequence<Lanes>{});
}
template <std::size_t K, class Vector>
[[gnu::always_inline]] inline Vector spread(Vector const& repeated) {
    constexpr std::size_t piece = narrowest<lane<Vector>>;
    return [&repeated]<std::size_t... L>(std::index_sequence<L...>) __attribute__((always_inline)) {
        return pick(repeated, repeated, std::index_sequence<L / piece * piece + K...>{});
    }
    (std::make_index_sequence<sizeof(Vector) / sizeof(lane<Vector>)>{});
}

// Computes v here, and not where it is needed: of a long block without a loop g++ would load all of
// what is read before it computes anything, and has no registers for that.
template <class Vector>
[[gnu::always_inline]] inline void settle([[maybe_unused]] Vector& v) {
#if (defined(__x86_64__) || defined(__i386__)) && !defined(__clang__)
    asm("" : "+v"(v));
#endif
}

// a > b ? a : b, lane by lane.
template <class Vector>
[[gnu::always_inline]] inline Vector larger_lanes(Vector const& a, Vector const& b) {
#if defined(__AVX512F__) && !defined(__clang__)
    // g++ would compare and choose.
    if constexpr (std::same_as<Vector, vector<float, 16>>)
        return __builtin_ia32_maxps512_mask(a, b, a, -1, 4);
    else if constexpr (std::same_as<Vector, vector<double, 8>>)
        return __builtin_ia32_maxpd512_mask(a, b, a, 0xff, 4);
    else
#endif
        return a > b ? a : b;
}

// Fewer than 4 floats are read and written in pieces, and what is read must be a piece that was
// written, or the processor waits until it is in the cache. g++ does well with two floats that
// travel as one double; clang knows more about single floats.
#if defined(__clang__)
template <std::size_t Size>
[[gnu::always_inline]] inline vector<float, 4> load_floats(float const* from) {
    vector<float, 2> two;
    __builtin_memcpy(&two, from, sizeof two);
    auto const low = __builtin_shufflevector(two, vector<float, 2>{}, 0, 1, 2, 3);
    if constexpr (Size == 2)
        return low;
    else
        return __builtin_shufflevector(low, vector<float, 4>{from[2]}, 0, 1, 4, 5);
}
template <std::size_t Size>
[[gnu::always_inline]] inline void store_floats(float* to, vector<float, 4> const& v) {
    auto const two = __builtin_shufflevector(v, v, 0, 1);
    __builtin_memcpy(to, &two, sizeof two);
    if constexpr (Size == 3)
        to[2] = v[2];
}
#else
template <std::size_t Size>
[[gnu::always_inline]] inline vector<float, 4> load_floats(float const* from) {
    double two;
    __builtin_memcpy(&two, from, sizeof two);
    auto const twice = __builtin_bit_cast(vector<float, 4>, vector<double, 2>{two, two});
    if constexpr (Size == 2)
        return twice;
    else
        return __builtin_shufflevector(twice, vector<float, 4>{from[2]}, 0, 1, 4, 4);
}
template <std::size_t Size>
[[gnu::always_inline]] inline void store_floats(float* to, vector<float, 4> const& v) {
    double const two = __builtin_bit_cast(vector<double, 2>, v)[0];
    __builtin_memcpy(to, &two, sizeof two);
    if constexpr (Size == 3)
        to[2] = v[2];
}
#endif

// Parameters, without what clang knows about them: it would read past a piece where it may, and
// so across what was written last.
template <class Scalar>
[[gnu::always_inline]] inline Scalar* opaque(Scalar* from) {
#if defined(__clang__)
    asm("" : "+r"(from));
#endif
    return from;
}

// The same for numbers that are needed one by one: g++ would take them out of the vectors that were
// stored there, with two instructions for what is one load.
template <class Scalar>
[[gnu::always_inline]] inline Scalar* as_stored(Scalar* from) {
#if !defined(__clang__)
    asm("" : "+r"(from));
#endif
    return from;
}

// And for Size parameters that the forward pass has read: g++ would put them aside, on the stack,
// where it knows that they are the same. Few may stay in registers.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline Scalar* read_again(Scalar* from) {
    if constexpr (Size > 4 * narrowest<Scalar>)
        return as_stored(from);
    else
        return from;
}

// Size values at the front of a vector, without a look at what is after them; the other lanes
// hold zeros or some of the values again.
template <std::size_t Lanes, std::size_t Size, class Scalar>
[[gnu::always_inline]] inline vector<Scalar, Lanes> load_part(Scalar const* from) {
    using values = vector<Scalar, Lanes>;
    if constexpr (Size == 0) {
        return values{};
    } else if constexpr (Size == Lanes) {
        return load<Lanes>(from);
    } else if constexpr (Size == 1) {
        return values{from[0]};
    } else if constexpr (Lanes > narrowest<Scalar>) {
        constexpr std::size_t half = Lanes / 2;
        constexpr std::size_t low = Size < half ? Size : half;
        return join<Scalar, half>(load_part<half, low>(from),
                                  load_part<half, Size - low>(from + low));
    } else { // 2 or 3 floats
        return load_floats<Size>(from);
    }
}

// Size lanes from First on, in powers of two, each as large as it can be: a vector that is loaded
// from there again then finds all of itself in one entry of the processor's store buffer.
template <std::size_t First, std::size_t Size, class Scalar, class Vector>
[[gnu::always_inline]] inline void store_part(Scalar* to, Vector const& v) {
    constexpr std::size_t lanes = sizeof(Vector) / sizeof(Scalar);
    if constexpr (Size == 0) {
    } else if constexpr (Size == lanes) {
        store<lanes>(to, v);
    } else if constexpr (Size == 1) {
        *to = v[First];
    } else if constexpr (Size >= narrowest<Scalar>) {
        constexpr std::size_t count = std::bit_floor(Size);
        store<count>(to, part<First, count>(v));
        store_part<First + count, Size - count>(to + count, v);
    } else if constexpr (lanes > narrowest<Scalar>) {
        store_part<0, Size>(to, part<First, narrowest<Scalar>>(v));
    } else { // 2 or 3 floats
        store_floats<Size>(to, part<First, lanes>(v));
    }
}

// The same for what layers hand to each other, arrays that live in registers once all is inlined:
// g++ keeps 2 or 3 floats in one vector from layer to layer if it is told of each.
template <std::size_t Lanes, std::size_t Size, class Scalar>
[[gnu::always_inline]] inline vector<Scalar, Lanes> load_values(Scalar const* from) {
#if !defined(__clang__)
    if constexpr (Lanes == 4 && Size == 2)
        return vector<Scalar, 4>{from[0], from[1], from[0], from[1]};
    else if constexpr (Lanes == 4 && Size == 3)
        return vector<Scalar, 4>{from[0], from[1], from[2], from[2]};
    else
#endif
        return load_part<Lanes, Size>(from);
}
template <std::size_t First, std::size_t Size, class Scalar, class Vector>
[[gnu::always_inline]] inline void store_values(Scalar* to, Vector const& v) {
#if !defined(__clang__)
    if constexpr (sizeof(Vector) == 4 * sizeof(Scalar) && (Size == 2 || Size == 3)) {
        to[0] = v[First];
        to[1] = v[First + 1];
        if constexpr (Size == 3)
            to[2] = v[First + 2];
    } else
#endif
        store_part<First, Size>(to, v);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
