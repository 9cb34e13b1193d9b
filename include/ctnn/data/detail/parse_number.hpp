#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/data/csv_problem.hpp>
#include <ctnn/text/detail/decimal.hpp>
#include <ctnn/text/text_view.hpp>
#include <limits>

namespace ctnn::detail {

// `word` in small letters, the text in any.
constexpr bool is_word(char const* p, char const* end, text_view const& word) {
    if (static_cast<std::size_t>(end - p) != word.size())
        return false;
    for (char const letter : word) {
        if (*p != letter && *p != letter - 'a' + 'A')
            return false;
        ++p;
    }
    return true;
}

// The number that a field says: kinds::none, or why it says none. Adds to work what it costs an
// evaluator.
template <class T>
constexpr csv_problem::kinds parse_number(text_view const& text, bool infinity_and_nan, char point,
                                          T& value, std::size_t& work) {
    using kinds = csv_problem::kinds;
    using limits = std::numeric_limits<T>;
    char const* p = text.begin();
    char const* end = text.end();
    while (p != end && (*p == ' ' || *p == '\t')) // within quotes
        ++p;
    while (p != end && (end[-1] == ' ' || end[-1] == '\t'))
        --end;
    if (p == end)
        return kinds::field_is_empty;
    bool const negative = *p == '-';
    if (negative || *p == '+')
        ++p;
    decimal number;
    kinds kind = kinds::number_is_not_finite;
    if (is_word(p, end, "inf") || is_word(p, end, "infinity")) {
        value = limits::infinity();
    } else if (is_word(p, end, "nan")) {
        value = limits::quiet_NaN();
    } else if (!scan_decimal(p, end, number, point)) {
        return kinds::field_is_not_a_number;
    } else {
        value = nearest<T>(number, work);
        kind = value > (limits::max)() ? kinds::number_is_too_large : kinds::none;
    }
    if (negative)
        value = -value;
    return infinity_and_nan ? kinds::none : kind;
}

// May the character be a part of the following? (Where the mark is a comma, the separator is another one.)
constexpr bool is_in_numbers(char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
}

// A number as most files write it, with the separator after it: spaces, a sign, up to 19 digits, a
// point, an exponent. If it is another one, place stays and the answer is false.
template <class T>
constexpr bool read_plain_number(char const*& place, char separator, char mark, T& to,
                                 std::size_t& work) {
    char const* const text = place;
    std::size_t i = 0; // an index costs evaluators less than a pointer
    while (text[i] == ' ' && separator != ' ')
        ++i;
    bool const negative = text[i] == '-';
    std::size_t const first = negative ? ++i : i;
    std::uint64_t digits = static_cast<unsigned>(text[i]) - '0';
    if (digits > 9)
        return false;
    unsigned digit = 0;
    while ((digit = static_cast<unsigned>(text[++i]) - '0') <= 9)
        digits = digits * 10 + digit;
    std::int64_t exponent = 0;
    std::size_t length = i - first;
    if (text[i] == mark) {
        std::size_t const point = i;
        while ((digit = static_cast<unsigned>(text[++i]) - '0') <= 9)
            digits = digits * 10 + digit;
        exponent = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(i) + 1;
        length = i - first - 1;
    }
    if (length > 19)
        return false;
    if (text[i] == 'e' || text[i] == 'E') {
        bool const is_negative = text[++i] == '-';
        if (is_negative || text[i] == '+')
            ++i;
        unsigned power = static_cast<unsigned>(text[i]) - '0';
        if (power > 9)
            return false;
        while ((digit = static_cast<unsigned>(text[++i]) - '0') <= 9 && power < 1000)
            power = power * 10 + digit;
        exponent += is_negative ? -static_cast<std::int64_t>(power) : std::int64_t{power};
    }
    while (text[i] == ' ' && separator != ' ')
        ++i;
    if (text[i] == '\r' && separator == '\n')
        ++i;
    if (text[i] != separator)
        return false;
    T value = 0;
    if (!scale_quickly(digits, exponent, value)) {
        decimal number{.digits = digits, .exponent = exponent};
        for (std::uint64_t rest = digits; rest != 0; rest /= 10)
            ++number.count;
        value = nearest<T>(number, work);
        if (value > (std::numeric_limits<T>::max)())
            return false;
    }
    to = negative ? -value : value;
    place = text + i + 1;
    return true;
}

// Reads as many as there are, at most count; returns how many. There must be a line break ahead, which
// stops each of the loops: that makes this cheap at compile time. Integers of up to three digits, as in
// images, are cheaper still.
template <class T>
constexpr std::size_t read_plain_numbers(char const*& place, char separator, char mark, T* to,
                                         std::size_t count, std::size_t& work) {
    char const* p = place;
    std::size_t done = 0;
    for (; done != count; ++done) {
        unsigned const first = static_cast<unsigned>(p[0]) - '0';
        if (first <= 9) {
            if (p[1] == separator) {
                to[done] = static_cast<T>(first);
                p += 2;
                continue;
            }
            unsigned const second = static_cast<unsigned>(p[1]) - '0';
            if (second <= 9) {
                if (p[2] == separator) {
                    to[done] = static_cast<T>(first * 10 + second);
                    p += 3;
                    continue;
                }
                unsigned const third = static_cast<unsigned>(p[2]) - '0';
                if (third <= 9 && p[3] == separator) {
                    to[done] = static_cast<T>(first * 100 + second * 10 + third);
                    p += 4;
                    continue;
                }
            }
        }
        if (!read_plain_number(p, separator, mark, to[done], work))
            break;
    }
    place = p;
    return done;
}

} // namespace ctnn::detail
