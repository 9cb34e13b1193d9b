#pragma once

#include <cstddef>
#include <ctnn/data/csv_format.hpp>
#include <ctnn/data/csv_problem.hpp>
#include <ctnn/data/text_view.hpp>
#include <ctnn/detail/csv_field.hpp>
#include <ctnn/detail/csv_layout.hpp>
#include <ctnn/detail/csv_row.hpp>
#include <ctnn/detail/parse_number.hpp>

// A header says nothing that samples need, but it tells where the data begins: where it is not what it should be, rows of
// data would vanish.

namespace ctnn::detail {

// Whether the field could stand there in a row of data.
constexpr bool is_data(csv_field const& field, std::size_t column, csv_format const& format,
                       csv_layout const& layout) {
    if (layout.is_class_name(column) && find_class(format, field) < layout.classes())
        return true;
    double value = 0;
    std::size_t work = 0;
    auto const kind = parse_number(field.text, false, format.decimal, value, work);
    return kind == csv_problem::kinds::none || kind == csv_problem::kinds::number_is_too_large;
}

// Whether a line, whatever quotes are in it, has the columns of a row, all of them data.
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
        while (first != last && is_around(*first))
            ++first;
        while (first != last && is_around(last[-1]))
            --last;
        csv_field const field{{first, static_cast<std::size_t>(last - first)}};
        if (!is_data(field, column, format, layout))
            return false;
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
    text_view first{};
    bool all_are_data = true;
    for (;; ++place, ++column) {
        csv_field const field = next_field(place, end, format);
        if (field.problem != kinds::none)
            return {field.problem, row, column + 1, field.text};
        if (swallows_data(field, end, format, layout))
            return {kinds::quote_is_not_closed, row, column + 1, field.text};
        all_are_data = all_are_data && is_data(field, column, format, layout);
        if (column == 0)
            first = field.text;
        if (column == layout.columns)
            of_columns = {kinds::row_has_too_many_columns, row, column + 1, field.text};
        if (csv_row_ends(place, end))
            break;
    }
    if (all_are_data)
        return {kinds::header_is_a_row_of_data, row, 1, first};
    if (column + 1 < layout.columns)
        of_columns = {kinds::row_has_too_few_columns, row, column + 2, {}};
    return of_columns;
}

} // namespace ctnn::detail
