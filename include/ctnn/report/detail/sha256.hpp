#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace ctnn::detail {

// SHA-256 (FIPS 180-4) of bytes that come one after the other, in a constant as well as at run time. A
// block is one expression: clang counts the steps of a constant, and that is one. (A template, since clang
// does not instantiate what a plain function needs before the end of the file.)
template <class Byte>
class sha256_of {
public:
    constexpr void add(Byte byte) {
        words_[filled_ / 4] = words_[filled_ / 4] << 8 | byte;
        ++bytes_;
        if (++filled_ == 64)
            compress(std::make_index_sequence<64>{});
    }

    // 64 hexadecimal digits, and a NUL.
    constexpr std::array<char, 65> digits() const {
        sha256_of all = *this;
        std::uint64_t const bits = 8 * bytes_;
        all.add(0x80);
        while (all.filled_ != 56)
            all.add(0);
        for (int shift = 56; shift >= 0; shift -= 8)
            all.add(static_cast<Byte>(bits >> shift & 0xff));
        std::array<char, 65> text{};
        for (std::size_t i = 0; i < 64; ++i)
            text[i] = "0123456789abcdef"[all.state_[i / 8] >> (28 - 4 * (i % 8)) & 0xf];
        return text;
    }

private:
    static constexpr std::uint32_t constants[64] = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
        0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
        0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
        0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
        0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
        0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
        0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
        0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
        0xc67178f2};

    std::uint32_t state_[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                               0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::uint32_t words_[16]{};
    std::size_t filled_ = 0; // bytes of this block
    std::uint64_t bytes_ = 0;

    template <std::size_t... Place>
    constexpr void compress(std::index_sequence<Place...>) {
        std::uint32_t* const w = words_;
        std::uint32_t a = state_[0], b = state_[1], c = state_[2], d = state_[3];
        std::uint32_t e = state_[4], f = state_[5], g = state_[6], h = state_[7];
        std::uint32_t x = 0, y = 0;
        // (the words of the block are replaced by those of the schedule, 16 later)
        ((x = w[(Place + 1) % 16], y = w[(Place + 14) % 16],
          w[Place % 16] += Place < 16 ? 0
                                      : w[(Place + 9) % 16] +
                                            ((x >> 7 | x << 25) ^ (x >> 18 | x << 14) ^ x >> 3) +
                                            ((y >> 17 | y << 15) ^ (y >> 19 | y << 13) ^ y >> 10),
          x = h + ((e >> 6 | e << 26) ^ (e >> 11 | e << 21) ^ (e >> 25 | e << 7)) +
              ((e & f) ^ (~e & g)) + constants[Place] + w[Place % 16],
          y = ((a >> 2 | a << 30) ^ (a >> 13 | a << 19) ^ (a >> 22 | a << 10)) +
              ((a & b) ^ (a & c) ^ (b & c)),
          h = g, g = f, f = e, e = d + x, d = c, c = b, b = a, a = x + y),
         ...);
        state_[0] += a, state_[1] += b, state_[2] += c, state_[3] += d;
        state_[4] += e, state_[5] += f, state_[6] += g, state_[7] += h;
        filled_ = 0;
    }
};
using sha256 = sha256_of<unsigned char>;

} // namespace ctnn::detail
