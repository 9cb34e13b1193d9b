#pragma once

#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

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

// False unless all of the text is one such number.
inline bool read_hex(std::string_view text, double& to) {
    bool const negative = text.substr(0, 1) == "-";
    text.remove_prefix(negative ? 1 : 0);
    if (text.substr(0, 2) != "0x")
        return false;
    text.remove_prefix(2);
    if (text.empty() || text[0] == '-')
        return false;
    auto const read =
        std::from_chars(text.data(), text.data() + text.size(), to, std::chars_format::hex);
    to = negative ? -to : to;
    return read.ec == std::errc{} && read.ptr == text.data() + text.size();
}

template <class Integer>
bool read_integer(std::string_view text, Integer& to, int base = 10) {
    auto const read = std::from_chars(text.data(), text.data() + text.size(), to, base);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() && !text.empty();
}

} // namespace ctnn::host::detail
