#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/text/text.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn {

/// What is wrong in a CSV text, and where.
///
/// Shape:    kind; row and column: from 1, as a spreadsheet shows them, the header being a row and
///           a line break within quotes being none; row 0 is the format's list of classes; found: the
///           field, a piece of the text.
/// Cost:     a few words.
/// Errors:   this is one; kind is `none` where there is none.
/// Example:  tests/data/csv_problem.cpp
struct csv_problem {
    enum class kinds : unsigned char {
        none,
        text_has_no_rows,
        row_has_too_few_columns,
        row_has_too_many_columns,
        field_is_empty,
        field_is_not_a_number,
        number_is_not_finite,
        number_is_too_large,
        class_is_unknown,
        quote_is_not_closed,
        quote_is_inside_a_field,
        target_column_is_beyond_the_row,
        classes_do_not_fit_the_outputs,
        characters_of_the_format_clash,
        class_is_named_twice,
        header_is_a_row_of_data,
        carriage_return_is_alone,
        text_is_in_utf_16,
        rows_do_not_fit_the_array,
    };

    kinds kind = kinds::none;
    std::size_t row = 0;
    std::size_t column = 0;
    text_view found{};

    /// The problem as a sentence.
    constexpr text message() const {
        switch (kind) {
        case kinds::none:
            return text("the text has no problem");
        case kinds::text_has_no_rows:
            return text("the text has no rows of data");
        case kinds::row_has_too_few_columns:
            return text("the row has too few columns");
        case kinds::row_has_too_many_columns:
            return text("the row has too many columns");
        case kinds::field_is_empty:
            return text("the field is empty");
        case kinds::field_is_not_a_number:
            return text("the field is not a number");
        case kinds::number_is_not_finite:
            return text("the number is infinite or a NaN");
        case kinds::number_is_too_large:
            return text("the number is too large");
        case kinds::class_is_unknown:
            return text("the field is not one of the classes");
        case kinds::quote_is_not_closed:
            return text("the quote is not closed");
        case kinds::quote_is_inside_a_field:
            return text("a quote is inside of a field that does not begin and end with one");
        case kinds::target_column_is_beyond_the_row:
            return text("the target column is beyond the row");
        case kinds::classes_do_not_fit_the_outputs:
            return text("the number of class names does not fit the outputs");
        case kinds::characters_of_the_format_clash:
            return text(
                "separator, quote and decimal mark must differ; the mark is a point or a comma");
        case kinds::class_is_named_twice:
            return text("a class is named twice");
        case kinds::header_is_a_row_of_data:
            return text("the first row should be the header, but it holds data");
        case kinds::carriage_return_is_alone:
            return text("a carriage return has no line feed after it");
        case kinds::text_is_in_utf_16:
            return text("the text is in UTF-16, not in UTF-8");
        case kinds::rows_do_not_fit_the_array:
            return text("there are more rows than the array can hold");
        }
        return text("unknown");
    }

    friend constexpr bool operator==(csv_problem const&, csv_problem const&) = default;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
