#pragma once

#include <bit>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/change_loaded.hpp>
#include <ctnn/kernel/vector.hpp>
#include <utility>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// change(element ..., x, d) for Count numbers from each of `to` on, side by side.
template <std::size_t Lanes, std::size_t Count, class Change, class X, class D, class... To>
[[gnu::always_inline]] inline void change_part(Change const& change, X const& x, D const& d,
                                               To*... to) {
    change_loaded<Lanes, Count>(
        [&](auto&... element) __attribute__((always_inline)) { change(x, d, element...); }, to...);
}

// Columns from First on, in ever narrower vectors.
template <std::size_t Columns, std::size_t First, class Scalar, class Change, class... To>
[[gnu::always_inline]] inline void change_row(Scalar x, Scalar const* d, Change const& change,
                                              To*... row) {
    constexpr std::size_t left = Columns - First;
    constexpr std::size_t lanes = lanes_for<Scalar, left>;
    if constexpr (left >= lanes) {
        constexpr std::size_t end = First + left / lanes * lanes;
#pragma GCC unroll 16
        for (std::size_t j = First; j < end; j += lanes)
            change_part<lanes, lanes>(change, x, load<lanes>(d + j), (row + j)...);
        change_row<Columns, end>(x, d, change, row...);
    } else if constexpr (left > 0) {
        change_part<lanes, left>(change, x, load_values<lanes, left>(d + First), (row + First)...);
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

// Vector number V of a period whose elements begin at `to`.
template <std::size_t Columns, std::size_t V, class Scalar, class Values, class Change, class... To>
[[gnu::always_inline]] inline void change_in_period(Values const& in, Values const& columns,
                                                    Change const& change, To*... to) {
    constexpr std::size_t lanes = widest<Scalar>;
    change_part<lanes, lanes>(change,
                              rows_from<Columns, V * lanes>(in, std::make_index_sequence<lanes>{}),
                              columns, (to + V * lanes)...);
}

template <std::size_t Rows, std::size_t Columns, class Scalar, class Change, std::size_t... V,
          class... To>
[[gnu::always_inline]] inline void change_across_rows(std::index_sequence<V...>, Scalar const* x,
                                                      Scalar const* d, Change const& change,
                                                      To*... m) {
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
        (change_in_period<Columns, V, Scalar>(in, columns[V], change, (m + i * Columns)...), ...);
    }
#pragma GCC unroll 4
    for (std::size_t i = whole; i < Rows; ++i)
        change_row<Columns, 0>(x[i], d, change, (m + i * Columns)...);
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
template <class Scalar, std::size_t Columns, std::size_t First, std::size_t Size, class Values,
          class Change, class... To>
[[gnu::always_inline]] inline void change_flat(Values const& x, Values const& d,
                                               Change const& change, To*... m) {
    if constexpr (Size > 0) {
        constexpr std::size_t lanes = narrowest<Scalar>;
        constexpr std::size_t count = Size < lanes ? Size : lanes;
        using indices = std::make_index_sequence<lanes>;
        change_part<lanes, count>(change, rows_at<Columns, First>(x, indices{}),
                                  columns_at<Columns, First>(d, indices{}), (m + First)...);
        change_flat<Scalar, Columns, First + count, Size - count>(x, d, change, m...);
    }
}

} // namespace detail

// change(x[row], d[column], element ...) for each place of matrices of Rows x Columns, of which it changes the elements.
template <std::size_t Rows, std::size_t Columns, class Scalar, class Change, class... To>
[[gnu::always_inline]] inline void change_outer(Scalar const* x, Scalar const* d,
                                                Change const& change, To*... m) {
    if constexpr (detail::goes_across_rows<Scalar, Rows, Columns>) {
        constexpr std::size_t vectors = detail::vectors_of_period<Columns, widest<Scalar>>;
        detail::change_across_rows<Rows, Columns>(std::make_index_sequence<vectors>{}, x, d, change,
                                                  m...);
    } else if constexpr (Columns >= narrowest<Scalar>) {
#pragma GCC unroll 4
        for (std::size_t i = 0; i < Rows; ++i)
            detail::change_row<Columns, 0>(x[i], d, change, (m + i * Columns)...);
    } else {
        // A narrow row would leave most lanes of a vector empty.
        constexpr std::size_t lanes = narrowest<Scalar>;
        constexpr std::size_t whole = Rows / lanes * lanes;
        constexpr std::size_t left = Rows - whole;
        auto const columns = load_values<lanes, Columns>(d);
#pragma GCC unroll 4
        for (std::size_t i = 0; i < whole; i += lanes)
            detail::change_flat<Scalar, Columns, 0, lanes * Columns>(load<lanes>(x + i), columns,
                                                                     change, (m + i * Columns)...);
        detail::change_flat<Scalar, Columns, 0, left * Columns>(
            load_values<lanes, left>(x + whole), columns, change, (m + whole * Columns)...);
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
