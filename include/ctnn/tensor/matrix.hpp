#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <type_traits>
#include <utility>

namespace ctnn {
namespace detail {

// One row of a matrix, in place. A pointer would do for m[i][j]; the size makes it a range.
template <class Scalar, std::size_t Columns>
struct matrix_row {
    Scalar* first;

    constexpr Scalar& operator[](std::size_t column) const { return first[column]; }
    constexpr Scalar* begin() const { return first; }
    constexpr Scalar* end() const { return first + Columns; }
    static constexpr std::size_t size() { return Columns; }
};

// To take references, repeat `T const&`: adding const& to what is repeated takes g++ time that grows with
// the square of the count, 23 s for 20,000 rows.
template <std::size_t, class T>
using repeated = T;

// Numbers where rows of them are wanted.
template <class Scalar, class... T>
concept are_numbers = sizeof...(T) > 0 && [] {
    bool const each[]{(std::is_arithmetic_v<T> || std::is_same_v<T, Scalar>)..., true};
    bool all = true;
    for (bool const one : each)
        all = all && one;
    return all;
}();

// The first row that is not as long as it has to be; their number where all are.
template <std::size_t Columns, std::size_t... Sizes>
constexpr std::size_t first_bad_row() {
    std::size_t const sizes[] = {Sizes..., 0};
    std::size_t row = 0;
    while (row < sizeof...(Sizes) && sizes[row] == Columns)
        ++row;
    return row;
}

template <std::size_t Row, std::size_t... Sizes>
constexpr std::size_t size_of_row() {
    std::size_t const sizes[] = {Sizes..., 0};
    return sizes[Row];
}

template <std::size_t Rows, std::size_t Columns, std::size_t... Sizes>
constexpr auto rows_diagnosis() {
    constexpr std::size_t bad = first_bad_row<Columns, Sizes...>();
    if constexpr (sizeof...(Sizes) != Rows)
        return typename error::matrix_with_rows<sizeof...(Sizes)>::template but_needs<Rows>{};
    else if constexpr (bad < Rows)
        return typename error::row_of_a_matrix<bad>::template has_size<
            size_of_row<bad, Sizes...>()>::template but_needs_size<Columns>{};
    else
        return error::none{};
}

template <class Scalar, std::size_t Columns, class RowIndices>
struct matrix_of_rows;

// The row indices are a pack so that a constructor can take exactly one array a row: this lets a
// matrix be written as nested braces on every compiler.
template <class Scalar, std::size_t Columns, std::size_t... Row>
struct matrix_of_rows<Scalar, Columns, std::index_sequence<Row...>> {
    std::array<Scalar, sizeof...(Row) * Columns> values{};

    constexpr matrix_of_rows() = default;

    constexpr matrix_of_rows(repeated<Row, std::array<Scalar, Columns> const&>... rows) requires(
        sizeof...(Row) > 0) {
        // (No fold: clang nests none of more than 256 operands.)
        std::array<Scalar, Columns> const* const each[]{&rows...};
        Scalar* to = values.data();
        for (auto const* const row : each)
            for (Scalar const& value : *row)
                *to++ = value;
    }

    // Chosen only for braces of another shape, which std::array would fill up with zeros.
    template <std::size_t... Sizes,
              class Diagnosis = decltype(rows_diagnosis<sizeof...(Row), Columns, Sizes...>())>
        requires(sizeof...(Sizes) > 0 && !is_none<Diagnosis>)
    constexpr matrix_of_rows(Scalar const (&... rows)[Sizes]) = delete;

    template <class... Numbers,
              class Diagnosis = typename error::matrix_gets_numbers_without_rows<sizeof...(
                  Numbers)>::template but_needs_shape<sizeof...(Row), Columns>::each_row_in_braces>
        requires(sizeof...(Row) > 1 && are_numbers<Scalar, Numbers...>) // one row is a row
    constexpr matrix_of_rows(Numbers const&...) = delete;

    constexpr matrix_row<Scalar, Columns> operator[](std::size_t row) {
        return {values.data() + row * Columns};
    }
    constexpr matrix_row<Scalar const, Columns> operator[](std::size_t row) const {
        return {values.data() + row * Columns};
    }
    static constexpr std::size_t size() { return sizeof...(Row); }

    friend constexpr bool operator==(matrix_of_rows const&, matrix_of_rows const&) = default;
};

} // namespace detail

/// A matrix of fixed shape, written as nested braces like a numpy literal: {{1, 2, 3}, {4, 5, 6}}.
/// Its elements are `m[row][column]`; `m.values` is the same block as one array, row after row.
///
/// Shape:    Rows x Columns.
/// Cost:     Rows * Columns * sizeof(Scalar) bytes, no padding; trivially copyable and structural.
/// Errors:   braces of another shape do not compile, and the message names the row and both sizes.
/// Example:  tests/tensor/matrix.cpp
template <class Scalar, std::size_t Rows, std::size_t Columns>
struct matrix : detail::matrix_of_rows<Scalar, Columns, std::make_index_sequence<Rows>> {
    using detail::matrix_of_rows<Scalar, Columns, std::make_index_sequence<Rows>>::matrix_of_rows;

    friend constexpr bool operator==(matrix const&, matrix const&) = default;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
