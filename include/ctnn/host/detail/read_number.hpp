#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <ctnn/host/detail/enclosure.hpp>
#include <ctnn/host/detail/joined.hpp>
#include <ctnn/host/detail/natural.hpp>
#include <ctnn/host/detail/rational.hpp>
#include <ctnn/host/detail/shown.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/text/detail/decimal.hpp>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace ctnn::host::detail {

enum class number_kind { number, no_number, too_large, too_small, too_long };

// A decimal with its sign.
struct signed_decimal {
    ctnn::detail::decimal decimal{};
    bool is_negative = false;

    // It is below 10^magnitude.
    std::int64_t magnitude() const { return decimal.exponent + decimal.count; }
};

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

// The doubles next to the number: the same one where it is one, else two neighbours, the upper one an infinity beyond all.
inline enclosure enclosed(signed_decimal const& number) {
    if (number.decimal.digits == 0)
        return {};
    // (below the least double, as far as the text says)
    if (number.magnitude() < -323)
        return number.is_negative ? enclosure{-std::numeric_limits<double>::denorm_min(), 0}
                                  : enclosure{0, std::numeric_limits<double>::denorm_min()};
    ctnn::detail::binary all{};
#if defined(__SIZEOF_INT128__)
    if (!number.decimal.cut && number.decimal.exponent <= 0 && number.decimal.exponent >= -27)
        all = ctnn::detail::divide_by_power_of_10(number.decimal.digits, -number.decimal.exponent);
    else
#endif
        all = ctnn::detail::to_binary(number.decimal);
    // Of the 64 bits that are known, as many as a double has: 53, and none below 2^-1074.
    int const least = -1074 - all.exponent, dropped = least > 11 ? least : 11;
    std::uint64_t const kept = dropped < 64 ? all.top >> dropped : 0;
    bool is_exact = !all.more && dropped < 64 && kept << dropped == all.top;
    double low = std::ldexp(static_cast<double>(kept), all.exponent + dropped);
    constexpr double most = (std::numeric_limits<double>::max)();
    if (low > most)
        low = most, is_exact = false;
    enclosure const ends{low, is_exact ? low : number::next_above(low)};
    return number.is_negative ? -ends : ends;
}

// The number that all of a text is.
inline number_kind read_number(std::string_view text, signed_decimal& to) {
    to = {};
    to.is_negative = text.substr(0, 1) == "-";
    if (to.is_negative || text.substr(0, 1) == "+")
        text.remove_prefix(1);
    if (text.empty() ||
        !ctnn::detail::scan_decimal(text.data(), text.data() + text.size(), to.decimal))
        return number_kind::no_number;
    if (to.decimal.digits == 0)
        return number_kind::number;
    if (to.magnitude() > std::numeric_limits<double>::max_exponent10 + 1)
        return number_kind::too_large;
    if (to.magnitude() < -1500)
        return number_kind::too_small;
    constexpr std::ptrdiff_t most_digits = 5000;
    if (to.decimal.cut && to.decimal.last - to.decimal.first > most_digits)
        return number_kind::too_long;
    bool const may_be_too_large = to.magnitude() > std::numeric_limits<double>::max_exponent10;
    return may_be_too_large && !enclosed(to).is_finite() ? number_kind::too_large
                                                         : number_kind::number;
}
inline number_kind read_number(std::string_view text, enclosure& to) {
    signed_decimal number;
    auto const kind = read_number(text, number);
    to = kind == number_kind::number ? enclosed(number) : enclosure{};
    return kind;
}
inline number_kind read_number(std::string_view text, rational& to) {
    signed_decimal number;
    to = {};
    auto const kind = read_number(text, number);
    if (kind != number_kind::number || number.decimal.digits == 0)
        return kind;
    if (!number.decimal.cut) {
        to = {natural(number.decimal.digits), number.decimal.exponent, number.is_negative};
    } else {
        std::size_t count = 0;
        natural digits = all_digits(number.decimal, count);
        to = {std::move(digits), number.magnitude() - static_cast<std::int64_t>(count),
              number.is_negative};
    }
    return kind;
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
