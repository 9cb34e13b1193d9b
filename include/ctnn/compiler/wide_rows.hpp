#pragma once

#include <cstddef>
#include <ctnn/compiler/wide.hpp>
#include <ctnn/kernel/sum.hpp>
#include <utility>

namespace ctnn::compiler {
namespace detail {

// The arithmetic of as many rows as there are indices, written out: an evaluator is slow to loop,
// and clang counts a whole expression as one step. The indices are those of the struct because a
// sequence that is handed to a function is an object to be made at each call.
template <class Indices>
struct rows_block;

template <std::size_t... I>
struct rows_block<std::index_sequence<I...>> {
    template <std::size_t Chains, class Scalar, class Values>
    static constexpr void multiply_add(Scalar skipped, Scalar const* x, Values const* from,
                                       Values* sums) {
        ((x[I] == skipped ? void() : void(sums[I % Chains] += x[I] * from[I])), ...);
    }
    template <class Scalar, class Values>
    static constexpr void subtract_outer(Scalar skipped, Scalar a, Scalar const* x,
                                         Values const& row, Values* to) {
        ((x[I] == skipped ? void() : void(to[I] -= a * (x[I] * row))), ...);
    }
    template <class Scalar, class Values>
    static constexpr void add_outer(Scalar skipped, Scalar const* x, Values const& row,
                                    Values* to) {
        ((x[I] == skipped ? void() : void(to[I] += x[I] * row)), ...);
    }
    template <class Scalar, class Values>
    static constexpr void subtract_scaled(Scalar a, Values const* from, Values* to) {
        ((to[I] -= a * from[I]), ...);
    }
};

} // namespace detail

// A matrix of Rows x Columns, and a row of biases, whose rows are wide vectors: as many columns as
// one vector takes, and the rest of the columns behind them. The arithmetic is that of kernel/, in
// the same order, lane by lane.
template <class Scalar, std::size_t Rows, std::size_t Columns>
struct wide_rows {
    static constexpr std::size_t lanes = lanes_in_front<Columns>;
    static constexpr std::size_t size = Columns < lanes ? Columns : lanes;
    static constexpr std::size_t left = Columns - size;
    using values = wide<Scalar, lanes>;

    values rows[Rows + 1]{}; // (the biases are one of them because g++ folds no vector that is {})
    wide_rows<Scalar, left ? Rows : 0, left> rest{};

    // From and to rows that lie `stride` numbers apart.
    constexpr void load(Scalar const* m, std::size_t stride) {
        for (std::size_t i = 0; i < Rows; ++i)
            pack<Scalar, lanes, size>(m + i * stride, rows[i]);
        if constexpr (left > 0)
            rest.load(m + size, stride);
    }
    constexpr void load_biases(Scalar const* b) {
        pack<Scalar, lanes, size>(b, rows[Rows]);
        if constexpr (left > 0)
            rest.load_biases(b + size);
    }
    constexpr void store(Scalar* m, std::size_t stride) const {
        for (std::size_t i = 0; i < Rows; ++i)
            unpack<Scalar, lanes, size>(rows[i], m + i * stride);
        if constexpr (left > 0)
            rest.store(m + size, stride);
    }
    constexpr void store_biases(Scalar* b) const {
        unpack<Scalar, lanes, size>(rows[Rows], b);
        if constexpr (left > 0)
            rest.store_biases(b + size);
    }

    // y = x M + b, in the order of kernel/affine.hpp. Here and below, what is equal to `skipped` is
    // taken for zero and its row is left alone.
    template <std::size_t Chains>
    constexpr void affine(Scalar skipped, Scalar const* x, Scalar* y) const {
        values sums[Chains]{};
        sums[0] = rows[Rows];
        for (std::size_t i = 0; i < whole; i += block)
            a_block::template multiply_add<Chains>(skipped, x + i, rows + i, sums);
        if constexpr (whole < Rows)
            last_block::template multiply_add<Chains>(skipped, x + whole, rows + whole, sums);
        if constexpr (Chains == 2)
            sums[0] += sums[1];
        else if constexpr (Chains == 4)
            sums[0] = (sums[0] + sums[1]) + (sums[2] + sums[3]);
        unpack<Scalar, lanes, size>(sums[0], y);
        if constexpr (left > 0)
            rest.template affine<Chains>(skipped, x, y + size);
    }

    // M -= a (x^T d), biases -= a d
    constexpr void subtract_outer(Scalar skipped, Scalar a, Scalar const* x, Scalar const* d) {
        values row;
        pack<Scalar, lanes, size>(d, row);
        rows[Rows] -= a * row;
        for (std::size_t i = 0; i < whole; i += block)
            a_block::subtract_outer(skipped, a, x + i, row, rows + i);
        if constexpr (whole < Rows)
            last_block::subtract_outer(skipped, a, x + whole, row, rows + whole);
        if constexpr (left > 0)
            rest.subtract_outer(skipped, a, x, d + size);
    }

    // M += x^T d, biases += d
    constexpr void add_outer(Scalar skipped, Scalar const* x, Scalar const* d) {
        values row;
        pack<Scalar, lanes, size>(d, row);
        rows[Rows] += row;
        for (std::size_t i = 0; i < whole; i += block)
            a_block::add_outer(skipped, x + i, row, rows + i);
        if constexpr (whole < Rows)
            last_block::add_outer(skipped, x + whole, row, rows + whole);
        if constexpr (left > 0)
            rest.add_outer(skipped, x, d + size);
    }

    // M -= a N, and so the biases
    constexpr void subtract_scaled(Scalar a, wide_rows const& n) {
        rows[Rows] -= a * n.rows[Rows];
        for (std::size_t i = 0; i < whole; i += block)
            a_block::subtract_scaled(a, n.rows + i, rows + i);
        if constexpr (whole < Rows)
            last_block::subtract_scaled(a, n.rows + whole, rows + whole);
        if constexpr (left > 0)
            rest.subtract_scaled(a, n.rest);
    }

    // y = d M: the rows are scaled and added in the order of kernel/sum.hpp.
    constexpr void sum_scaled(Scalar const* d, Scalar* y) const {
        values total;
        sum_from<0>(d, total);
        unpack<Scalar, lanes, size>(total, y);
        if constexpr (left > 0)
            rest.sum_scaled(d, y + size);
    }

private:
    // clang takes no more than 256 operands in one expression.
    static constexpr std::size_t block = 64;
    static constexpr std::size_t whole = Rows / block * block;
    using a_block = detail::rows_block<std::make_index_sequence<block>>;
    using last_block = detail::rows_block<std::make_index_sequence<Rows - whole>>;

    template <std::size_t First>
    constexpr void sum_from(Scalar const* d, values& total) const {
        constexpr std::size_t left_rows = Rows - First;
        constexpr std::size_t columns = kernel::columns_of_sum<left_rows>;
        constexpr std::size_t end = left_rows / columns * columns;
        Scalar const* const ds = d + First;
        values const* const from = rows + First;
        if constexpr (columns == 1) {
            total = ds[0] * from[0];
        } else if constexpr (columns == 2) {
            total = ds[0] * from[0] + ds[1] * from[1];
        } else if constexpr (columns == 4) {
            total = (ds[0] * from[0] + ds[2] * from[2]) + (ds[1] * from[1] + ds[3] * from[3]);
        } else {
            values s[8];
            for (std::size_t j = 0; j < 8; ++j)
                s[j] = ds[j] * from[j];
            for (std::size_t j = 8; j < end; ++j)
                s[j % 8] += ds[j] * from[j];
            total = ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
        }
        if constexpr (First + end < Rows) {
            values more;
            sum_from<First + end>(d, more);
            total += more;
        }
    }
};

template <class Scalar>
struct wide_rows<Scalar, 0, 0> {};

} // namespace ctnn::compiler
