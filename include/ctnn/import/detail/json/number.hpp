#pragma once

#include <cstddef>
#include <ctnn/data/detail/parse_number.hpp>
#include <ctnn/text/detail/decimal.hpp>
#include <ctnn/text/text_view.hpp>
#include <limits>

namespace ctnn::detail {

constexpr bool begins_json_number(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == 'N' || c == 'I';
}

// Goes past a word, if it is there.
constexpr bool take_json_word(char const* text, std::size_t& place, std::size_t end,
                              text_view word) {
    if (word.size() > end - place)
        return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (text[place + i] != word[i])
            return false;
    place += word.size();
    return true;
}

// The number at a place, which moves past it. Python writes NaN and Infinity, which are read so that
// what they belong to can be named. Adds to work what it costs an evaluator.
constexpr bool read_json_number(char const* text, std::size_t& place, std::size_t end,
                                double& number, std::size_t& work) {
    std::size_t const first = place;
    bool const is_negative = place < end && text[place] == '-';
    place += is_negative;
    using limits = std::numeric_limits<double>;
    if (take_json_word(text, place, end, "NaN")) {
        number = limits::quiet_NaN();
        return true;
    }
    if (take_json_word(text, place, end, "Infinity")) {
        number = is_negative ? -limits::infinity() : limits::infinity();
        return true;
    }
    std::size_t const digits = place;
    while (place < end && is_in_numbers(text[place]))
        ++place;
    decimal found;
    if (digits == place || !scan_decimal(text + digits, text + place, found)) {
        place = first;
        return false;
    }
    number = nearest<double>(found, work);
    number = is_negative ? -number : number;
    return true;
}

} // namespace ctnn::detail
