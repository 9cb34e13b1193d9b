#pragma once

#include <cstddef>
#include <ctnn/detail/arithmetic_in_use.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/outer.hpp>
#include <ctnn/kernel/outer_in_registers.hpp>
#include <ctnn/kernel/transform.hpp>
#include <type_traits>

CTNN_NAMESPACE(ctnn::kernel) {

// M -= a (x^T d), M being Rows x Columns. Separately: the product in brackets is rounded first, as it
// is where it was put into a gradient before. Fused: M += x^T (-a d), one operation an element.
template <std::size_t Rows, std::size_t Columns, class Scalar>
[[gnu::always_inline]] constexpr void subtract_outer(Scalar a, Scalar const* x, Scalar const* d,
                                                     Scalar* m) {
    Scalar const* columns = d;
    [[maybe_unused]] Scalar scaled[ctnn::detail::is_fused ? Columns : 1];
    if constexpr (ctnn::detail::is_fused) {
        transform<Columns>([a](auto const& dj) { return -a * dj; }, scaled, d);
        columns = scaled;
    }
    auto const change = [a](auto const& element, auto const& xi, auto const& dj)
        __attribute__((always_inline)) {
        if constexpr (ctnn::detail::is_fused) {
            static_cast<void>(a);
            return multiply_add(xi, dj, element);
        } else {
            return element - a * (xi * dj);
        }
    };
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return change_outer<Rows, Columns>(x, columns, m, change);
    if constexpr (goes_in_registers<Scalar>)
        if (!std::is_constant_evaluated())
            return outer_in_registers<Rows, Columns, !ctnn::detail::is_fused>(a, x, columns, m);
    for (std::size_t i = 0; i < Rows; ++i, m += Columns)
        for (std::size_t j = 0; j < Columns; ++j)
            m[j] = change(m[j], x[i], columns[j]);
}

} // CTNN_NAMESPACE(ctnn::kernel)
