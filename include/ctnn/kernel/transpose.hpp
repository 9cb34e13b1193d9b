#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/group.hpp>
#include <utility>

// Between samples one after the other and samples side by side (kernel/group.hpp).

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// In each 16 bytes of lanes: pieces of Width lanes from the lower (or the Upper) half of a and b in
// turn.
template <std::size_t Width, std::size_t Upper, std::size_t Piece, class Vector, std::size_t... K>
[[gnu::always_inline]] inline Vector interleave(Vector const& a, Vector const& b,
                                                std::index_sequence<K...>) {
    return pick(
        a, b,
        std::index_sequence<(K / Piece * Piece + K % Piece / Width % 2 * sizeof...(K) +
                             K % Piece / Width / 2 * Width + K % Width + Upper * Piece / 2)...>{});
}

// As many vectors as 16 bytes have numbers: the square in each 16 bytes of them is transposed.
template <std::size_t Lanes, class Scalar>
[[gnu::always_inline]] inline void transpose_squares(vector<Scalar, Lanes>* rows) {
    constexpr std::size_t size = narrowest<Scalar>;
    constexpr std::make_index_sequence<Lanes> all;
    auto const a = interleave<1, 0, size>(rows[0], rows[1], all);
    auto const b = interleave<1, 1, size>(rows[0], rows[1], all);
    if constexpr (size == 2) {
        rows[0] = a;
        rows[1] = b;
    } else {
        auto const c = interleave<1, 0, size>(rows[2], rows[3], all);
        auto const d = interleave<1, 1, size>(rows[2], rows[3], all);
        rows[0] = interleave<2, 0, size>(a, c, all);
        rows[1] = interleave<2, 1, size>(a, c, all);
        rows[2] = interleave<2, 0, size>(b, d, all);
        rows[3] = interleave<2, 1, size>(b, d, all);
    }
}

// Size numbers (at most 16 bytes of them) of every narrowest-th sample from `first` on.
template <std::size_t Lanes, std::size_t Size, class Scalar, class Row>
[[gnu::always_inline]] inline vector<Scalar, Lanes> load_rows(Row const& row, std::size_t first,
                                                              std::size_t column) {
    if constexpr (Lanes == narrowest<Scalar>)
        return load_part<Lanes, Size>(row(first) + column);
    else
        return join<Scalar, Lanes / 2>(
            load_rows<Lanes / 2, Size, Scalar>(row, first, column),
            load_rows<Lanes / 2, Size, Scalar>(row, first + Lanes / 2, column));
}
template <std::size_t Begin, std::size_t Size, class Scalar, class Row, class Vector>
[[gnu::always_inline]] inline void store_rows(Row const& row, std::size_t first, std::size_t column,
                                              Vector const& v) {
    constexpr std::size_t size = narrowest<Scalar>;
    if constexpr (Begin < sizeof(Vector) / sizeof(Scalar)) {
        store_part<0, Size>(row(first + Begin) + column, part<Begin, size>(v));
        store_rows<Begin + size, Size, Scalar>(row, first, column, v);
    }
}

template <std::size_t Size, class Scalar, class Row>
[[gnu::always_inline]] inline void columns_to_lanes(Row const& row, std::size_t column,
                                                    std::size_t first, Scalar* to) {
    constexpr std::size_t lanes = widest<Scalar>;
    vector<Scalar, lanes> square[narrowest<Scalar>];
#pragma GCC unroll 4
    for (std::size_t k = 0; k < narrowest<Scalar>; ++k)
        square[k] = load_rows<lanes, Size, Scalar>(row, first + k, column);
    transpose_squares<lanes, Scalar>(square);
#pragma GCC unroll 4
    for (std::size_t k = 0; k < Size; ++k)
        store<lanes>(to + (column + k) * group<Scalar> + first, square[k]);
}

// Size numbers are there, Stored are written; zeros follow those that are there.
template <std::size_t Size, std::size_t Stored, class Scalar, class Row>
[[gnu::always_inline]] inline void columns_from_lanes(Scalar const* from, std::size_t column,
                                                      std::size_t first, Row const& row) {
    constexpr std::size_t lanes = widest<Scalar>;
    vector<Scalar, lanes> square[narrowest<Scalar>]{};
#pragma GCC unroll 4
    for (std::size_t k = 0; k < Size; ++k)
        square[k] = load<lanes>(from + (column + k) * group<Scalar> + first);
    transpose_squares<lanes, Scalar>(square);
#pragma GCC unroll 4
    for (std::size_t k = 0; k < narrowest<Scalar>; ++k)
        store_rows<0, Stored, Scalar>(row, first + k, column, square[k]);
}

} // namespace detail

// Size numbers of each sample of a group, which begin at row(sample), to the lanes.
template <std::size_t Size, vectorizable Scalar, class Row>
[[gnu::always_inline]] inline void to_lanes(Row const& row, Scalar* to) {
    constexpr std::size_t step = narrowest<Scalar>;
    constexpr std::size_t whole = Size / step * step;
    for (std::size_t first = 0; first < group<Scalar>; first += widest<Scalar>) {
        for (std::size_t column = 0; column < whole; column += step)
            detail::columns_to_lanes<step>(row, column, first, to);
        if constexpr (whole < Size)
            detail::columns_to_lanes<Size - whole>(row, whole, first, to);
    }
}

// And back. Where Stride is larger than Size, zeros fill the place after.
template <std::size_t Size, std::size_t Stride = Size, vectorizable Scalar, class Row>
[[gnu::always_inline]] inline void from_lanes(Scalar const* from, Row const& row) {
    constexpr std::size_t step = narrowest<Scalar>;
    constexpr std::size_t whole = Size / step * step;
    for (std::size_t first = 0; first < group<Scalar>; first += widest<Scalar>) {
        for (std::size_t column = 0; column < whole; column += step)
            detail::columns_from_lanes<step, step>(from, column, first, row);
        if constexpr (whole < Size)
            detail::columns_from_lanes<Size - whole, (Stride > Size ? step : Size - whole)>(
                from, whole, first, row);
        for (std::size_t column = whole + (whole < Size ? step : 0); column < Stride;
             column += step)
            detail::columns_from_lanes<0, step>(from, column, first, row);
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
