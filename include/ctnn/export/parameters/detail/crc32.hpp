#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ctnn::detail {

// For each half of a byte: what it does to a checksum.
inline constexpr std::array<std::uint32_t, 16> crc32_steps = [] {
    std::array<std::uint32_t, 16> all{};
    for (std::uint32_t i = 0; i < 16; ++i) {
        std::uint32_t rest = i;
        for (int bit = 0; bit < 4; ++bit)
            rest = rest & 1 ? rest >> 1 ^ 0xedb88320u : rest >> 1;
        all[i] = rest;
    }
    return all;
}();

// The checksum of zip.
constexpr std::uint32_t crc32(char const* from, std::size_t size) {
    std::uint32_t sum = 0xffffffffu;
    for (std::size_t i = 0; i < size; ++i) {
        sum ^= static_cast<unsigned char>(from[i]);
        sum = sum >> 4 ^ crc32_steps[sum & 15];
        sum = sum >> 4 ^ crc32_steps[sum & 15];
    }
    return sum ^ 0xffffffffu;
}

} // namespace ctnn::detail
