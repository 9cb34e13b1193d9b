#pragma once

#include <cstddef>
#include <ctnn/kernel/descent.hpp>
#include <ctnn/kernel/sum.hpp>
#include <ctnn/kernel/wide.hpp>
#include <utility>

namespace ctnn::kernel {
namespace detail {

// TO = TO OPERATION FACTOR (X * ROW), or nothing where X is to be skipped. To g++ a number that is
// read where it becomes a vector is read twice, and += costs more than + and =; to clang a store is
// what costs. What both save is a call for each row, so this is a macro.
#if defined(__clang__)
#define CTNN_CHANGE_ROW(X, TO, OPERATION, FACTOR, ROW)                                             \
    (skips && X == skipped ? void() : void(TO OPERATION## = FACTOR(X * ROW)))
#define CTNN_LANE(VALUES, INDEX, NAME) (values(VALUES).NAME)
#else
#define CTNN_CHANGE_ROW(X, TO, OPERATION, FACTOR, ROW)                                             \
    (xi = X, skips && xi == skipped ? void() : void(TO = TO OPERATION FACTOR(xi * ROW)))
#define CTNN_LANE(VALUES, INDEX, NAME) (VALUES[INDEX])
#endif

// The arithmetic of as many rows as there are indices, written out: an evaluator is slow to loop,
// and clang counts a whole expression as one step. The indices are those of the struct because a
// sequence that is handed to a function is an object to be made at each call.
template <class Indices>
struct unrolled_rows;

template <std::size_t... Index>
struct unrolled_rows<std::index_sequence<Index...>> {
    static constexpr bool skips = true;

    template <std::size_t Chains, class Scalar, class Values>
    static constexpr void multiply_add(Scalar skipped, Scalar const* x, Values const* from,
                                       Values* sums) {
        [[maybe_unused]] Scalar xi{};
        (CTNN_CHANGE_ROW(x[Index], sums[Index % Chains], +, , from[Index]), ...);
    }
    template <class Scalar, class Values>
    static constexpr void subtract_outer(Scalar skipped, Values const& a, Scalar const* x,
                                         Values const& row, Values* to) {
        [[maybe_unused]] Scalar xi{};
        Values const as = a, d = row;
        (CTNN_CHANGE_ROW(x[Index], to[Index], -, as*, d), ...);
    }
    template <class Scalar, class Values>
    static constexpr void add_outer(Scalar skipped, Scalar const* x, Values const& row,
                                    Values* to) {
        [[maybe_unused]] Scalar xi{};
        Values const d = row;
        (CTNN_CHANGE_ROW(x[Index], to[Index], +, , d), ...);
    }
};

} // namespace detail

// (clang takes no more than 256 operands in one expression)
inline constexpr std::size_t unrolled_row_count = 64;

// Where the numbers lie that meet the rows of a matrix: here side by side.
struct in_a_row {
    template <std::size_t Row>
    static constexpr std::size_t place = Row;
};

// A matrix of Rows x Columns, and a row of biases, whose rows are wide vectors: as many columns as
// one vector takes, and the rest of the columns after them. The arithmetic is that of kernel/, in
// the same order, lane by lane. Last are the rows after those that are unrolled, Lane the columns in
// one vector.
template <class Scalar, std::size_t Rows, std::size_t Columns,
          class Last = std::make_index_sequence<Rows % unrolled_row_count>,
          class Lane = std::make_index_sequence<lanes_used<Columns>>>
struct wide_rows;

template <class Scalar, std::size_t Rows, std::size_t Columns, std::size_t... Last,
          std::size_t... Lane>
struct wide_rows<Scalar, Rows, Columns, std::index_sequence<Last...>,
                 std::index_sequence<Lane...>> {
    static constexpr std::size_t lanes = lanes_in_front<Columns>;
    static constexpr std::size_t size = sizeof...(Lane);
    static constexpr std::size_t left = Columns - size;
    using values = wide<Scalar, lanes>;

    values rows[Rows + 1]{}; // (the biases are one of them because g++ folds no vector that is {})
    // (Not rest{}, which it would be all the same: clang 19 then takes twice as long for each level.)
    wide_rows<Scalar, left ? Rows : 0, left> rest;

    // From numbers of which neighbours in a row are `column_stride` apart, neighbours in a column
    // `row_stride`.
    constexpr void load(Scalar const* m, std::size_t row_stride, std::size_t column_stride = 1) {
        for (std::size_t i = 0; i < Rows; ++i)
            pack<Scalar, lanes, size>(m + i * row_stride, rows[i], column_stride);
        if constexpr (left > 0)
            rest.load(m + size * column_stride, row_stride, column_stride);
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
    // taken for zero and its row is left alone. The numbers of x may lie apart if rows are fewer than are unrolled.
    template <std::size_t Chains, class Places = in_a_row>
    constexpr void affine(Scalar skipped, Scalar const* x, Scalar* y) const {
        [[maybe_unused]] Scalar xi{};
        if constexpr (Chains == 1 && whole == 0) {
            values sum = rows[Rows];
            (CTNN_CHANGE_ROW(x[Places::template place<Last>], sum, +, , rows[Last]), ...);
            write(sum, y);
        } else {
            values sums[Chains]{};
            sums[0] = rows[Rows];
            for (std::size_t i = 0; i < whole; i += unrolled_row_count)
                unrolled::template multiply_add<Chains>(skipped, x + i, rows + i, sums);
            (CTNN_CHANGE_ROW(x[Places::template place<whole + Last>], sums[Last % Chains], +, ,
                             rows[whole + Last]),
             ...);
            if constexpr (Chains == 2)
                sums[0] = sums[0] + sums[1];
            else if constexpr (Chains == 4)
                sums[0] = (sums[0] + sums[1]) + (sums[2] + sums[3]);
            write(sums[0], y);
        }
        if constexpr (left > 0)
            rest.template affine<Chains, Places>(skipped, x, y + size);
    }

    // M -= a (x^T d), biases -= a d
    constexpr void subtract_outer(Scalar skipped, Scalar a, Scalar const* x, Scalar const* d) {
        [[maybe_unused]] Scalar xi{};
        values row, as;
        row = values{d[Lane]...};
        as = values{(static_cast<void>(Lane), a)...};
        rows[Rows] = rows[Rows] - as * row;
        for (std::size_t i = 0; i < whole; i += unrolled_row_count)
            unrolled::subtract_outer(skipped, as, x + i, row, rows + i);
        (CTNN_CHANGE_ROW(x[whole + Last], rows[whole + Last], -, as*, row), ...);
        if constexpr (left > 0)
            rest.subtract_outer(skipped, a, x, d + size);
    }

    // M += x^T d, biases += d
    template <class Places = in_a_row>
    constexpr void add_outer(Scalar skipped, Scalar const* x, Scalar const* d) {
        [[maybe_unused]] Scalar xi{};
        values row;
        row = values{d[Lane]...};
        rows[Rows] = rows[Rows] + row;
        for (std::size_t i = 0; i < whole; i += unrolled_row_count)
            unrolled::add_outer(skipped, x + i, row, rows + i);
        (CTNN_CHANGE_ROW(x[Places::template place<whole + Last>], rows[whole + Last], +, , row),
         ...);
        if constexpr (left > 0)
            rest.template add_outer<Places>(skipped, x, d + size);
    }

    // The rule's step (kernel/descent.hpp) along the derivatives x^T d, of the biases along d.
    template <class Rule, class... Memory>
    constexpr void update_outer(Rule const& rule, Scalar const* x, Scalar const* d,
                                Memory&... memory) {
        values row;
        row = values{d[Lane]...};
        values const none{};
        row = row + none; // a -0 becomes 0, as it does where it is added to a gradient
        auto const wide_rule = rule.template widened<values>();
        wide_rule(rows[Rows], row, memory.rows[Rows]...);
        for (std::size_t i = 0; i < Rows; ++i)
            wide_rule(rows[i], values(x[i] * row + none), memory.rows[i]...);
        if constexpr (left > 0)
            rest.update_outer(rule, x, d + size, memory.rest...);
    }
    // The same along N.
    template <class Rule, class... Memory>
    constexpr void update_by(Rule const& rule, wide_rows const& n, Memory&... memory) {
        if constexpr (is_descent<Rule>) {
            for (std::size_t i = 0; i <= Rows; ++i)
                rows[i] -= rule.rate * n.rows[i];
        } else {
            auto const wide_rule = rule.template widened<values>();
            for (std::size_t i = 0; i <= Rows; ++i)
                wide_rule(rows[i], n.rows[i], memory.rows[i]...);
        }
        if constexpr (left > 0)
            rest.update_by(rule, n.rest, memory.rest...);
    }

    // y = d M: the rows are scaled and added in the order of kernel/sum.hpp.
    constexpr void sum_scaled(Scalar const* d, Scalar* y) const {
        values total;
        sum_from<0>(d, total);
        write(total, y);
        if constexpr (left > 0)
            rest.sum_scaled(d, y + size);
    }

    // y = d M^T, for as few columns as are added in their order.
    constexpr void dot_rows(Scalar const* d, Scalar* y) const requires(Columns <= 3) {
        values row;
        row = values{d[Lane]...};
        for (std::size_t i = 0; i < Rows; ++i) {
            values const p = row * rows[i];
            if constexpr (size == 1)
                y[i] = CTNN_LANE(p, 0, x);
            else if constexpr (size == 2)
                y[i] = CTNN_LANE(p, 0, x) + CTNN_LANE(p, 1, y);
            else
                y[i] = (CTNN_LANE(p, 0, x) + CTNN_LANE(p, 1, y)) + CTNN_LANE(p, 2, z);
        }
    }

private:
    static constexpr std::size_t whole = Rows / unrolled_row_count * unrolled_row_count;
    using unrolled = detail::unrolled_rows<std::make_index_sequence<unrolled_row_count>>;
    // To look for zeros is not worth it in a small layer after another one.
    static constexpr bool skips = Rows >= 8;

    static constexpr void write(values const& from, Scalar* to) {
#if defined(__clang__)
        unpack<Scalar, lanes, size>(from, to);
#else
        ((to[Lane] = from[Lane]), ...);
#endif
    }

    template <std::size_t First>
    constexpr void sum_from(Scalar const* d, values& total) const {
        constexpr std::size_t left_rows = Rows - First;
        constexpr std::size_t columns = kernel::columns_of_sum<left_rows>;
        constexpr std::size_t end = left_rows / columns * columns;
        Scalar const* const ds = d + First;
        if constexpr (columns == 1) {
            Scalar const d0 = ds[0];
            total = d0 * rows[First];
        } else if constexpr (columns == 2) {
            Scalar const d0 = ds[0], d1 = ds[1];
            total = d0 * rows[First] + d1 * rows[First + 1];
        } else if constexpr (columns == 4) {
            Scalar const d0 = ds[0], d1 = ds[1], d2 = ds[2], d3 = ds[3];
            total = (d0 * rows[First] + d2 * rows[First + 2]) +
                    (d1 * rows[First + 1] + d3 * rows[First + 3]);
        } else {
            values s[8];
            for (std::size_t j = 0; j < end; ++j) {
                Scalar const dj = ds[j];
                s[j % 8] = j < 8 ? dj * rows[First + j] : s[j % 8] + dj * rows[First + j];
            }
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
struct wide_rows<Scalar, 0, 0, std::index_sequence<>, std::index_sequence<>> {};

#undef CTNN_CHANGE_ROW
#undef CTNN_LANE

} // namespace ctnn::kernel
