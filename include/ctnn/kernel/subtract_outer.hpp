#pragma once

#include <cstddef>
#include <ctnn/detail/arithmetic_in_use.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/outer.hpp>
#include <ctnn/kernel/outer_in_registers.hpp>
#include <ctnn/kernel/transform.hpp>
#include <type_traits>

CTNN_NAMESPACE(ctnn::kernel) {

namespace detail {

// In integers on Arm, for layers of any number of rows: flash is scarce. (On other machines, which have no
// instruction that saturates, compilers leave more out where they know the rate.)
template <std::size_t Columns, class Scalar>
[[gnu::noinline]] void subtract_outer_exactly(Scalar a, Scalar const* x, Scalar const* d, Scalar* m,
                                              std::size_t rows) {
    for (Scalar const* const end = x + rows; x != end; ++x) {
        Scalar const xi = *x;
        auto const change = [&m, a, xi ](Scalar dj) __attribute__((always_inline)) {
            *m = *m - a * (xi * dj);
            ++m;
        };
        for (Scalar const* at = d; at != d + Columns / 2 * 2; at += 2) {
            change(at[0]);
            change(at[1]);
        }
        if constexpr (Columns % 2 == 1)
            change(d[Columns - 1]);
    }
}

} // namespace detail

// M -= a (x^T d), M being Rows x Columns. Separately: the product in brackets is rounded first, as it
// is where it was put into a gradient before. Fused: M += x^T (-a d), one operation an element; but what
// sums exactly does not know of the two.
template <std::size_t Rows, std::size_t Columns, class Scalar>
[[gnu::always_inline]] constexpr void subtract_outer(Scalar a, Scalar const* x, Scalar const* d,
                                                     Scalar* m) {
    constexpr bool is_fused = ctnn::detail::is_fused && !sums_exactly<Scalar>;
    Scalar const* columns = d;
    [[maybe_unused]] Scalar scaled[is_fused ? Columns : 1];
    if constexpr (is_fused) {
        transform<Columns>([a](auto const& dj) { return -a * dj; }, scaled, d);
        columns = scaled;
    }
    auto const change = [a](auto const& element, auto const& xi, auto const& dj)
        __attribute__((always_inline)) {
        if constexpr (is_fused) {
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
            return outer_in_registers<Rows, Columns, !is_fused>(a, x, columns, m);
#if defined(__arm__)
    if constexpr (sums_exactly<Scalar>)
        if (!std::is_constant_evaluated())
            return detail::subtract_outer_exactly<Columns>(a, x, d, m, Rows);
#endif
    for (std::size_t i = 0; i < Rows; ++i, m += Columns)
        for (std::size_t j = 0; j < Columns; ++j)
            m[j] = change(m[j], x[i], columns[j]);
}

} // CTNN_NAMESPACE(ctnn::kernel)
