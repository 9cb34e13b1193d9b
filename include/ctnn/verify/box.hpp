#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>

namespace ctnn::verify {

/// A box of inputs: number i lies from lower[i] to upper[i], both included.
///
/// `box::around(center, radius)` holds every input of which no number is further than the radius
/// from the center's, and as its ends are rounded outwards a last place more.
///
/// Shape:    two arrays of N scalars.
/// Gradient: none.
/// Cost:     2 N scalars.
/// Errors:   a box with an end that is not finite, or a lower end above the upper one, is not
///           valid, and nothing is proven of it.
/// Source:   this library.
/// Example:  tests/verify/bounds.cpp
template <class T, std::size_t N>
    requires(std::same_as<T, float> || std::same_as<T, double>)
struct box {
    std::array<T, N> lower;
    std::array<T, N> upper;

    static constexpr box around(std::array<T, N> const& center, T radius) noexcept {
        box result{};
        for (std::size_t i = 0; i < N; ++i) {
            result.lower[i] = number::next_below(center[i] - radius);
            result.upper[i] = number::next_above(center[i] + radius);
        }
        return result;
    }

    constexpr bool is_valid() const noexcept {
        bool valid = true;
        for (std::size_t i = 0; i < N; ++i)
            valid = valid && math::is_finite(lower[i]) && math::is_finite(upper[i]) &&
                    lower[i] <= upper[i];
        return valid;
    }

    constexpr bool contains(std::array<T, N> const& x) const noexcept {
        bool inside = true;
        for (std::size_t i = 0; i < N; ++i)
            inside = inside && lower[i] <= x[i] && x[i] <= upper[i];
        return inside;
    }

    friend constexpr bool operator==(box const&, box const&) = default;
};

template <class T, std::size_t N>
box(std::array<T, N>, std::array<T, N>) -> box<T, N>;

} // namespace ctnn::verify

namespace ctnn {
using verify::box;
}
