#pragma once

#include <charconv>
#include <ctnn/host/detail/enclosure.hpp>
#include <ctnn/host/detail/read_number.hpp>
#include <string>
#include <string_view>

// Doubles as decimals that are read back exactly, or that lie where they must in exact arithmetic.

namespace ctnn::host::detail {

// The shortest of the decimals that are nearest to it.
inline std::string shortest_text(double x) {
    char text[32];
    auto const end = std::to_chars(text, text + sizeof text, x).ptr;
    return {text, end};
}
// With so many digits, or fewer where the rest are zeros; below 10^-4 and from 10^digits on with a power of ten.
inline std::string rounded_text(double x, int digits) {
    char text[1200];
    auto const end =
        std::to_chars(text, text + sizeof text, x, std::chars_format::general, digits).ptr;
    return {text, end};
}
// All of its digits.
inline std::string exact_text(double x) {
    return rounded_text(x, 800);
}

// Whether the decimal is from low to high.
inline bool lies_between(std::string_view text, double low, double high) {
    enclosure number;
    return read_number(text, number) == number_kind::number && low <= number.low &&
           number.high <= high;
}
// (low <= x <= high)
inline std::string text_within(double x, double low, double high) {
    auto const text = shortest_text(x);
    return lies_between(text, low, high) ? text : exact_text(x);
}

} // namespace ctnn::host::detail
