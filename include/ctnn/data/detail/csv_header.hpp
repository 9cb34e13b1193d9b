#pragma once

#include <cstddef>
#include <ctnn/data/csv_format.hpp>
#include <ctnn/data/csv_problem.hpp>
#include <ctnn/data/detail/csv_field.hpp>
#include <ctnn/data/detail/csv_layout.hpp>
#include <ctnn/data/detail/csv_row.hpp>
#include <ctnn/data/detail/parse_number.hpp>
#include <ctnn/text/text_view.hpp>

// A header says nothing that samples need, but it tells where the data begins: where it is not what it should be, rows of
// data would vanish.

namespace ctnn::detail {

constexpr bool is_number(csv_field const& field, char decimal, bool infinity_and_nan) {
    double value = 0;
    std::size_t work = 0;
    auto const kind = parse_number(field.text, infinity_and_nan, decimal, value, work);
    return kind == csv_problem::kinds::none || kind == csv_problem::kinds::number_is_too_large;
}

// Whether the field is a finite number and in the column of an input: names are seldom that.
constexpr bool is_input(csv_field const& field, std::size_t column, csv_format const& format,
                        csv_layout const& layout) {
    return layout.is_input(column) && is_number(field, format.decimal, false);
}

// Whether the field could stand there in a row of data.
constexpr bool is_data(csv_field const& field, std::size_t column, csv_format const& format,
                       csv_layout const& layout) {
    if (layout.is_class_name(column) && find_class(format, field) < layout.classes())
        return true;
    return is_number(field, format.decimal, format.infinity_and_nan);
}

// Whether quotes around numbers are no sign of names: the row after the header has them too, or there is none.
constexpr bool quotes_numbers(char const* place, char const* end, csv_format const& format,
                              csv_layout const& layout) {
    std::size_t row = 0;
    place = skip_line_break(place, end);
    skip_blank_rows(place, end, format.separator, row);
    if (place == end)
        return true;
    for (std::size_t column = 0;; ++place, ++column) {
        csv_field const field = next_field(place, end, format);
        if (field.quoted && is_input(field, column, format, layout))
            return true;
        if (csv_row_ends(place, end))
            return false;
    }
}

// Whether a line within quotes, which may close in it, has the columns of a row, all of them data.
constexpr bool is_line_of_data(char const* line, char const* end, csv_format const& format,
                               csv_layout const& layout) {
    std::size_t column = 0;
    for (char const* p = line;; ++p, ++column) {
        auto const is_around = [&](char c) {
            return c == format.quote || c == '\r' || is_csv_space(c, format.separator);
        };
        char const* first = p;
        while (p != end && *p != format.separator && *p != '\n')
            ++p;
        char const* last = p;
        bool quoted = false;
        for (; first != last && is_around(*first); ++first)
            quoted = quoted || *first == format.quote;
        while (first != last && is_around(last[-1]))
            --last;
        csv_field const field{{first, static_cast<std::size_t>(last - first)}};
        if (!is_data(field, column, format, layout) || (quoted && !layout.is_class_name(column)))
            return false; // the quotes closed before it: it is the next name
        if (p == end || *p == '\n')
            return column + 1 == layout.columns;
    }
}

// Whether quotes that began in the header end only after rows of data.
constexpr bool swallows_data(csv_field const& field, char const* end, csv_format const& format,
                             csv_layout const& layout) {
    if (field.quoted)
        for (char const& c : field.text)
            if (c == '\n' && is_line_of_data(&c + 1, end, format, layout))
                return true;
    return false;
}

constexpr csv_problem header_problem(text_view const& text, csv_format const& format,
                                     csv_layout const& layout) {
    using kinds = csv_problem::kinds;
    if (text.size() >= 2 &&
        ((text[0] == '\xff' && text[1] == '\xfe') || (text[0] == '\xfe' && text[1] == '\xff')))
        return {kinds::text_is_in_utf_16, 1, 1, {}};
    if (!format.header)
        return {};
    char const* place = skip_byte_order_mark(text);
    char const* const end = text.end();
    std::size_t row = 1, column = 0;
    skip_blank_rows(place, end, format.separator, row);
    if (place == end)
        return {};
    csv_problem of_columns;
    csv_problem bare, quoted; // the first number among the inputs without quotes, and with them
    text_view first{};
    bool all_are_data = true;
    for (;; ++place, ++column) {
        csv_field const field = next_field(place, end, format);
        if (field.problem != kinds::none)
            return {field.problem, row, column + 1, field.text};
        if (swallows_data(field, end, format, layout))
            return {kinds::quote_is_not_closed, row, column + 1, field.text};
        all_are_data = all_are_data && is_data(field, column, format, layout);
        csv_problem& number = field.quoted ? quoted : bare;
        if (number.kind == kinds::none && is_input(field, column, format, layout))
            number = {kinds::header_is_a_row_of_data, row, column + 1, field.text};
        if (column == 0)
            first = field.text;
        if (column == layout.columns)
            of_columns = {kinds::row_has_too_many_columns, row, column + 1, field.text};
        if (csv_row_ends(place, end))
            break;
    }
    if (bare.kind == kinds::none && quoted.kind != kinds::none) {
        if (quotes_numbers(place, end, format, layout))
            bare = quoted;
        else
            all_are_data = false;
    }
    if (all_are_data)
        return {kinds::header_is_a_row_of_data, row, 1, first};
    if (bare.kind != kinds::none)
        return bare;
    if (column + 1 < layout.columns)
        of_columns = {kinds::row_has_too_few_columns, row, column + 2, {}};
    return of_columns;
}

} // namespace ctnn::detail
