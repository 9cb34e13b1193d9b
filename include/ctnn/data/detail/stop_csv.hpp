#pragma once

#include <ctnn/data/csv_problem.hpp>

// In a constant a problem must end the build, and the build must say which and where. Clang names
// the calls that led to a function that is not constexpr, with the values of their arguments. g++
// shows arguments as they are written, but the values of a shift that makes no sense:
// (row << -column).

namespace ctnn::error {

inline void this_ends_the_build() {}

// Templates because an ordinary constexpr function must have a constant result for some argument.
template <class Number>
constexpr void row_and_column_are([[maybe_unused]] Number row, [[maybe_unused]] Number column) {
#if defined(__clang__)
    this_ends_the_build();
#else
    [[maybe_unused]] Number const nonsense = row << (column == 0 ? -1 : -column);
#endif
}

template <class Number>
constexpr void the_text_has_no_rows_of_data(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void the_row_has_too_few_columns(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void the_row_has_too_many_columns(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void the_field_is_empty(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void the_field_is_not_a_number(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void the_number_is_infinite_or_a_nan(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void the_number_is_too_large(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void the_field_is_not_one_of_the_classes(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void the_quote_is_not_closed(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void a_quote_is_inside_of_a_field_without_quotes(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void the_target_column_is_beyond_the_row(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void the_number_of_class_names_does_not_fit_the_outputs(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void there_are_more_rows_than_the_array_can_hold(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void a_carriage_return_has_no_line_feed_after_it(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void the_first_row_should_be_the_header_but_holds_data(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void a_class_is_named_twice(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void
separator_quote_and_decimal_mark_must_differ_and_the_mark_is_a_point_or_a_comma(Number row,
                                                                                Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void the_text_is_in_utf_16_not_in_utf_8(Number row, Number column) {
    row_and_column_are(row, column);
}

template <class Number>
constexpr void stop_csv(csv_problem const& problem, Number row, Number column) {
    using kinds = csv_problem::kinds;
    switch (problem.kind) {
    case kinds::none:
        break;
    case kinds::text_has_no_rows:
        return the_text_has_no_rows_of_data(row, column);
    case kinds::row_has_too_few_columns:
        return the_row_has_too_few_columns(row, column);
    case kinds::row_has_too_many_columns:
        return the_row_has_too_many_columns(row, column);
    case kinds::field_is_empty:
        return the_field_is_empty(row, column);
    case kinds::field_is_not_a_number:
        return the_field_is_not_a_number(row, column);
    case kinds::number_is_not_finite:
        return the_number_is_infinite_or_a_nan(row, column);
    case kinds::number_is_too_large:
        return the_number_is_too_large(row, column);
    case kinds::class_is_unknown:
        return the_field_is_not_one_of_the_classes(row, column);
    case kinds::quote_is_not_closed:
        return the_quote_is_not_closed(row, column);
    case kinds::quote_is_inside_a_field:
        return a_quote_is_inside_of_a_field_without_quotes(row, column);
    case kinds::target_column_is_beyond_the_row:
        return the_target_column_is_beyond_the_row(row, column);
    case kinds::classes_do_not_fit_the_outputs:
        return the_number_of_class_names_does_not_fit_the_outputs(row, column);
    case kinds::carriage_return_is_alone:
        return a_carriage_return_has_no_line_feed_after_it(row, column);
    case kinds::header_is_a_row_of_data:
        return the_first_row_should_be_the_header_but_holds_data(row, column);
    case kinds::class_is_named_twice:
        return a_class_is_named_twice(row, column);
    case kinds::characters_of_the_format_clash:
        return separator_quote_and_decimal_mark_must_differ_and_the_mark_is_a_point_or_a_comma(
            row, column);
    case kinds::text_is_in_utf_16:
        return the_text_is_in_utf_16_not_in_utf_8(row, column);
    case kinds::rows_do_not_fit_the_array:
        return there_are_more_rows_than_the_array_can_hold(row, column);
    }
}

} // namespace ctnn::error
