#pragma once

#include <cstdint>

namespace ctnn::detail {

// Numbers of a file, lowest byte first, on any machine.

constexpr std::uint16_t two_bytes(char const* p) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(p[0]) |
                                      static_cast<unsigned char>(p[1]) << 8);
}
constexpr std::uint32_t four_bytes(char const* p) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(p[0])) |
           static_cast<std::uint32_t>(static_cast<unsigned char>(p[1])) << 8 |
           static_cast<std::uint32_t>(static_cast<unsigned char>(p[2])) << 16 |
           static_cast<std::uint32_t>(static_cast<unsigned char>(p[3])) << 24;
}
constexpr std::uint64_t eight_bytes(char const* p) {
    return four_bytes(p) | static_cast<std::uint64_t>(four_bytes(p + 4)) << 32;
}

} // namespace ctnn::detail
