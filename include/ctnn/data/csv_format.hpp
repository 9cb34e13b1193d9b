#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/text/text_view.hpp>

namespace ctnn {

/// How a CSV text is to be read: what separates its fields, and which of them is the target.
///
/// The inputs are all columns that are not the target, in their order. With `one_hot` the target is
/// one column, a class: one of the names in `classes`, or, where no names are given, its number
/// from 0 on. Otherwise the target has a column for each output, which hold the numbers themselves.
/// A network with one output has a number as its target in both cases, or two names, for 0 and 1.
///
/// Shape:    target_column: from 0; the first one, if there are several. classes: the names in the
///           order of the outputs, written as a line of the file: "setosa,versicolor,virginica".
///           infinity_and_nan: for scalars that have them.
/// Errors:   what cannot be meant is a problem that reading reports: a target column beyond the row, names
///           that do not fit the outputs or are given twice, a separator, quote and decimal mark that are
///           not three characters.
/// Source:   RFC 4180 (quoting).
/// Example:  tests/data/csv.cpp
struct csv_format {
    static constexpr std::size_t last_column = static_cast<std::size_t>(-1);

    bool header = true; // the first row names the columns
    char separator = ',';
    char quote = '"';
    bool one_hot = true;
    std::size_t target_column = last_column;
    text_view classes{};
    bool infinity_and_nan = false; // they may stand in the file, and large numbers become infinite
    char decimal = '.';            // the decimal mark: '.' or ','
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
