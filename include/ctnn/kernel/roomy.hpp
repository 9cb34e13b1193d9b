#pragma once

#include <array>
#include <cstddef>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {

// A pointer to numbers in memory that goes on to the next multiple of 16 bytes: kernels read and
// write it in whole vectors. It may be moved on by a multiple of that.
template <class Scalar>
struct roomy {
    Scalar* first;

    constexpr Scalar& operator[](std::size_t i) const { return first[i]; }
    friend constexpr roomy operator+(roomy p, std::size_t i) { return {p.first + i}; }
};

// An array with such room behind it. Layers and losses see it as the std::array that it is.
template <class Scalar, std::size_t Size>
struct roomy_array : std::array<Scalar, Size> {};
template <vectorizable Scalar, std::size_t Size>
struct alignas(16) roomy_array<Scalar, Size> : std::array<Scalar, Size> {};

template <class Scalar, std::size_t Size>
constexpr Scalar const* begin_of(std::array<Scalar, Size> const& values) {
    return values.data();
}
template <vectorizable Scalar, std::size_t Size>
constexpr roomy<Scalar const> begin_of(roomy_array<Scalar, Size> const& values) {
    return {values.data()};
}
template <class Scalar, std::size_t Size>
constexpr Scalar* begin_of(std::array<Scalar, Size>& values) {
    return values.data();
}
template <vectorizable Scalar, std::size_t Size>
constexpr roomy<Scalar> begin_of(roomy_array<Scalar, Size>& values) {
    return {values.data()};
}

// For the plain loops.
template <class Scalar>
constexpr Scalar* plain(Scalar* p) {
    return p;
}
template <class Scalar>
constexpr Scalar* plain(roomy<Scalar> p) {
    return p.first;
}

template <class Pointer>
struct scalar_of_pointer;
template <class Scalar>
struct scalar_of_pointer<Scalar*> {
    using type = std::remove_const_t<Scalar>;
};
template <class Scalar>
struct scalar_of_pointer<roomy<Scalar>> {
    using type = std::remove_const_t<Scalar>;
};
template <class Pointer>
using scalar_of = typename scalar_of_pointer<Pointer>::type;

template <std::size_t Lanes, class Scalar>
[[gnu::always_inline]] inline auto load(roomy<Scalar> from) {
    return load<Lanes>(from.first);
}
template <std::size_t Lanes, class Vector, class Scalar>
[[gnu::always_inline]] inline void store(roomy<Scalar> to, Vector const& v) {
    store<Lanes>(to.first, v);
}
template <std::size_t Lanes, std::size_t Size, class Scalar>
[[gnu::always_inline]] inline auto load_part(roomy<Scalar> from) {
    return load<Lanes>(from.first);
}
template <std::size_t First, std::size_t Size, class Scalar, class Vector>
[[gnu::always_inline]] inline void store_part(roomy<Scalar> to, Vector const& v) {
    static_assert(First == 0);
    store<sizeof(Vector) / sizeof(Scalar)>(to.first, v);
}

} // namespace ctnn::kernel
