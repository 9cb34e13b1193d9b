#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/data/csv_format.hpp>
#include <ctnn/data/detail/csv_row.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn {

/// The number of rows of data in a CSV text, for the size of the array that is to hold them:
/// `ctnn::csv<float, 4, 3, ctnn::csv_rows(iris_csv)>(iris_csv)`. Neither the header nor rows with
/// nothing but spaces count, nor line breaks within quotes.
///
/// Shape:    a text and its format to a number of rows.
/// Cost:     one pass over the text; at compile time little for each row, if the text is a literal.
/// Errors:   none; a text whose quotes are wrong may have another number, and reading it says so.
/// Example:  tests/data/csv_rows.cpp
constexpr std::size_t csv_rows(text_view const& text, csv_format const& format = {}) {
    return detail::csv_rows_walk(text, format).skip(text.size());
}

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
