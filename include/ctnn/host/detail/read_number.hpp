#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/detail/decimal.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/natural.hpp>
#include <ctnn/host/detail/rational.hpp>
#include <ctnn/host/detail/shown.hpp>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace ctnn::host::detail {

enum class number_kind { number, no_number, too_large, too_small, too_long };

// All the digits of a number, of which scan_decimal takes 19.
inline natural all_digits(ctnn::detail::decimal const& number, std::size_t& count) {
    natural digits;
    for (char const* p = number.first; p != number.last; ++p)
        if (*p != '.') {
            digits.multiply_add(10, static_cast<std::uint32_t>(*p - '0'));
            ++count;
        }
    return digits;
}

// The number that all of a text is.
inline number_kind read_number(std::string_view text, rational& to) {
    bool const negative = text.substr(0, 1) == "-";
    if (negative || text.substr(0, 1) == "+")
        text.remove_prefix(1);
    ctnn::detail::decimal number;
    if (text.empty() || !ctnn::detail::scan_decimal(text.data(), text.data() + text.size(), number))
        return number_kind::no_number;
    to = {};
    if (number.digits == 0)
        return number_kind::number;
    std::int64_t const magnitude = number.exponent + number.count; // below 10^magnitude
    if (magnitude > std::numeric_limits<double>::max_exponent10 + 1)
        return number_kind::too_large;
    if (magnitude < -1500)
        return number_kind::too_small;
    if (!number.cut) {
        to = {natural(number.digits), number.exponent, negative};
    } else {
        constexpr std::ptrdiff_t most_digits = 5000;
        if (number.last - number.first > most_digits)
            return number_kind::too_long;
        std::size_t count = 0;
        natural digits = all_digits(number, count);
        to = {std::move(digits), number.exponent + number.count - static_cast<std::int64_t>(count),
              negative};
    }
    bool const may_be_too_large = magnitude > std::numeric_limits<double>::max_exponent10;
    return may_be_too_large && !to.enclosed().is_finite() ? number_kind::too_large
                                                          : number_kind::number;
}

inline std::string number_problem(std::string_view text, number_kind kind) {
    switch (kind) {
    case number_kind::number:
        return {};
    case number_kind::no_number:
        return joined(shown(text), " is not a number");
    case number_kind::too_large:
        return joined("the number ", shown(text), " is too large for a double");
    case number_kind::too_small:
        return joined("the number ", shown(text), " is too near to 0");
    case number_kind::too_long:
        return joined("the number ", shown(text), " has more than 5000 digits");
    }
    return {};
}

} // namespace ctnn::host::detail
