#pragma once

#include <cstddef>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

namespace ctnn::kernel {
namespace detail {

template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline void subtract_scaled_vectors(Scalar a, Scalar const* x, Scalar* y) {
    constexpr std::size_t lanes = lanes_for<Scalar, Size>;
    constexpr std::size_t whole = Size / lanes * lanes;
    for (std::size_t i = 0; i < whole; i += lanes)
        store<lanes>(y + i, load<lanes>(y + i) - a * load<lanes>(x + i));
    if constexpr (constexpr std::size_t left = Size - whole; whole > 0 && left > 0)
        subtract_scaled_vectors<left>(a, x + whole, y + whole);
    else if constexpr (left > 0)
        store_part<0, left>(y, load_part<lanes, left>(y) - a * load_part<lanes, left>(x));
}

} // namespace detail

// y -= a x.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr void subtract_scaled(Scalar a, Scalar const* x, Scalar* y) {
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return detail::subtract_scaled_vectors<Size>(a, x, y);
    for (std::size_t i = 0; i < Size; ++i)
        y[i] -= a * x[i];
}

} // namespace ctnn::kernel
