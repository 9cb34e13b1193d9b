#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/in_registers.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Count columns of all rows, for layers of any shape.
template <std::size_t Count, bool Subtracts, class Scalar>
[[gnu::noinline]] void outer_columns(Scalar rate, Scalar const* x, Scalar const* d, Scalar* m,
                                     std::size_t rows, std::size_t columns) {
    Scalar dj[Count];
    for_each_index<Count>([&](auto i) __attribute__((always_inline)) { dj[i] = d[i]; });
    for (Scalar const* const end = x + rows; x != end; ++x) {
        if constexpr (Subtracts)
            subtract_from_row<Count>(rate, *x, dj, m);
        else
            add_to_row<Count>(*x, dj, m);
        m += columns - Count;
    }
}

} // namespace detail

// M += x^T d on a machine without vectors, or M -= rate (x^T d) where Subtracts.
template <std::size_t Rows, std::size_t Columns, bool Subtracts, class Scalar>
[[gnu::always_inline]] inline void outer_in_registers(Scalar rate, Scalar const* x, Scalar const* d,
                                                      Scalar* m) {
    constexpr std::size_t most = in_registers<Scalar> / 2;
    constexpr std::size_t count = Columns < most ? Columns : most;
    constexpr std::size_t left = Columns % count;
    std::size_t j = 0;
    for (; j < Columns - left; j += count)
        detail::outer_columns<count, Subtracts>(rate, x, d + j, m + j, Rows, Columns);
    if constexpr (left > 0)
        detail::outer_columns<left, Subtracts>(rate, x, d + j, m + j, Rows, Columns);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
