#pragma once

#include <ctnn/config/gate.hpp>

#include <cstddef>

namespace ctnn {

/// Characters that somebody else holds: a string literal, a file that `ctnn_embed` made into one,
/// a buffer of the program. Any bytes, NUL among them.
///
/// Shape:    a string literal, or a pointer and a count of characters.
/// Gradient: none.
/// Cost:     a pointer and a size; an embedded file costs memory only if the program reads it.
/// Errors:   none; it must not outlive what it looks at.
/// Source:   this library; std::string_view without its header.
/// Example:  tests/data/text_view.cpp
class text_view {
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

    friend constexpr bool operator==(text_view const& left, text_view const& right) noexcept {
        if (left.size_ != right.size_)
            return false;
        for (std::size_t i = 0; i != left.size_; ++i)
            if (left.first_[i] != right.first_[i])
                return false;
        return true;
    }

private:
    char const* first_ = "";
    std::size_t size_ = 0;
    bool is_plain_literal_ = false;
};

} // namespace ctnn
