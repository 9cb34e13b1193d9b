#pragma once

#include <algorithm>
#include <cstddef>
#include <ctnn/host/file_problem.hpp>
#include <string_view>

namespace ctnn::host::detail {

// A text without its byte order mark, or why it is no text.
struct plain_text {
    std::string_view text{};
    file_problem problem{};

    explicit plain_text(std::string_view all) : text(all) {
        struct {
            std::string_view begin;
            char const* reason;
        } const others[] = {
            {"\xff\xfe", "the file is in UTF-16: save it in UTF-8"},
            {"\xfe\xff", "the file is in UTF-16: save it in UTF-8"},
            {"\x1f\x8b",
             "the file is compressed by gzip: unpack it, or build with zlib (CTNN_ZLIB)"},
            {"PK\x03\x04", "the file is a zip archive"},
        };
        for (auto const& other : others)
            if (starts_with(other.begin))
                problem = {1, other.reason};
        if (starts_with("\xef\xbb\xbf"))
            text.remove_prefix(3);
        if (text.empty())
            problem = {0, "the file is empty"};
        if (std::size_t const zero = text.find('\0'); !problem && zero != text.npos) {
            auto const begin = text.begin();
            auto const breaks = std::count(begin, begin + static_cast<std::ptrdiff_t>(zero), '\n');
            problem = {static_cast<std::size_t>(breaks) + 1, "there is a byte of 0, as in no text"};
        }
    }

private:
    bool starts_with(std::string_view begin) const { return text.substr(0, begin.size()) == begin; }
};

// How many characters there are in the line break at `begin`: \n, \r\n or \r, or none.
inline std::size_t line_break_at(std::string_view text, std::size_t begin) {
    return text.substr(begin, 2) == "\r\n"                                       ? 2
           : begin < text.size() && (text[begin] == '\n' || text[begin] == '\r') ? 1
                                                                                 : 0;
}

} // namespace ctnn::host::detail
