#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>
#include <ctnn/tensor/detail/braces.hpp>

namespace ctnn::error {

template <std::size_t Size>
struct box_of_inputs {
    template <std::size_t Given>
    struct gets_ends_of_size {
        template <std::size_t Needed>
        struct but_needs_size {};
    };
};

} // namespace ctnn::error

namespace ctnn::verify {
namespace detail {

template <std::size_t Size>
struct ends_role {
    template <class Ends>
    using diagnosis = typename error::box_of_inputs<Size>::template gets_ends_of_size<
        std::tuple_size<Ends>::value>::template but_needs_size<Size>;
};

} // namespace detail

/// A box of inputs: number i lies from lower[i] to upper[i], both included.
///
/// `box::around(center, radius)` holds every input of which no number is further than the radius
/// from the center's; of float and double a last place more, as its ends are rounded outwards.
///
/// Shape:    two arrays of N scalars.
/// Cost:     2 N scalars.
/// Errors:   braces with more or fewer than N numbers do not compile. A box with an end that is not finite, or a lower end above the upper one, is not
///           valid, and nothing is proven of it.
/// Example:  tests/verify/bounds.cpp
template <class T, std::size_t N>
    requires number::detail::interval_end<T>
struct box {
    std::array<T, N> lower;
    std::array<T, N> upper;

    box() = default;

    // Braces are counted: a std::array fills up what is missing with zeros, and that is another box.
    template <class Lower = ctnn::detail::braces<detail::ends_role<N>, T, N>,
              class Upper = ctnn::detail::braces<detail::ends_role<N>, T, N>>
    constexpr box(Lower const& the_lower, Upper const& the_upper) noexcept
        : lower(ctnn::detail::array_of<std::array<T, N>>(the_lower)),
          upper(ctnn::detail::array_of<std::array<T, N>>(the_upper)) {}

    static constexpr box around(std::array<T, N> const& center, T radius) noexcept {
        box result{};
        for (std::size_t i = 0; i < N; ++i) {
            T const low = center[i] - radius, high = center[i] + radius;
            if constexpr (number::detail::floats<T>)
                result.lower[i] = number::next_below(low),
                result.upper[i] = number::next_above(high);
            else
                result.lower[i] = low, result.upper[i] = high;
        }
        return result;
    }

    constexpr bool is_valid() const noexcept {
        using math::is_finite;
        bool valid = true;
        for (std::size_t i = 0; i < N; ++i)
            valid = valid && is_finite(lower[i]) && is_finite(upper[i]) && lower[i] <= upper[i];
        return valid;
    }

    constexpr bool contains(std::array<T, N> const& x) const noexcept {
        bool inside = true;
        for (std::size_t i = 0; i < N; ++i)
            inside = inside && lower[i] <= x[i] && x[i] <= upper[i];
        return inside;
    }

    // The input in the box that is nearest to x: the same if x is in it.
    constexpr std::array<T, N> nearest(std::array<T, N> const& x) const noexcept {
        std::array<T, N> y = x;
        for (std::size_t i = 0; i < N; ++i) {
            // (what is not above the lower end, a NaN too, becomes that end)
            y[i] = x[i] > lower[i] ? x[i] : lower[i];
            y[i] = y[i] < upper[i] ? y[i] : upper[i];
        }
        return y;
    }

    friend constexpr bool operator==(box const&, box const&) = default;
};

template <class T, std::size_t N>
box(std::array<T, N>, std::array<T, N>) -> box<T, N>;

} // namespace ctnn::verify

namespace ctnn {
using verify::box;
}

#include <ctnn/config/epilogue.hpp>
