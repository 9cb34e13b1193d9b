#pragma once

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>

// Numbers in text without any rounding and whatever the locale.

namespace ctnn::host::detail {

// As printf's %a, -0x1.8p+1 for -3.
inline std::string hex(double value) {
    char text[64];
    auto const end =
        std::to_chars(text, text + sizeof text, std::fabs(value), std::chars_format::hex);
    std::string number((std::signbit)(value) ? "-0x" : "0x");
    return number.append(text, end.ptr);
}

inline std::string hex(std::uint64_t value) {
    char text[32];
    auto const end = std::to_chars(text, text + sizeof text, value, 16);
    return std::string(text, end.ptr);
}

template <class Integer>
bool read_integer(std::string_view text, Integer& to, int base = 10) {
    auto const read = std::from_chars(text.data(), text.data() + text.size(), to, base);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() && !text.empty();
}

// False unless all of the text is one such number, which a double is exactly. (libc++ before 20 has no
// std::from_chars of floating point.)
inline bool read_hex(std::string_view text, double& to) {
    bool const negative = text.substr(0, 1) == "-";
    text.remove_prefix(negative ? 1 : 0);
    if (text.substr(0, 2) != "0x")
        return false;
    text.remove_prefix(2);
    double value = 0;
    if (text == "inf" || text == "nan") {
        using limits = std::numeric_limits<double>;
        value = text == "inf" ? limits::infinity() : limits::quiet_NaN();
    } else {
        int power = 0;
        if (std::size_t const mark = text.find('p'); mark != text.npos) {
            bool const plus = text.substr(mark + 1, 1) == "+" && text.substr(mark + 2, 1) != "-";
            if (!read_integer(text.substr(mark + (plus ? 2 : 1)), power))
                return false;
            text = text.substr(0, mark);
        }
        std::string digits(text);
        std::size_t places = 0;
        if (std::size_t const point = text.find('.'); point != text.npos) {
            digits.erase(point, 1);
            places = digits.size() - point;
        }
        std::uint64_t number = 0;
        if (!read_integer(digits, number, 16) || number >> 53 != 0 || places > 1000 ||
            power > 2000 || power < -2000)
            return false;
        int const exponent = power - 4 * static_cast<int>(places);
        value = std::ldexp(static_cast<double>(number), exponent);
        if (!(value < std::numeric_limits<double>::infinity()) ||
            std::ldexp(value, -exponent) != static_cast<double>(number))
            return false;
    }
    to = negative ? -value : value;
    return true;
}

} // namespace ctnn::host::detail
