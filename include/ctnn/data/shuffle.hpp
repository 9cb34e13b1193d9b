#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/random/permutation.hpp>

namespace ctnn {

/// The same elements in a pseudo-random order, which the seed decides and every platform shares.
///
/// Shape:    an array of samples, or of anything, and a seed to an array of the same type.
/// Gradient: none.
/// Cost:     a copy of the array; for each element that of `random::permutation`.
/// Errors:   none.
/// Source:   this library.
/// Example:  tests/data/shuffle.cpp
template <class T, std::size_t Size>
constexpr std::array<T, Size> shuffle(std::array<T, Size> const& elements, std::uint64_t seed) {
    random::permutation const order(Size, seed, 0);
    std::array<T, Size> shuffled{};
    T const* const from = elements.data();
    T* to = shuffled.data();
    for (std::size_t i = 0; i != Size; ++i)
        to[i] = from[order(i)];
    return shuffled;
}

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
