#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/transform.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// y -= a x; y are parameters, which are read and written in the pieces that affine reads.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr void subtract_scaled(Scalar a, Scalar const* x, Scalar* y) {
    constexpr std::size_t lanes = narrowest<Scalar>;
    if constexpr (vectorizable<Scalar> && Size < lanes)
        if (!std::is_constant_evaluated())
            return store_part<0, Size>(
                y, multiply_subtract(a, load_values<lanes, Size>(x), load_part<lanes, Size>(y)));
    transform<Size>(
        [a](auto const& to, auto const& from) { return multiply_subtract(a, from, to); }, y, y, x);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
