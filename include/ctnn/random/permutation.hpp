#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>

namespace ctnn::random {

/// A pseudo-random order of the indices 0 to size - 1, evaluated index by index without storage.
///
/// Visits a training set of any size in shuffled order: `order(0)`, `order(1)`, ... are all the
/// indices, each once. Every epoch of a seed has an order of its own. An index is a cell of a grid
/// of 2^k columns and as many rows as it takes; eight rounds of a Feistel network add a keyed hash
/// of the row to the column and of the column to the row, and cells past the end walk on until they
/// fall inside. The orders are the same on every platform.
///
/// Shape:    size, seed and epoch to a bijection of [0, size).
/// Cost:     88 bytes; about 90 integer operations an index, 20 of them multiplications of 64
///           bits, and as much again for each step past the end (on average 2.4 times in all for
///           size 5, the worst; at most 1.5 times from size 8 on, nearly once for large sizes).
/// Errors:   a position past the end is given back unchanged.
/// Source:   Black and Rogaway, "Ciphers with arbitrary finite domains", 2002; constants of the
///           mixing function from Steele, Lea and Flood's SplitMix, 2014.
/// Example:  tests/random/permutation.cpp
class permutation {
public:
    constexpr permutation(std::size_t size, std::uint64_t seed, std::uint64_t epoch) noexcept
        : size_{size}, rows_{0}, shift_{1}, keys_{} {
        // Grids of 2 x 3 and 2 x 4 cells mix slowly: each two rounds only halve what is left of the
        // bias. So sizes 5 to 8 walk on a grid of 4 x 3, where two rounds take away two thirds.
        if (size > 4)
            shift_ = size <= 16 ? 2 : static_cast<int>(std::bit_width(size - 1)) / 2;
        std::uint64_t const mask = (std::uint64_t{1} << shift_) - 1;
        rows_ = (size_ >> shift_) + ((size_ & mask) != 0 ? 1 : 0);
        if (size > 4 && rows_ < 3)
            rows_ = 3;
        // Epoch after epoch takes the next outputs of the splitmix64 stream that the seed starts.
        std::uint64_t state = mix(seed) + epoch * (rounds / 2 * increment);
        for (int i = 0; i != rounds; i += 2) {
            state += increment;
            std::uint64_t const bits = mix(state);
            keys_[i] = bits & 0xffffffffu;
            keys_[i + 1] = bits >> 32;
        }
    }

    constexpr std::size_t size() const noexcept { return static_cast<std::size_t>(size_); }

    constexpr std::size_t operator()(std::size_t position) const noexcept {
        std::uint64_t index = position;
        std::uint64_t const size = size_;
        if (index >= size)
            return position;
        std::uint64_t const rows = rows_;
        int const shift = shift_;
        int const hash_shift = 64 - shift;
        std::uint64_t const mask = (std::uint64_t{1} << shift) - 1;
        std::uint64_t const* const keys_end = keys_ + rounds;
        do {
            std::uint64_t row = index >> shift;
            std::uint64_t column = index & mask;
            for (std::uint64_t const* key = keys_; key != keys_end; key += 2) {
                std::uint64_t hash = (row ^ key[0]) * first_factor;
                hash = (hash ^ (hash >> 32)) * second_factor;
                column = (column + (hash >> hash_shift)) & mask;
                hash = (column ^ key[1]) * first_factor;
                hash = (hash ^ (hash >> 32)) * second_factor;
                row += ((hash >> 32) * rows) >> 32; // a row in [0, rows), without a division
                if (row >= rows)
                    row -= rows;
            }
            index = (row << shift) | column;
        } while (index >= size);
        return static_cast<std::size_t>(index);
    }

private:
    static constexpr int rounds = 8;
    static constexpr std::uint64_t increment = 0x9e3779b97f4a7c15u;
    static constexpr std::uint64_t first_factor = 0xbf58476d1ce4e5b9u;
    static constexpr std::uint64_t second_factor = 0x94d049bb133111ebu;

    static constexpr std::uint64_t mix(std::uint64_t bits) noexcept {
        bits = (bits ^ (bits >> 30)) * first_factor;
        bits = (bits ^ (bits >> 27)) * second_factor;
        return bits ^ (bits >> 31);
    }

    std::uint64_t size_;
    std::uint64_t rows_;
    int shift_;
    std::uint64_t keys_[rounds];
};

} // namespace ctnn::random

#include <ctnn/config/epilogue.hpp>
