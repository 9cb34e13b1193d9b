#pragma once

#include <cstddef>
#include <type_traits>

namespace ctnn::detail {

// The first such byte, or last. Byte by byte an evaluator needs seconds for a megabyte, so it is
// asked to search by itself: clang does so wherever it can read; g++ in literals without a NUL, for
// the bytes that a literal names (its strchr gives wrong places within a literal).
constexpr char const* find_byte(char const* first, char const* last, char byte,
                                [[maybe_unused]] bool is_plain_literal) {
    if (std::is_constant_evaluated()) {
#if defined(__clang__)
        auto const size = static_cast<std::size_t>(last - first);
        char const* const found = __builtin_char_memchr(first, byte, size);
        return found == nullptr ? last : found;
#elif defined(__GNUC__)
        if (is_plain_literal && (byte == '\n' || byte == '"')) {
            std::size_t const size =
                byte == '"' ? __builtin_strcspn(first, "\"") : __builtin_strcspn(first, "\n");
            return size < static_cast<std::size_t>(last - first) ? first + size : last;
        }
#endif
    }
    while (first != last && *first != byte)
        ++first;
    return first;
}

} // namespace ctnn::detail
