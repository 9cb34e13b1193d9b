#pragma once

#include <cstddef>
#include <ctnn/compiler/wide.hpp>
#include <ctnn/kernel/sum.hpp>
#include <utility>

namespace ctnn::compiler {

// A matrix of Rows x Columns whose rows are wide vectors: as many columns as one vector takes, and
// the rest of the columns behind them. The arithmetic is that of kernel/, in the same order, lane by
// lane. Loops are written out in expressions of up to `block` rows: an evaluator is slow to loop,
// and clang counts a whole expression as one step, but takes no more than 256 operands.
template <class Scalar, std::size_t Rows, std::size_t Columns>
struct wide_rows {
    static constexpr std::size_t lanes = lanes_in_front<Columns>;
    static constexpr std::size_t size = Columns < lanes ? Columns : lanes;
    static constexpr std::size_t left = Columns - size;
    static constexpr std::size_t block = 64;
    using values = wide<Scalar, lanes>;

    values rows[Rows]{};
    wide_rows<Scalar, left ? Rows : 0, left> rest{};

    // From and to rows that lie `stride` numbers apart.
    constexpr void load(Scalar const* m, std::size_t stride) {
        for (std::size_t i = 0; i < Rows; ++i)
            pack<size, Scalar, lanes>(m + i * stride, rows[i]);
        if constexpr (left > 0)
            rest.load(m + size, stride);
    }
    constexpr void store(Scalar* m, std::size_t stride) const {
        for (std::size_t i = 0; i < Rows; ++i)
            unpack<Scalar, lanes, size>(rows[i], m + i * stride);
        if constexpr (left > 0)
            rest.store(m + size, stride);
    }

    // y = x M + b, in the order of kernel/affine.hpp. Here and below, what is equal to `skipped` is
    // taken for zero and its row is left alone.
    template <std::size_t Chains>
    constexpr void affine(Scalar skipped, Scalar const* x, wide_rows<Scalar, 1, Columns> const& b,
                          Scalar* y) const {
        values sums[Chains]{};
        sums[0] = b.rows[0];
        for (std::size_t i = 0; i < whole; i += block)
            multiply_add<Chains>(skipped, x + i, rows + i, sums, std::make_index_sequence<block>{});
        if constexpr (whole < Rows)
            multiply_add<Chains>(skipped, x + whole, rows + whole, sums, behind{});
        if constexpr (Chains == 2)
            sums[0] += sums[1];
        else if constexpr (Chains == 4)
            sums[0] = (sums[0] + sums[1]) + (sums[2] + sums[3]);
        unpack<Scalar, lanes, size>(sums[0], y);
        if constexpr (left > 0)
            rest.template affine<Chains>(skipped, x, b.rest, y + size);
    }

    // M -= a (x^T d)
    constexpr void subtract_outer(Scalar skipped, Scalar a, Scalar const* x, Scalar const* d) {
        values row;
        pack<size, Scalar, lanes>(d, row);
        for (std::size_t i = 0; i < whole; i += block)
            subtract_rows(skipped, a, x + i, row, rows + i, std::make_index_sequence<block>{});
        if constexpr (whole < Rows)
            subtract_rows(skipped, a, x + whole, row, rows + whole, behind{});
        if constexpr (left > 0)
            rest.subtract_outer(skipped, a, x, d + size);
    }

    // M += x^T d
    constexpr void add_outer(Scalar skipped, Scalar const* x, Scalar const* d) {
        values row;
        pack<size, Scalar, lanes>(d, row);
        for (std::size_t i = 0; i < whole; i += block)
            add_rows(skipped, x + i, row, rows + i, std::make_index_sequence<block>{});
        if constexpr (whole < Rows)
            add_rows(skipped, x + whole, row, rows + whole, behind{});
        if constexpr (left > 0)
            rest.add_outer(skipped, x, d + size);
    }

    // M -= a N
    constexpr void subtract_scaled(Scalar a, wide_rows const& n) {
        for (std::size_t i = 0; i < Rows; ++i)
            rows[i] -= a * n.rows[i];
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
    static constexpr std::size_t whole = Rows / block * block;
    using behind = std::make_index_sequence<Rows - whole>;

    template <std::size_t Chains, std::size_t... I>
    static constexpr void multiply_add(Scalar skipped, Scalar const* x, values const* from,
                                       values* sums, std::index_sequence<I...>) {
        ((x[I] == skipped ? void() : void(sums[I % Chains] += x[I] * from[I])), ...);
    }
    template <std::size_t... I>
    static constexpr void subtract_rows(Scalar skipped, Scalar a, Scalar const* x,
                                        values const& row, values* to, std::index_sequence<I...>) {
        ((x[I] == skipped ? void() : void(to[I] -= a * (x[I] * row))), ...);
    }
    template <std::size_t... I>
    static constexpr void add_rows(Scalar skipped, Scalar const* x, values const& row, values* to,
                                   std::index_sequence<I...>) {
        ((x[I] == skipped ? void() : void(to[I] += x[I] * row)), ...);
    }

    template <std::size_t First>
    constexpr void sum_from(Scalar const* d, values& total) const {
        constexpr std::size_t left_rows = Rows - First;
        constexpr std::size_t columns = kernel::columns_of_sum<left_rows>;
        constexpr std::size_t end = First + left_rows / columns * columns;
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
            for (std::size_t j = 8; j < end - First; ++j)
                s[j % 8] += ds[j] * from[j];
            total = ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
        }
        if constexpr (end < Rows) {
            values more;
            sum_from<end>(d, more);
            total += more;
        }
    }
};

template <class Scalar>
struct wide_rows<Scalar, 0, 0> {};

} // namespace ctnn::compiler
