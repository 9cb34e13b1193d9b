#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/group.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/sum.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Of Rows rows of a matrix of Columns columns and one group of samples: in sums[row][part] the dot
// products over the columns from Begin to End, in the order of kernel/sum.hpp.
template <std::size_t Rows, std::size_t Columns, std::size_t Begin, class Scalar>
struct dots_of_group {
    static constexpr std::size_t lanes = widest<Scalar>;
    static constexpr std::size_t parts = vectors_of_group<Scalar>;
    static constexpr std::size_t size = Columns - Begin;
    static constexpr std::size_t columns = columns_of_sum<size>;
    static constexpr std::size_t end = Begin + size / columns * columns;
    using values = vector<Scalar, lanes>;
    using tile = values[Rows * parts];

    // (A sum is computed in a variable of its own: g++ 12 keeps an array whose numbers are settled in memory.)
    template <bool IsFirst>
    [[gnu::always_inline]] static void take(Scalar const* m, Scalar const* d, std::size_t column,
                                            tile& sums) {
        values from[parts];
#pragma GCC unroll 16
        for (std::size_t p = 0; p < parts; ++p)
            from[p] = load<lanes>(d + column * group<Scalar> + p * lanes);
#pragma GCC unroll 16
        for (std::size_t r = 0; r < Rows; ++r)
#pragma GCC unroll 16
            for (std::size_t p = 0; p < parts; ++p) {
                Scalar const weight = m[r * Columns + column];
                values sum;
                if constexpr (IsFirst)
                    sum = weight * from[p];
                else
                    sum = multiply_add(weight, from[p], sums[r * parts + p]);
                if constexpr (!ctnn::detail::is_fused) // (what is fused is not put off)
                    settle(sum);
                sums[r * parts + p] = sum;
            }
    }

    // The sum of one column, and of every Step-th one.
    [[gnu::always_inline]] static void add_column(Scalar const* m, Scalar const* d,
                                                  std::size_t first, tile& sums) {
        take<true>(m, d, Begin + first, sums);
        for (std::size_t j = Begin + first + columns; j < end; j += columns)
            take<false>(m, d, j, sums);
    }
    template <std::size_t First, std::size_t Step>
    [[gnu::always_inline]] static void add_columns(Scalar const* m, Scalar const* d, tile& sums) {
        if constexpr (Step == columns) {
            add_column(m, d, First, sums);
        } else {
            add_columns<First, 2 * Step>(m, d, sums);
            tile others;
            add_columns<First + Step, 2 * Step>(m, d, others);
            add_to(sums, others);
        }
    }
    [[gnu::always_inline]] static void add_to(tile& sums, tile const& others) {
#pragma GCC unroll 16
        for (std::size_t k = 0; k < Rows * parts; ++k)
            sums[k] = sums[k] + others[k];
    }

    [[gnu::always_inline]] static void all(Scalar const* m, Scalar const* d, tile& sums) {
        add_columns<0, 1>(m, d, sums);
        if constexpr (end < Columns) {
            tile rest;
            dots_of_group<Rows, Columns, end, Scalar>::all(m, d, rest);
            add_to(sums, rest);
        }
    }
};

template <std::size_t Rows, std::size_t Columns, class Scalar>
[[gnu::always_inline]] inline void batch_dot_tile(Scalar const* m, Scalar const* d, Scalar* y) {
    using dots = dots_of_group<Rows, Columns, 0, Scalar>;
    typename dots::tile sums;
    dots::all(m, d, sums);
#pragma GCC unroll 16
    for (std::size_t k = 0; k < Rows * dots::parts; ++k)
        store<dots::lanes>(y + k * dots::lanes, sums[k]);
}

} // namespace detail

// y = M d for groups of samples, M being Rows x Columns, in the order of kernel/dot_rows.hpp; the
// run-time face only.
template <std::size_t Rows, std::size_t Columns, vectorizable Scalar>
[[gnu::always_inline]] inline void batch_dot_rows(Scalar const* m, Scalar const* d, Scalar* y,
                                                  std::size_t groups) {
    constexpr std::size_t most = accumulators / 2 / vectors_of_group<Scalar>;
    constexpr std::size_t step = most > 0 ? most : 1;
    constexpr std::size_t count = step < Rows ? step : Rows;
    constexpr std::size_t whole = Rows / count * count;
    for (std::size_t g = 0; g < groups; ++g, d += Columns * group<Scalar>) {
        for (std::size_t i = 0; i < whole; i += count, y += count * group<Scalar>)
            detail::batch_dot_tile<count, Columns>(m + i * Columns, d, y);
        if constexpr (whole < Rows) {
            detail::batch_dot_tile<Rows - whole, Columns>(m + whole * Columns, d, y);
            y += (Rows - whole) * group<Scalar>;
        }
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
