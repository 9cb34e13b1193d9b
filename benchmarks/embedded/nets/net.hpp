#pragma once

// What the networks have in common that are measured on microcontrollers. in_fixed_point.hpp and in_int8.hpp
// make networks of another kind of them.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <type_traits>

namespace nets {

// Inputs between -1 and 1, whatever the seed.
template <class Network>
[[gnu::noinline]] constexpr typename Network::input_type input(std::uint32_t seed) {
    typename Network::input_type x{};
    std::uint32_t state = seed * 2654435761U + 1;
    for (auto& value : x) {
        state = state * 1664525 + 1013904223;
        value = static_cast<float>(state >> 8) / 8388608.0F - 1;
    }
    return x;
}

template <class Network>
constexpr typename Network::output_type target(std::uint32_t seed) {
    typename Network::output_type t{};
    t[seed % t.size()] = 1;
    return t;
}

inline constexpr ctnn::sgd optimizer{.learning_rate = 0.01};

} // namespace nets
