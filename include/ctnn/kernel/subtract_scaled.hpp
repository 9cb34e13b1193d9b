#pragma once

#include <cstddef>
#include <ctnn/kernel/change_each.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

namespace ctnn::kernel {

// y -= a x.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr void subtract_scaled(Scalar a, Scalar const* x, Scalar* y) {
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return change_each<Size>(
                [a](auto const& to, auto const& from)
                    __attribute__((always_inline)) { return to - a * from; },
                y, y, x);
    for (std::size_t i = 0; i < Size; ++i)
        y[i] -= a * x[i];
}

} // namespace ctnn::kernel
