#pragma once

#include <cstddef>
#include <ctnn/data/csv_problem.hpp>
#include <ctnn/data/text_view.hpp>
#include <ctnn/detail/decimal.hpp>
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

// The number that a field says: kinds::none, or why it says none.
template <class T>
constexpr csv_problem::kinds parse_number(text_view const& text, bool infinity_and_nan, T& value) {
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
    } else if (!scan_decimal(p, end, number)) {
        return kinds::field_is_not_a_number;
    } else {
        value = nearest<T>(number);
        kind = value > limits::max() ? kinds::number_is_too_large : kinds::none;
    }
    if (negative)
        value = -value;
    return infinity_and_nan ? kinds::none : kind;
}

// Numbers as most files write them, each followed by the separator: spaces, a sign, up to 19
// digits, a point, an exponent. Reads as many as there are, at most count, and gives how many.
// There must be a line break ahead, which stops each of the loops: that is what makes this cheap in
// the compiler.
template <class T>
constexpr std::size_t read_plain_numbers(char const*& place, char separator, T* to,
                                         std::size_t count) {
    char const* const text = place;
    std::size_t begin = 0; // of the field; an index costs evaluators less than a pointer
    std::size_t done = 0;
    for (; done != count; ++done) {
        std::size_t i = begin;
        while (text[i] == ' ' && separator != ' ')
            ++i;
        bool const negative = text[i] == '-';
        std::size_t const first = negative ? ++i : i;
        std::uint64_t digits = static_cast<unsigned>(text[i]) - '0';
        if (digits > 9)
            break;
        unsigned digit = 0;
        while ((digit = static_cast<unsigned>(text[++i]) - '0') <= 9)
            digits = digits * 10 + digit;
        if (text[i] == separator && digits <= std::uint64_t{1} << 24 && i - first <= 19) {
            to[done] = static_cast<T>(negative ? -static_cast<T>(digits) : static_cast<T>(digits));
            begin = i + 1;
            continue;
        }
        std::int64_t exponent = 0;
        std::size_t length = i - first;
        if (text[i] == '.') {
            std::size_t const point = i;
            while ((digit = static_cast<unsigned>(text[++i]) - '0') <= 9)
                digits = digits * 10 + digit;
            exponent = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(i) + 1;
            length = i - first - 1;
        }
        if (length > 19)
            break;
        if (text[i] == 'e') {
            bool const small = text[++i] == '-';
            if (small || text[i] == '+')
                ++i;
            unsigned power = static_cast<unsigned>(text[i]) - '0';
            if (power > 9)
                break;
            while ((digit = static_cast<unsigned>(text[++i]) - '0') <= 9 && power < 1000)
                power = power * 10 + digit;
            exponent += small ? -static_cast<std::int64_t>(power) : std::int64_t{power};
        }
        while (text[i] == ' ' && separator != ' ')
            ++i;
        if (text[i] == '\r' && separator == '\n')
            ++i;
        T value = 0;
        if (text[i] != separator || !scale_quickly(digits, exponent, value))
            break;
        to[done] = negative ? -value : value;
        begin = i + 1;
    }
    place = text + begin;
    return done;
}

} // namespace ctnn::detail
