#pragma once

#include <array>
#include <cstddef>
#include <ctnn/kernel/descent.hpp>

// Rules (kernel/descent.hpp) for kernels that take any.

namespace rules {

// Remembers two numbers, of which one is the derivative as it came, the sign of a 0 included.
struct two_numbers {
    template <class Values>
    constexpr void operator()(Values& parameter, Values const& derivative, Values& last,
                              Values& sum) const {
        last = derivative;
        sum = sum - sum * derivative;
        parameter -= sum + last * derivative;
    }
};

// All arrays one after the other.
template <class Scalar, std::size_t... Size>
constexpr auto joined(std::array<Scalar, Size> const&... arrays) {
    std::array<Scalar, (... + Size)> all{};
    std::size_t at = 0;
    auto const append = [&](auto const& numbers) {
        for (Scalar const& number : numbers)
            all[at++] = number;
    };
    (append(arrays), ...);
    return all;
}

} // namespace rules
