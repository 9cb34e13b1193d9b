#pragma once

#include <compare>
#include <cstddef>

// What text is to those who include the standard library's strings and streams, which ctnn does not: it
// converts to them, is compared with them and written to them.

namespace ctnn::detail {

template <class T>
constexpr bool is_character = false;
template <>
inline constexpr bool is_character<char> = true;
template <>
inline constexpr bool is_character<char const> = true;

// std::string_view, std::string and what is like them.
template <class T>
concept string_like = is_character<typename T::value_type> && requires(T const& all) {
    typename T::traits_type;
    T("", std::size_t{1});
    all.data() + all.size();
};

template <class T>
concept growing_string = string_like<T> && requires(T& all, char const* first) {
    all.append(first, std::size_t{1});
};

// What else a text is compared with: these, literals, buffers, strings of C.
template <class T>
constexpr bool is_c_string = false;
template <>
inline constexpr bool is_c_string<char const*> = true;
template <>
inline constexpr bool is_c_string<char*> = true;
template <std::size_t Size>
inline constexpr bool is_c_string<char[Size]> = true;
template <std::size_t Size>
inline constexpr bool is_c_string<char const[Size]> = true;
template <class T>
concept other_text = is_c_string<T> || string_like<T>;

// std::ostream and what is like it.
template <class T>
concept text_stream = is_character<typename T::char_type> &&
    requires(T& stream, char const* first) {
    stream.write(first, stream.width());
    stream.put(stream.fill());
    stream.flags() & T::adjustfield;
};

template <class String>
constexpr bool equals(char const* first, std::size_t size, String const& other) {
    if (size != other.size())
        return false;
    for (std::size_t i = 0; i != size; ++i)
        if (first[i] != other.data()[i])
            return false;
    return true;
}
constexpr bool equals_c_string(char const* first, std::size_t size, char const* other) {
    for (std::size_t i = 0; i != size; ++i)
        if (other[i] == '\0' || first[i] != other[i])
            return false;
    return other[size] == '\0';
}
template <class Character>
constexpr bool equals(char const* first, std::size_t size, Character* const& other) {
    return equals_c_string(first, size, other);
}
// A literal that holds a NUL, or a buffer with a text and something after it, or without a NUL.
template <std::size_t Size>
constexpr bool equals(char const* first, std::size_t size, char const (&other)[Size]) {
    if (size > Size)
        return false;
    bool holds_nul = false;
    for (std::size_t i = 0; i != size; ++i) {
        if (first[i] != other[i])
            return false;
        holds_nul |= other[i] == '\0';
    }
    bool const is_whole = size + 1 >= Size; // else the buffer's text ends at its first NUL
    return size == Size || (other[size] == '\0' && (is_whole || !holds_nul));
}

// `Text` has data() and size().
template <class Text>
struct text_operators {
    template <string_like String>
    constexpr operator String() const {
        auto const& text = static_cast<Text const&>(*this);
        return String(text.data(), text.size());
    }

    friend constexpr bool operator==(Text const& left, Text const& right) noexcept {
        return equals(left.data(), left.size(), right);
    }
    // (In both orders, and not left to conversions: `text` also becomes a pointer, and clang 14 takes the
    // one for as good as the other.)
    template <other_text Other>
    friend constexpr bool operator==(Text const& left, Other const& right) noexcept {
        return equals(left.data(), left.size(), right);
    }
    template <other_text Other>
    friend constexpr bool operator==(Other const& left, Text const& right) noexcept {
        return equals(right.data(), right.size(), left);
    }

    // Pointers would be compared.
    friend void operator<=>(Text const&, Text const&) = delete;
    template <other_text Other>
    friend void operator<=>(Text const&, Other const&) = delete;

    template <growing_string String>
    friend constexpr String operator+(String left, Text const& right) {
        left.append(right.data(), right.size());
        return left;
    }
    template <growing_string String>
    friend constexpr String operator+(Text const& left, String right) {
        right.insert(std::size_t{0}, left.data(), left.size());
        return right;
    }

    // As std::string_view is written, with the stream's width and fill.
    template <text_stream Stream>
    friend Stream& operator<<(Stream& stream, Text const& text) {
        auto const width = stream.width(0);
        auto const size = static_cast<decltype(stream.width())>(text.size());
        bool const goes_left = (stream.flags() & Stream::adjustfield) == Stream::left;
        auto const pad = [&] {
            for (auto i = size; i < width; ++i)
                stream.put(stream.fill());
        };
        if (!goes_left)
            pad();
        stream.write(text.data(), size);
        if (goes_left)
            pad();
        return stream;
    }
};

} // namespace ctnn::detail
