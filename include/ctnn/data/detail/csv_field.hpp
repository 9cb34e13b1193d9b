#pragma once

#include <cstddef>
#include <ctnn/data/csv_problem.hpp>
#include <ctnn/data/detail/csv_row.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// A field without the spaces around it and without its quotes; within, quotes are still doubled.
struct csv_field {
    text_view text{};
    bool quoted = false;
    csv_problem::kinds problem = csv_problem::kinds::none;
};

// Reads a field and leaves place after it, at the separator or the end of the row.
constexpr csv_field next_field(char const*& place, char const* end, csv_format const& format) {
    char const separator = format.separator;
    char const quote = format.quote;
    auto const between = [](char const* first, char const* last) {
        return text_view{first, static_cast<std::size_t>(last - first)};
    };
    char const* p = place;
    while (p != end && is_csv_space(*p, separator))
        ++p;
    char const* first = p;
    csv_field field;
    if (p != end && *p == quote) {
        field.quoted = true;
        first = ++p;
        while (p != end && (*p != quote || (p + 1 != end && p[1] == quote)))
            p += *p == quote ? 2 : 1;
        field.text = between(first, p);
        if (p == end)
            field.problem = csv_problem::kinds::quote_is_not_closed;
        else
            ++p;
        while (p != end && is_csv_space(*p, separator))
            ++p;
        if (!csv_row_ends(p, end) && *p != separator)
            field.problem = *p == '\r' ? csv_problem::kinds::carriage_return_is_alone
                                       : csv_problem::kinds::quote_is_inside_a_field;
    } else {
        while (p != end && *p != separator && *p != '\n' && (*p != '\r' || !csv_row_ends(p, end))) {
            if (*p == quote)
                field.problem = csv_problem::kinds::quote_is_inside_a_field;
            else if (*p == '\r')
                field.problem = csv_problem::kinds::carriage_return_is_alone;
            ++p;
        }
        char const* last = p;
        while (last != first && is_csv_space(last[-1], separator))
            --last;
        field.text = between(first, last);
    }
    place = p;
    return field;
}

// Do two fields say the same, when each doubled quote is one?
constexpr bool same_text(csv_field const& left, csv_field const& right, char quote) {
    char const* a = left.text.begin();
    char const* b = right.text.begin();
    while (a != left.text.end() && b != right.text.end()) {
        if (*a != *b)
            return false;
        a += left.quoted && *a == quote ? 2 : 1;
        b += right.quoted && *b == quote ? 2 : 1;
    }
    return a == left.text.end() && b == right.text.end();
}

} // namespace ctnn::detail
