#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/text/text_view.hpp>
#include <type_traits>

namespace ctnn::detail {

// Writes the bytes of a file one after the other. Without a place it only counts them.
class byte_writer {
public:
    constexpr byte_writer() = default;
    constexpr explicit byte_writer(char* to) : to_{to} {}

    constexpr std::size_t size() const { return size_; }

    constexpr void text(text_view all) {
        for (char const letter : all)
            put(letter);
    }
    constexpr void put(char letter, std::size_t times = 1) {
        for (std::size_t i = 0; i < times && to_ != nullptr; ++i)
            to_[size_ + i] = letter;
        size_ += times;
    }
    constexpr void decimal(std::size_t number) {
        if (number > 9)
            decimal(number / 10);
        put(static_cast<char>('0' + number % 10));
    }
    constexpr void little_endian(std::uint64_t number, std::size_t bytes) {
        for (std::size_t i = 0; i < bytes; ++i)
            put(static_cast<char>(static_cast<unsigned char>(number >> (8 * i) & 255)));
    }
    // Leaves a place for bytes that come later.
    constexpr void skip(std::size_t bytes) { size_ += bytes; }

private:
    char* to_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace ctnn::detail
