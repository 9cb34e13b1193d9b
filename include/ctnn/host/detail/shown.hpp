#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ctnn::host::detail {

// Text of a file in a message: in quotes, not too long, and on one line whatever is in it.
inline std::string shown(std::string_view text) {
    constexpr std::size_t most = 40;
    constexpr char digits[] = "0123456789abcdef";
    std::string result("'");
    for (char const c : text.substr(0, most)) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7f) {
            result += c;
            continue;
        }
        result += "\\x";
        result += digits[byte >> 4];
        result += digits[byte & 15];
    }
    return result.append(text.size() > most ? "...'" : "'");
}

// 150528 as 150,528.
inline std::string with_commas(std::size_t number) {
    std::string text = std::to_string(number);
    for (std::size_t place = text.size(); place > 3; place -= 3)
        text.insert(place - 3, ",");
    return text;
}

} // namespace ctnn::host::detail
