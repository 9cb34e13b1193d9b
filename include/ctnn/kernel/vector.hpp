#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <utility>

// The compilers' vector extensions, which GCC and Clang share. Only the run-time face of the
// kernels uses them; what they compute does not depend on how wide they are.

namespace ctnn::kernel {

// The types that the machine has vectors of; all others take the plain loops.
template <class Scalar>
concept vectorizable = std::same_as<Scalar, float> || std::same_as<Scalar, double>;

#if defined(__AVX512F__)
inline constexpr std::size_t vector_bytes = 64;
#elif defined(__AVX__)
inline constexpr std::size_t vector_bytes = 32;
#else
inline constexpr std::size_t vector_bytes = 16;
#endif

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

// Without any alignment: parameters are packed.
template <std::size_t Lanes, class Scalar>
inline vector<Scalar, Lanes> load(Scalar const* from) {
    vector<Scalar, Lanes> v;
    __builtin_memcpy(&v, from, sizeof v);
    return v;
}
template <std::size_t Lanes, class Scalar>
inline void store(Scalar* to, vector<Scalar, Lanes> const& v) {
    __builtin_memcpy(to, &v, sizeof v);
}

// The most lanes, a power of two, that fit in Size values and in one vector of the machine.
template <class Scalar, std::size_t Size>
constexpr std::size_t lanes_for = [] {
    std::size_t lanes = 1;
    while (2 * lanes <= Size && 2 * lanes * sizeof(Scalar) <= vector_bytes)
        lanes *= 2;
    return lanes;
}();

// Calls f(lanes, vectors, offset), each a std::integral_constant, for runs that cover Size values:
// first the widest vectors, at most Most of them at a time, then ever narrower ones for the rest.
template <class Scalar, std::size_t Size, std::size_t Most, std::size_t Offset = 0, class F>
inline void for_each_run(F const& f) {
    if constexpr (Size > 0) {
        constexpr std::size_t lanes = lanes_for<Scalar, Size>;
        constexpr std::size_t fitting = Size / lanes;
        constexpr std::size_t vectors = fitting < Most ? fitting : Most;
        f(std::integral_constant<std::size_t, lanes>{},
          std::integral_constant<std::size_t, vectors>{},
          std::integral_constant<std::size_t, Offset>{});
        for_each_run<Scalar, Size - lanes * vectors, Most, Offset + lanes * vectors>(f);
    }
}

} // namespace ctnn::kernel
