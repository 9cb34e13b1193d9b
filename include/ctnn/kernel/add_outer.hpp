#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/outer.hpp>
#include <ctnn/kernel/outer_in_registers.hpp>
#include <type_traits>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN

// M += x^T d, M being Rows x Columns.
template <std::size_t Rows, std::size_t Columns, class Scalar>
[[gnu::always_inline]] constexpr void add_outer(Scalar const* x, Scalar const* d, Scalar* m) {
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return change_outer<Rows, Columns>(
                x, d,
                [](auto const& xi, auto const& dj, auto& element)
                    __attribute__((always_inline)) { element = multiply_add(xi, dj, element); },
                m);
    if constexpr (goes_in_registers<Scalar>)
        if (!std::is_constant_evaluated())
            return outer_in_registers<Rows, Columns, false>(Scalar(0), x, d, m);
    for (std::size_t i = 0; i < Rows; ++i, m += Columns)
        for (std::size_t j = 0; j < Columns; ++j)
            m[j] = multiply_add(x[i], d[j], m[j]);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
