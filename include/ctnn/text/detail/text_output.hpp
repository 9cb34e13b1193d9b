#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/text/detail/number_text.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::detail {

// Characters in a constant: as many as there are, in room for at most Capacity.
template <std::size_t Capacity>
struct text_buffer {
    std::array<char, Capacity> characters{};
    std::size_t size = 0;

    constexpr void put(char c) { characters[size++] = c; }
    constexpr operator text_view() const { return {characters.data(), size}; }
};

// A buffer's characters and a NUL.
template <std::size_t Size, std::size_t Capacity>
constexpr std::array<char, Size + 1> characters_of(text_buffer<Capacity> const& from) {
    std::array<char, Size + 1> all{};
    for (std::size_t i = 0; i < Size; ++i)
        all[i] = from.characters[i];
    return all;
}

// Writes texts and numbers to what takes characters.
template <class Output>
constexpr void put(Output& to, text_view text) {
    for (char const c : text)
        to.put(c);
}
template <class Output>
constexpr void put(Output& to, char const* text) {
    for (; *text != '\0'; ++text)
        to.put(*text);
}
template <class Output>
constexpr void put(Output& to, std::uint64_t number) {
    number_text text;
    text.put_integer(number);
    put(to, text_view(text));
}
template <class Output, class... Parts>
constexpr void put_all(Output& to, Parts const&... parts) {
    (put(to, parts), ...);
}

} // namespace ctnn::detail
