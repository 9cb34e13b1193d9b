#pragma once

#include <cstddef>
#include <ctnn/kernel/outer.hpp>
#include <type_traits>

namespace ctnn::kernel {

// M -= a (x^T d), M being Rows x Columns; the product in brackets is rounded first, as it is where
// it was put into a gradient before.
template <std::size_t Rows, std::size_t Columns, class Scalar, class X, class D>
[[gnu::always_inline]] constexpr void subtract_outer(Scalar a, X x, D d, Scalar* m) {
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return change_outer<Rows, Columns>(
                x, d, m,
                [a](auto const& element, auto const& product) { return element - a * product; });
    for (std::size_t i = 0; i < Rows; ++i, m += Columns)
        for (std::size_t j = 0; j < Columns; ++j)
            m[j] -= a * (x[i] * d[j]);
}

} // namespace ctnn::kernel
