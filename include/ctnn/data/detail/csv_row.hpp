#pragma once

#include <cstddef>
#include <ctnn/data/csv_format.hpp>
#include <ctnn/data/detail/find_byte.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// Where a row of the text begins; row numbers are from 1.
struct csv_place {
    std::size_t position = 0;
    std::size_t row = 1;
};

constexpr bool is_csv_space(char c, char separator) {
    return (c == ' ' || c == '\t') && c != separator;
}

constexpr bool csv_row_ends(char const* p, char const* end) {
    return p == end || *p == '\n' || (*p == '\r' && (p + 1 == end || p[1] == '\n'));
}

// After the line break that p is at, if it is at one.
constexpr char const* skip_line_break(char const* p, char const* end) {
    if (p != end && *p == '\r')
        ++p;
    return p != end && *p == '\n' ? p + 1 : p;
}

// After a byte order mark, which is not part of the first field.
constexpr char const* skip_byte_order_mark(text_view const& text) {
    bool const is_there =
        text.size() >= 3 && text[0] == '\xef' && text[1] == '\xbb' && text[2] == '\xbf';
    return text.begin() + (is_there ? 3 : 0);
}

// Goes past rows that have nothing but spaces in them.
constexpr void skip_blank_rows(char const*& place, char const* end, char separator,
                               std::size_t& row) {
    while (place != end) {
        char const* p = place;
        while (p != end && is_csv_space(*p, separator))
            ++p;
        if (!csv_row_ends(p, end))
            return;
        place = skip_line_break(p, end);
        ++row;
    }
}

// Goes from row to row without a look at their fields. Line breaks within quotes end no row: where
// quotes are doubled within a field, they are an even number too.
class csv_rows_walk {
public:
    // In steps of clang, plain numbers cost 8 a byte, but names, quotes and many digits more.
    static constexpr std::size_t cost_of_byte = 16;
    static constexpr std::size_t cost_of_row = 200;
    static constexpr std::size_t cost_of_quotes = 100;

    constexpr csv_rows_walk(text_view const& text, csv_format const& format)
        : begin_{text.begin()}, place_{skip_byte_order_mark(text)}, end_{text.end()},
          separator_{format.separator}, quote_{format.quote}, is_plain_literal_{
                                                                  text.is_plain_literal()} {
        quote_place_ = find(place_, quote_);
        if (format.header)
            skip(1);
    }

    // Goes past rows until there is none, or so many are passed, or reading them would cost so
    // much; gives their number. Blank rows do not count, and those after the last one that counts
    // are passed too.
    constexpr std::size_t skip(std::size_t rows, std::size_t cost = static_cast<std::size_t>(-1)) {
        char const* place = place_;
        std::size_t row = row_;
        std::size_t count = 0;
        std::size_t quoted = 0;
        for (;; ++count, ++row) {
            if (place != end_ && *place <= ' ') // a blank row, perhaps
                skip_blank_rows(place, end_, separator_, row);
            if (place == end_ || count == rows ||
                count * cost_of_row + quoted * cost_of_quotes +
                        static_cast<std::size_t>(place - place_) * cost_of_byte >=
                    cost)
                break;
            char const* line_break = find_byte(place, end_, '\n', is_plain_literal_);
            if (quote_place_ < line_break)
                quoted += pass_quotes(line_break);
            place = line_break == end_ ? end_ : line_break + 1;
        }
        place_ = place;
        row_ = row;
        return count;
    }

    constexpr bool at_end() const { return place_ == end_; }

    constexpr csv_place place() const { return {static_cast<std::size_t>(place_ - begin_), row_}; }

private:
    constexpr char const* find(char const* from, char byte) const {
        return find_byte(from, end_, byte, is_plain_literal_);
    }

    constexpr std::size_t pass_quotes(char const*& line_break) {
        std::size_t pairs = 0;
        while (quote_place_ < line_break) {
            char const* const close = find(quote_place_ + 1, quote_);
            if (close > line_break)
                line_break = find(close, '\n');
            quote_place_ = close == end_ ? end_ : find(close + 1, quote_);
            ++pairs;
        }
        return pairs;
    }

    char const* begin_;
    char const* place_;
    char const* end_;
    char const* quote_place_ = nullptr;
    char separator_;
    char quote_;
    bool is_plain_literal_;
    std::size_t row_ = 1;
};

} // namespace ctnn::detail
