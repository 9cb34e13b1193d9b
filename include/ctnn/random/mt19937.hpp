#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <concepts>
#include <cstdint>

namespace ctnn::random {

namespace detail {
struct spare_normal;
}

/// The 32-bit Mersenne twister, seeded as numpy's legacy `numpy.random.seed(seed)` seeds it.
///
/// Each call gives the next 32 bits; it models std::uniform_random_bit_generator. The state is
/// renewed one word per call, not 624 words every 624th call: every call takes the same time, and a
/// short use does not pay for words it never draws. Like numpy's, the generator also keeps the
/// second value of each pair that `normal` makes, so a sequence of draws that mixes `rand` and
/// `normal` is numpy's sequence; generators that compare equal go on alike.
///
/// Shape:    an integer seed to a stream of std::uint32_t.
/// Cost:     2512 bytes; 623 multiply-adds to seed, about 20 integer operations a call.
/// Errors:   a seed type wider than 32 bits does not compile (numpy refuses larger seeds too).
/// Source:   Matsumoto and Nishimura, "Mersenne Twister", 1998, with the seeding of 2002.
/// Example:  tests/random/mt19937.cpp
class mt19937 {
public:
    using result_type = std::uint32_t;

    static constexpr result_type(min)() noexcept { return 0; }
    static constexpr result_type(max)() noexcept { return 0xffffffffu; }

    explicit constexpr mt19937(std::uint32_t seed) noexcept {
        std::uint32_t word = seed;
        state_[0] = word;
        for (std::uint32_t i = 1; i != 624; ++i)
            state_[i] = word = 1812433253u * (word ^ (word >> 30)) + i;
    }

    // Cutting a wide seed to its low 32 bits would make different seeds equal without a word.
    template <std::integral wide>
        requires(sizeof(wide) > sizeof(std::uint32_t))
    explicit mt19937(wide) = delete;

    constexpr result_type operator()() noexcept {
        std::uint32_t* const state = state_;
        std::uint32_t const here = next_;
        std::uint32_t const after = here == 623 ? 0 : here + 1;
        std::uint32_t const middle = here < 227 ? here + 397 : here - 227;
        std::uint32_t const joined = (state[here] & 0x80000000u) | (state[after] & 0x7fffffffu);
        std::uint32_t word =
            state[middle] ^ (joined >> 1) ^ ((joined & 1u) != 0 ? 0x9908b0dfu : 0u);
        state[here] = word;
        next_ = after;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c5680u;
        word ^= (word << 15) & 0xefc60000u;
        return word ^ (word >> 18);
    }

    friend constexpr bool operator==(mt19937 const&, mt19937 const&) = default;

private:
    friend struct detail::spare_normal;

    std::uint32_t state_[624];
    std::uint32_t next_ = 0;
    bool has_spare_normal_ = false;
    double spare_normal_ = 0;
};

} // namespace ctnn::random

#include <ctnn/config/epilogue.hpp>
