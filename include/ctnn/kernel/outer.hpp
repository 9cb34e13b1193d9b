#pragma once

#include <cstddef>
#include <ctnn/kernel/vector.hpp>
#include <utility>

namespace ctnn::kernel {
namespace detail {

// Columns from First on, in ever narrower vectors.
template <std::size_t Columns, std::size_t First, class Scalar, class Change>
[[gnu::always_inline]] inline void change_row(Scalar x, Scalar const* d, Scalar* row,
                                              Change const& change) {
    if constexpr (First < Columns) {
        constexpr std::size_t lanes = lanes_for<Scalar, Columns - First>;
        constexpr std::size_t end = First + (Columns - First) / lanes * lanes;
        for (std::size_t j = First; j < end; j += lanes)
            store<lanes>(row + j, change(load<lanes>(row + j), x * load<lanes>(d + j)));
        change_row<Columns, end>(x, d, row, change);
    }
}

// Lane k of a vector that begins at element First of the matrix: where its column is, its row.
template <class Scalar, std::size_t Columns, std::size_t First, std::size_t... K>
[[gnu::always_inline]] inline auto columns_at(Scalar const* d, std::index_sequence<K...>) {
    return vector<Scalar, sizeof...(K)>{d[(First + K) % Columns]...};
}
template <class Scalar, std::size_t Columns, std::size_t First, std::size_t... K>
[[gnu::always_inline]] inline auto rows_at(Scalar const* x, std::index_sequence<K...>) {
    return vector<Scalar, sizeof...(K)>{x[(First + K) / Columns]...};
}

// Size elements from First on, taken as one row after the other without a gap.
template <std::size_t Columns, std::size_t First, std::size_t Size, class Scalar, class Change>
[[gnu::always_inline]] inline void change_flat(Scalar const* x, Scalar const* d, Scalar* m,
                                               Change const& change) {
    if constexpr (Size > 0) {
        constexpr std::size_t lanes = lanes_for<Scalar, (Size < 4 ? Size : 4)>;
        using indices = std::make_index_sequence<lanes>;
        store<lanes>(m + First, change(load<lanes>(m + First),
                                       rows_at<Scalar, Columns, First>(x, indices{}) *
                                           columns_at<Scalar, Columns, First>(d, indices{})));
        change_flat<Columns, First + lanes, Size - lanes>(x, d, m, change);
    }
}

} // namespace detail

// m = change(m, x[row] * d[column]) for each element m of a Rows x Columns matrix.
template <std::size_t Rows, std::size_t Columns, class Scalar, class Change>
[[gnu::always_inline]] inline void change_outer(Scalar const* x, Scalar const* d, Scalar* m,
                                                Change const& change) {
    if constexpr (Columns >= 4) {
        for (std::size_t i = 0; i < Rows; ++i)
            detail::change_row<Columns, 0>(x[i], d, m + i * Columns, change);
    } else {
        // A narrow row would leave most lanes of a vector empty.
        constexpr std::size_t whole = Rows / 4 * 4;
        for (std::size_t i = 0; i < whole; i += 4)
            detail::change_flat<Columns, 0, 4 * Columns>(x + i, d, m + i * Columns, change);
        detail::change_flat<Columns, 0, (Rows - whole) * Columns>(x + whole, d,
                                                                  m + whole * Columns, change);
    }
}

} // namespace ctnn::kernel
