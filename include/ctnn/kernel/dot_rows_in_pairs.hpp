#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/pairs.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Count rows, whose products have d in common.
template <std::size_t Columns, std::size_t Count, class Scalar>
[[gnu::always_inline]] inline void dot_pairs(Scalar const* m, Scalar const* d, Scalar* y) {
    exact_sum_of_many<Scalar> sums[Count];
#pragma GCC unroll 8
    for (std::size_t j = 0; j + 1 < Columns; j += 2) {
        std::uint32_t const of_d = load_pair(d + j);
        for_each_index<Count>([&](auto k) __attribute__((always_inline)) {
            sums[k].add_products(of_d, load_pair(m + k * Columns + j));
        });
    }
    for_each_index<Count>([&](auto k) __attribute__((always_inline)) {
        if constexpr (Columns % 2 == 1)
            sums[k].add_product(d[Columns - 1], m[k * Columns + Columns - 1]);
        y[k] = sums[k].rounded();
    });
}

} // namespace detail

// y = M d for scalars that lie in pairs, for layers of any number of rows: flash is scarce.
template <std::size_t Columns, class Scalar>
[[gnu::noinline]] void dot_rows_in_pairs(Scalar const* m, Scalar const* d, Scalar* y,
                                         std::size_t rows) {
    for (; rows >= 2; rows -= 2, m += 2 * Columns, y += 2)
        detail::dot_pairs<Columns, 2>(m, d, y);
    if (rows == 1)
        detail::dot_pairs<Columns, 1>(m, d, y);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
