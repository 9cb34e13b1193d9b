#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace ctnn::host::detail {

inline std::string_view as_text(std::string_view text) {
    return text;
}
template <std::unsigned_integral Number>
std::string as_text(Number value) {
    return std::to_string(value);
}

// One text of texts and numbers. (A literal before a temporary string with + is a warning of g++ 12 at -O3.)
template <class... Parts>
std::string joined(Parts const&... parts) {
    std::string text;
    (text.append(as_text(parts)), ...);
    return text;
}

} // namespace ctnn::host::detail
