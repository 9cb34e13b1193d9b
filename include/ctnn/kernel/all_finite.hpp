#pragma once

#include <cstddef>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/is_finite.hpp>
#include <type_traits>

namespace ctnn::kernel {
namespace detail {

// Zeros if all numbers are finite; x - x is NaN if x is not.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline Scalar sum_of_differences(Scalar const* x) {
    constexpr std::size_t lanes = lanes_for<Scalar, Size>;
    constexpr std::size_t whole = Size / lanes * lanes;
    constexpr std::size_t left = Size - whole;
    vector<Scalar, lanes> sum{};
    for (std::size_t i = 0; i < whole; i += lanes)
        sum += load<lanes>(x + i) - load<lanes>(x + i);
    if constexpr (whole == 0)
        sum = load_part<lanes, left>(x) - load_part<lanes, left>(x);
    Scalar total = sum[0];
    for (std::size_t i = 1; i < (Size < lanes ? Size : lanes); ++i)
        total += sum[i];
    if constexpr (whole > 0 && left > 0)
        total += sum_of_differences<left>(x + whole);
    return total;
}

} // namespace detail

// Is no number infinite or NaN? Without a branch for each of them.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr bool all_finite(Scalar const* x) {
    if constexpr (vectorizable<Scalar> && Size > 0)
        if (!std::is_constant_evaluated())
            return detail::sum_of_differences<Size>(x) == 0;
    using math::is_finite;
    bool finite = true;
    for (std::size_t i = 0; i < Size; ++i)
        finite = finite && is_finite(x[i]);
    return finite;
}

} // namespace ctnn::kernel
