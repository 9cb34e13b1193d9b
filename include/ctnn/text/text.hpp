#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/text/detail/text_operators.hpp>
#include <ctnn/text/text_view.hpp>
#include <type_traits>

namespace ctnn {

/// Text that the library hands out, as `message()` and `summary` do: a constant with a NUL after it.
/// It converts to `std::string_view`, `std::string` and `text_view`, can be written to streams, and has `c_str()` for
/// C functions: `std::printf("%s", found.message().c_str())`.
///
/// Shape:    of a string literal, or of a pointer to characters with a NUL after them.
/// Cost:     a pointer; size() looks for the NUL, which compilers do for a constant.
/// Errors:   compilers warn where `c_str()` is missing in an argument of `printf`.
/// Example:  tests/text/text.cpp
class text : public detail::text_operators<text> {
public:
    explicit constexpr text(char const* first) noexcept : first_{first} {}

    constexpr char const* c_str() const noexcept { return first_; }
    constexpr char const* data() const noexcept { return first_; }
    constexpr std::size_t size() const noexcept {
        // (g++ knows no constant __builtin_strlen of an array.)
        if (!std::is_constant_evaluated())
            return __builtin_strlen(first_);
        std::size_t size = 0;
        while (first_[size] != '\0')
            ++size;
        return size;
    }
    constexpr char const* begin() const noexcept { return first_; }
    constexpr char const* end() const noexcept { return first_ + size(); }
    constexpr char operator[](std::size_t index) const noexcept { return first_[index]; }

    constexpr operator text_view() const noexcept { return {first_, size()}; }

    // As an argument where a function of C takes a string. (Not of constants: std::string takes what
    // converts to std::string_view, unless it converts to a pointer as well.)
    constexpr operator char const*() & noexcept { return first_; }
    constexpr operator char const*() && noexcept { return first_; }

private:
    // Nothing else: to those who forget c_str(), and the compiler's warning, an argument of printf is what
    // it looks like.
    char const* first_;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
