#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/detail/text_operators.hpp>

namespace ctnn {

/// Characters that somebody else holds: a string literal, a file that `ctnn_embed` made into one,
/// a buffer of the program. Any bytes, NUL among them.
///
/// It converts to `std::string_view` and `std::string`, a stream takes it, and it is compared with
/// these and with literals, by whoever includes their headers.
///
/// Shape:    a string literal, or a pointer and a count of characters.
/// Gradient: none.
/// Cost:     a pointer and a size; an embedded file costs memory only if the program reads it.
/// Errors:   none; it must not outlive what it looks at.
/// Source:   this library; std::string_view without its header.
/// Example:  tests/data/text_view.cpp
class text_view : public detail::text_operators<text_view> {
public:
    constexpr text_view() = default;

    constexpr text_view(char const* first, std::size_t size) noexcept
        : first_{first}, size_{size} {}

    // Of literals only: a buffer's text rarely ends where the buffer does.
    template <std::size_t Size>
    consteval text_view(char const (&literal)[Size]) noexcept
        : first_{literal}, size_{Size - 1}, is_plain_literal_{__builtin_strlen(literal) ==
                                                              Size - 1} {}

    constexpr char const* data() const noexcept { return first_; }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr char const* begin() const noexcept { return first_; }
    constexpr char const* end() const noexcept { return first_ + size_; }
    // Whether the compiler may search it with the functions of C: a literal without a NUL in it.
    constexpr bool is_plain_literal() const noexcept { return is_plain_literal_; }
    constexpr char operator[](std::size_t index) const noexcept { return first_[index]; }

private:
    char const* first_ = "";
    std::size_t size_ = 0;
    bool is_plain_literal_ = false;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
