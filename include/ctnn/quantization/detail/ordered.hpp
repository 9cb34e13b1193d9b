#pragma once

#include <cstdint>

namespace ctnn::quantization {

// An integer as a scalar that can only be compared: a layer that only compares runs its code on it. (A scalar must also
// declare arithmetic. Here it has no definition, so code that computes does not build.)
struct ordered {
    std::int16_t integer = 0;

    ordered() = default;
    constexpr explicit ordered(int number) : integer(static_cast<std::int16_t>(number)) {}
    constexpr explicit ordered(double number) : integer(static_cast<std::int16_t>(number)) {}

    friend constexpr bool operator==(ordered, ordered) = default;
    friend constexpr bool operator<(ordered a, ordered b) { return a.integer < b.integer; }
    friend constexpr bool operator>(ordered a, ordered b) { return a.integer > b.integer; }
    friend constexpr bool operator<=(ordered a, ordered b) { return a.integer <= b.integer; }
    friend constexpr bool operator>=(ordered a, ordered b) { return a.integer >= b.integer; }

    friend ordered operator+(ordered, ordered);
    friend ordered operator-(ordered, ordered);
    friend ordered operator*(ordered, ordered);
    friend ordered operator/(ordered, ordered);
    friend ordered operator-(ordered);
    friend ordered& operator+=(ordered&, ordered);
    friend ordered& operator-=(ordered&, ordered);
    friend ordered& operator*=(ordered&, ordered);
};

} // namespace ctnn::quantization
