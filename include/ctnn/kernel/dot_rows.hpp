#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/dot_in_registers.hpp>
#include <ctnn/kernel/dot_rows_in_pairs.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/sum.hpp>
#include <ctnn/kernel/transpose.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// The sum of the products of Size numbers, added in the order of kernel/sum.hpp. A short one is
// unrolled: at compile time that is several times cheaper than an array of sums.
template <std::size_t Size, class Scalar>
constexpr Scalar dot_plain(Scalar const* a, Scalar const* b) {
    constexpr std::size_t columns = columns_of_sum<Size>;
    constexpr std::size_t whole = Size / columns * columns;
    Scalar total = a[0] * b[0];
    if constexpr (Size >= 16) {
        Scalar s[8];
        for (std::size_t j = 0; j < 8; ++j)
            s[j] = a[j] * b[j];
        for (std::size_t j = 8; j < whole; ++j)
            s[j % 8] = multiply_add(a[j], b[j], s[j % 8]);
        total = ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
    } else if constexpr (columns == 8) {
        total = ((a[0] * b[0] + a[4] * b[4]) + (a[2] * b[2] + a[6] * b[6])) +
                ((a[1] * b[1] + a[5] * b[5]) + (a[3] * b[3] + a[7] * b[7]));
    } else if constexpr (columns == 4) {
        total = (a[0] * b[0] + a[2] * b[2]) + (a[1] * b[1] + a[3] * b[3]);
    } else if constexpr (columns == 2) {
        total = a[0] * b[0] + a[1] * b[1];
    }
    if constexpr (whole < Size)
        total += dot_plain<Size - whole>(a + whole, b + whole);
    return total;
}

template <std::size_t Size, sums_exactly Scalar>
constexpr Scalar dot_plain(Scalar const* a, Scalar const* b) {
    typename Scalar::template exact_sum<Size> sum;
    for (std::size_t i = 0; i < Size; ++i)
        sum.add_product(a[i], b[i]);
    return sum.rounded();
}

// Lanes values, Width from each of Lanes / Width rows: those from row(lane) on.
template <std::size_t Lanes, std::size_t Width, std::size_t Lane, class Scalar, class Row>
[[gnu::always_inline]] inline vector<Scalar, Lanes> gather(Row const& row) {
    if constexpr (Lanes == Width)
        return load<Lanes>(row(Lane));
    else if constexpr (Lanes > narrowest<Scalar>)
        return join<Scalar, Lanes / 2>(gather<Lanes / 2, Width, Lane, Scalar>(row),
                                       gather<Lanes / 2, Width, Lane + Lanes / 2, Scalar>(row));
    else if constexpr (Width == 2)
        return __builtin_shufflevector(load_floats<2>(row(Lane)), load_floats<2>(row(Lane + 2)), 0,
                                       1, 4, 5);
    else if constexpr (Lanes == 4)
        return vector<Scalar, 4>{*row(Lane), *row(Lane + 1), *row(Lane + 2), *row(Lane + 3)};
    else
        return vector<Scalar, 2>{*row(Lane), *row(Lane + 1)};
}
template <std::size_t Width, std::size_t... K>
std::index_sequence<K % Width...> wrapped(std::index_sequence<K...>);

// Width values of d from `column` on, again and again. Where d has fewer than 4 floats, they are
// read in the pieces they are written in, and the column is Begin.
template <std::size_t Lanes, std::size_t Width, std::size_t Begin, std::size_t Size, class Scalar>
[[gnu::always_inline]] inline vector<Scalar, Lanes> repeat(Scalar const* d, std::size_t column) {
    if constexpr (Size < narrowest<Scalar>) {
        auto const v = load_values<narrowest<Scalar>, Size>(d);
        return pick(v, v,
                    decltype(count_from<Begin>(
                        decltype(wrapped<Width>(std::make_index_sequence<Lanes>{})){})){});
    } else {
        return gather<Lanes, Width, 0, Scalar>([=](std::size_t) __attribute__((always_inline)) {
            return d + column;
        });
    }
}

// Rows of three floats, as dot_lanes: each is read with the number after it, which a row before the
// last one has, and the columns are the rows of the transposed squares.
template <std::size_t Lanes, std::size_t Rows, std::size_t Row, class Scalar>
[[gnu::always_inline]] inline vector<Scalar, Lanes> load_threes(Scalar const* m) {
    if constexpr (Lanes > narrowest<Scalar>)
        return join<Scalar, Lanes / 2>(load_threes<Lanes / 2, Rows, Row, Scalar>(m),
                                       load_threes<Lanes / 2, Rows, Row + Lanes / 2, Scalar>(m));
    else if constexpr (Row + 1 < Rows)
        return load<4>(m + Row * 3);
    else
        return load_part<4, 3>(m + (Rows - 1) * 3);
}
template <std::size_t Lanes, std::size_t Rows, class Scalar>
[[gnu::always_inline]] inline vector<Scalar, Lanes> dot_threes(Scalar const* m, Scalar const* d) {
    constexpr std::size_t rows = Rows < Lanes ? Rows : Lanes;
    vector<Scalar, Lanes> columns[4]{load_threes<Lanes, rows, 0>(m), load_threes<Lanes, rows, 1>(m),
                                     load_threes<Lanes, rows, 2>(m),
                                     load_threes<Lanes, rows, 3>(m)};
    transpose_squares<Lanes, Scalar>(columns);
    return (columns[0] * d[0] + columns[1] * d[1]) + columns[2] * d[2];
}

// The dot products of d with Lanes of Rows rows of Columns columns, rows from `first` on, columns
// from Begin on.
template <std::size_t Lanes, std::size_t Rows, std::size_t Columns, std::size_t Begin, class Scalar>
[[gnu::always_inline]] inline vector<Scalar, Lanes> dot_lanes(Scalar const* m, std::size_t first,
                                                              Scalar const* d) {
    if constexpr (Columns == 3 && narrowest<Scalar> == 4)
        return dot_threes<Lanes, Rows>(m + first * Columns, d);
    using values = vector<Scalar, Lanes>;
    constexpr std::size_t size = Columns - Begin;
    constexpr std::size_t columns = columns_of_sum<size>;
    constexpr std::size_t end = Begin + size / columns * columns;
    constexpr std::size_t width = columns < Lanes ? columns : Lanes; // of one row in one vector
    constexpr std::size_t count = columns / width;
    // After the last of the rows, the last one comes again.
    auto const a = [=](std::size_t r, std::size_t column) __attribute__((always_inline)) {
        return gather<Lanes, width, 0, Scalar>([=
        ](std::size_t lane) __attribute__((always_inline)) {
            std::size_t const row = first + rows_to_sum<Scalar, Lanes, width>[r][lane];
            return m + (row < Rows ? row : Rows - 1) * Columns + column;
        });
    };
    auto const b = [=](std::size_t column) __attribute__((always_inline)) {
        return repeat<Lanes, width, Begin, Columns>(d, column);
    };
    values sums[width];
#pragma GCC unroll 16
    for (std::size_t r = 0; r < width; ++r) {
        values s[count];
#pragma GCC unroll 16
        for (std::size_t k = 0; k < count; ++k)
            s[k] = a(r, Begin + k * width) * b(Begin + k * width);
#pragma GCC unroll 8
        for (std::size_t j = Begin + columns; j < end; j += columns)
#pragma GCC unroll 16
            for (std::size_t k = 0; k < count; ++k)
                s[k] = multiply_add(a(r, j + k * width), b(j + k * width), s[k]);
        sums[r] = fold_vectors<Scalar, Lanes, count>(s);
    }
    values const total = sum_rows<Scalar, Lanes, width>(sums);
    if constexpr (end < Columns)
        return total + dot_lanes<Lanes, Rows, Columns, end>(m, first, d);
    else
        return total;
}

// The dot products of Lanes rows from `first` on, of which one vector holds the sums of at most 8. They
// leave in one piece, because that is how they are read.
template <std::size_t Lanes, std::size_t Rows, std::size_t Columns, class Scalar>
[[gnu::always_inline]] inline vector<Scalar, Lanes> dot_piece(Scalar const* m, std::size_t first,
                                                              Scalar const* d) {
    if constexpr (Lanes > 8)
        return join<Scalar, Lanes / 2>(
            dot_piece<Lanes / 2, Rows, Columns>(m, first, d),
            dot_piece<Lanes / 2, Rows, Columns>(m, first + Lanes / 2, d));
    else
        return dot_lanes<Lanes, Rows, Columns, 0>(m, first, d);
}

// As many rows at once as a vector has lanes; the last of them may be done twice.
template <std::size_t Rows, std::size_t Columns, class Scalar>
[[gnu::always_inline]] inline void dot_rows_vectors(Scalar const* m, Scalar const* d, Scalar* y) {
    constexpr std::size_t lanes = lanes_for<Scalar, Rows>;
    constexpr std::size_t whole = Rows / lanes * lanes;
    constexpr std::size_t left = Rows - whole;
    m = read_again<Rows * Columns>(m);
#if !defined(__clang__) // which runs out of registers
#pragma GCC unroll 2
#endif
    for (std::size_t i = 0; i < whole; i += lanes)
        store<lanes>(y + i, dot_piece<lanes, Rows, Columns>(m, i, d));
    if constexpr (whole == 0)
        store_values<0, left>(y, dot_lanes<lanes, Rows, Columns, 0>(m, 0, d));
    else if constexpr (left > 0)
        store_values<lanes - left, left>(y + whole,
                                         dot_piece<lanes, Rows, Columns>(m, Rows - lanes, d));
}

} // namespace detail

// y = M d, M being Rows x Columns: one dot product for each row.
template <std::size_t Rows, std::size_t Columns, class Scalar>
[[gnu::always_inline]] constexpr void dot_rows(Scalar const* m, Scalar const* d, Scalar* y) {
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return detail::dot_rows_vectors<Rows, Columns>(m, d, y);
    if constexpr (goes_in_registers<Scalar>)
        if (!std::is_constant_evaluated())
            return dot_rows_in_registers<Columns>(m, d, y, Rows);
    if constexpr (goes_in_pairs<Scalar> && Columns > 1)
        if (!std::is_constant_evaluated())
            return dot_rows_in_pairs<Columns>(m, d, y, Rows);
    for (std::size_t i = 0; i < Rows; ++i)
        y[i] = detail::dot_plain<Columns>(m + i * Columns, d);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
