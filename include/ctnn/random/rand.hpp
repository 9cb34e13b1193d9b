#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>

#include <ctnn/random/mt19937.hpp>

namespace ctnn::random {

/// The next number in [0, 1), as numpy's legacy `numpy.random.rand()` gives it, bit for bit.
///
/// Two draws of 32 bits give 27 and 26 bits of a 53-bit fraction.
///
/// Shape:    a generator to one double in [0, 1), a multiple of 2^-53.
/// Cost:     two draws, one conversion and one multiplication.
/// Source:   genrand_res53 of Matsumoto and Nishimura's mt19937ar, 2002.
/// Example:  tests/random/rand.cpp
constexpr double rand(mt19937& generator) noexcept {
    std::uint32_t const high = generator() >> 5;
    std::uint32_t const low = generator() >> 6;
    // Below 2^53, so the conversion and the multiplication are exact.
    auto const fraction = static_cast<std::int64_t>(high) * 0x4000000 + low;
    return static_cast<double>(fraction) * 0x1p-53;
}

} // namespace ctnn::random

#include <ctnn/config/epilogue.hpp>
