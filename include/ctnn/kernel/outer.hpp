#pragma once

#include <bit>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/vector.hpp>
#include <utility>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Columns from First on, in ever narrower vectors.
template <std::size_t Columns, std::size_t First, class Scalar, class Change>
[[gnu::always_inline]] inline void change_row(Scalar x, Scalar const* d, Scalar* row,
                                              Change const& change) {
    constexpr std::size_t left = Columns - First;
    constexpr std::size_t lanes = lanes_for<Scalar, left>;
    if constexpr (left >= lanes) {
        constexpr std::size_t end = First + left / lanes * lanes;
#pragma GCC unroll 16
        for (std::size_t j = First; j < end; j += lanes)
            store<lanes>(row + j, change(load<lanes>(row + j), x, load<lanes>(d + j)));
        change_row<Columns, end>(x, d, row, change);
    } else if constexpr (left > 0) {
        store_part<0, left>(row + First, change(load_part<lanes, left>(row + First), x,
                                                load_values<lanes, left>(d + First)));
    }
}

// Rows of a few numbers more than a vector, or less than one, as they lie one after the other: after
// this many rows, which are so many vectors, a row begins where a vector does.
template <std::size_t Columns, std::size_t Lanes>
inline constexpr std::size_t rows_of_period = [] {
    std::size_t rows = 1;
    while (rows * Columns % Lanes != 0)
        ++rows;
    return rows;
}();
template <std::size_t Columns, std::size_t Lanes>
inline constexpr std::size_t vectors_of_period = rows_of_period<Columns, Lanes>* Columns / Lanes;

// Where vectors across the ends of rows are fewer by a third than those of each row by itself.
template <class Scalar, std::size_t Rows, std::size_t Columns>
inline constexpr bool goes_across_rows = [] {
    constexpr std::size_t lanes = widest<Scalar>;
    constexpr std::size_t alone =
        Columns / lanes + static_cast<std::size_t>(std::popcount(Columns % lanes));
    return lanes > narrowest<Scalar> && Columns > narrowest<Scalar> && Columns < 2 * lanes &&
           Rows >= rows_of_period<Columns, lanes> &&
           3 * vectors_of_period<Columns, lanes> <= 2 * alone * rows_of_period<Columns, lanes>;
}();

template <std::size_t Columns, std::size_t First, class Values, std::size_t... K>
[[gnu::always_inline]] inline Values columns_from(Values const& low, Values const& high,
                                                  std::index_sequence<K...>) {
    return pick(low, high, std::index_sequence<(First + K) % Columns...>{});
}
template <std::size_t Columns, std::size_t First, class Values, std::size_t... K>
[[gnu::always_inline]] inline Values rows_from(Values const& x, std::index_sequence<K...>) {
    return pick(x, x, std::index_sequence<(First + K) / Columns...>{});
}

template <std::size_t Rows, std::size_t Columns, class Scalar, class Change, std::size_t... V>
[[gnu::always_inline]] inline void change_across_rows(Scalar const* x, Scalar const* d, Scalar* m,
                                                      Change const& change,
                                                      std::index_sequence<V...>) {
    constexpr std::size_t lanes = widest<Scalar>;
    constexpr std::size_t rows = rows_of_period<Columns, lanes>;
    constexpr std::size_t whole = Rows / rows * rows;
    constexpr std::size_t low_size = Columns < lanes ? Columns : lanes;
    constexpr std::make_index_sequence<lanes> indices;
    auto const low = load_values<lanes, low_size>(d);
    auto const high = load_values<lanes, Columns - low_size>(d + low_size);
    vector<Scalar, lanes> const columns[]{columns_from<Columns, V * lanes>(low, high, indices)...};
    for (std::size_t i = 0; i < whole; i += rows) {
        auto const in = load_values<lanes, rows>(x + i);
        Scalar* const to = m + i * Columns;
        (store<lanes>(to + V * lanes,
                      change(load<lanes>(to + V * lanes),
                             rows_from<Columns, V * lanes>(in, indices), columns[V])),
         ...);
    }
#pragma GCC unroll 4
    for (std::size_t i = whole; i < Rows; ++i)
        change_row<Columns, 0>(x[i], d, m + i * Columns, change);
}

// Lane k of a vector that begins at element First of the matrix: where its column is, its row.
template <std::size_t Columns, std::size_t First, class Values, std::size_t... K>
[[gnu::always_inline]] inline Values columns_at(Values const& d, std::index_sequence<K...>) {
    return pick(d, d, std::index_sequence<(First + K) % Columns...>{});
}
template <std::size_t Columns, std::size_t First, class Values, std::size_t... K>
[[gnu::always_inline]] inline Values rows_at(Values const& x, std::index_sequence<K...>) {
    return pick(x, x, std::index_sequence<((First + K) / Columns) % sizeof...(K)...>{});
}

// Size elements from First on, taken as one row after the other without a gap.
template <std::size_t Columns, std::size_t First, std::size_t Size, class Values, class Scalar,
          class Change>
[[gnu::always_inline]] inline void change_flat(Values const& x, Values const& d, Scalar* m,
                                               Change const& change) {
    if constexpr (Size > 0) {
        constexpr std::size_t lanes = narrowest<Scalar>;
        constexpr std::size_t count = Size < lanes ? Size : lanes;
        using indices = std::make_index_sequence<lanes>;
        store_part<0, count>(m + First, change(load_part<lanes, count>(m + First),
                                               rows_at<Columns, First>(x, indices{}),
                                               columns_at<Columns, First>(d, indices{})));
        change_flat<Columns, First + count, Size - count>(x, d, m, change);
    }
}

} // namespace detail

// m = change(m, x[row], d[column]) for each element m of a Rows x Columns matrix.
template <std::size_t Rows, std::size_t Columns, class Scalar, class Change>
[[gnu::always_inline]] inline void change_outer(Scalar const* x, Scalar const* d, Scalar* m,
                                                Change const& change) {
    if constexpr (detail::goes_across_rows<Scalar, Rows, Columns>) {
        constexpr std::size_t vectors = detail::vectors_of_period<Columns, widest<Scalar>>;
        detail::change_across_rows<Rows, Columns>(x, d, m, change,
                                                  std::make_index_sequence<vectors>{});
    } else if constexpr (Columns >= narrowest<Scalar>) {
#pragma GCC unroll 4
        for (std::size_t i = 0; i < Rows; ++i)
            detail::change_row<Columns, 0>(x[i], d, m + i * Columns, change);
    } else {
        // A narrow row would leave most lanes of a vector empty.
        constexpr std::size_t lanes = narrowest<Scalar>;
        constexpr std::size_t whole = Rows / lanes * lanes;
        constexpr std::size_t left = Rows - whole;
        auto const columns = load_values<lanes, Columns>(d);
#pragma GCC unroll 4
        for (std::size_t i = 0; i < whole; i += lanes)
            detail::change_flat<Columns, 0, lanes * Columns>(load<lanes>(x + i), columns,
                                                             m + i * Columns, change);
        detail::change_flat<Columns, 0, left * Columns>(load_values<lanes, left>(x + whole),
                                                        columns, m + whole * Columns, change);
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
