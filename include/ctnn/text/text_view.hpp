#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/text/detail/text_operators.hpp>

namespace ctnn {
namespace error {

template <class String>
struct text_of_a_temporary_string {
    struct would_be_gone_so_put_it_into_a_variable {};
};

} // namespace error

/// Characters that somebody else holds: a string literal, a file that `ctnn_embed` made into one,
/// a buffer of the program. Any bytes, NUL among them.
///
/// It converts to `std::string_view` and `std::string`, can be written to streams, and compares with
/// these and with literals, if you include their headers.
///
/// Shape:    a string literal, a `std::string_view` or `std::string`, or a pointer and a count of characters.
/// Cost:     a pointer and a size; an embedded file costs memory only if the program reads it.
/// Errors:   it must not outlive what it looks at; of a temporary std::string it does not compile.
/// Source:   this library; std::string_view without its header.
/// Example:  tests/text/text_view.cpp
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

    template <detail::string_like String>
    constexpr text_view(String const& string) noexcept
        : first_{string.data()}, size_{string.size()} {}

    template <detail::growing_string String,
              class Diagnosis = typename error::text_of_a_temporary_string<
                  String>::would_be_gone_so_put_it_into_a_variable>
    text_view(String const&&) = delete;

private:
    char const* first_ = "";
    std::size_t size_ = 0;
    bool is_plain_literal_ = false;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
