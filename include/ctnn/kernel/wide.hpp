#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <utility>

// The compilers' vector extensions, in constant evaluation: one operation of the evaluator for all
// lanes of a row, where its time goes into operations and not into arithmetic
// (benchmarks/compile_time/forms). A vector may be as wide as it likes: no machine runs such code, and
// none is passed or returned by value, which would concern an ABI.
//
// What the evaluators cannot do decides the form of the code: clang 14 reads lanes only by the
// swizzles .lo and .hi of a temporary; g++ 12 does not fold a product with a literal.

namespace ctnn::kernel {

template <class Scalar>
concept widenable = std::same_as<Scalar, float> || std::same_as<Scalar, double>;

template <class Scalar, std::size_t Lanes>
struct wide_of {
#if defined(__clang__)
    typedef Scalar type __attribute__((ext_vector_type(Lanes)));
#else
    typedef Scalar type __attribute__((vector_size(Lanes * sizeof(Scalar))));
#endif
};
template <class Scalar, std::size_t Lanes>
using wide = typename wide_of<Scalar, Lanes>::type;

// The lanes of the first vector of a row of Size numbers. A vector costs about as much as two lanes
// do, so that up to two lanes may be left empty.
template <std::size_t Size>
inline constexpr std::size_t lanes_in_front = Size >= 64 ? 64
                                              : std::bit_ceil(Size) - Size <= 2
                                                  ? std::bit_ceil(Size)
                                                  : std::bit_floor(Size);

// How many of a row's numbers are in its first vector.
template <std::size_t Size>
inline constexpr std::size_t lanes_used = Size == 0                     ? 0
                                          : Size < lanes_in_front<Size> ? Size
                                                                        : lanes_in_front<Size>;

namespace detail {

template <class Indices>
struct lane_by_lane;

template <std::size_t... Index>
struct lane_by_lane<std::index_sequence<Index...>> {
    template <class Values, class Scalar>
    static constexpr void pack(Scalar const* from, std::size_t stride, Values& to) {
        to = Values{from[Index * stride]...};
    }
    template <class Values, class Scalar>
    static constexpr void unpack(Values const& from, Scalar* to) {
        ((to[Index] = from[Index]), ...);
    }
};

} // namespace detail

// Size numbers that lie `stride` apart in the first lanes, zeros after.
template <class Scalar, std::size_t Lanes, std::size_t Size>
constexpr void pack(Scalar const* from, wide<Scalar, Lanes>& to, std::size_t stride = 1) {
    detail::lane_by_lane<std::make_index_sequence<Size>>::pack(from, stride, to);
}

// The first Size lanes.
template <class Scalar, std::size_t Lanes, std::size_t Size>
constexpr void unpack(wide<Scalar, Lanes> const& from, Scalar* to) {
#if defined(__clang__)
    using copy = wide<Scalar, Lanes>;
    if constexpr (Lanes == 1) {
        *to = copy(from).x;
    } else if constexpr (Lanes == 2) {
        to[0] = copy(from).lo;
        if constexpr (Size == 2)
            to[1] = copy(from).hi;
    } else if constexpr (Lanes == 4) {
        to[0] = copy(from).x;
        to[1] = copy(from).y;
        if constexpr (Size > 2)
            to[2] = copy(from).z;
        if constexpr (Size > 3)
            to[3] = copy(from).w;
    } else {
        constexpr std::size_t half = Lanes / 2;
        constexpr std::size_t low = Size < half ? Size : half;
        unpack<Scalar, half, low>(copy(from).lo, to);
        if constexpr (Size > half)
            unpack<Scalar, half, Size - half>(copy(from).hi, to + half);
    }
#else
    detail::lane_by_lane<std::make_index_sequence<Size>>::unpack(from, to);
#endif
}

} // namespace ctnn::kernel
