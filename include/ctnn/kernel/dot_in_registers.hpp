#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/sum.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// The sum of the products of Size numbers, in the order of kernel/sum.hpp.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline Scalar dot_in_registers(Scalar const*& a, Scalar const* b) {
    constexpr std::size_t columns = columns_of_sum<Size>;
    constexpr std::size_t whole = Size / columns * columns;
    Scalar s[columns];
    add_products<false, columns>(a, b, s);
    for (std::size_t j = columns; j < whole; j += columns)
        add_products<true, columns>(a, b, s);
    Scalar total;
    if constexpr (columns == 8)
        total = ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]));
    else if constexpr (columns == 4)
        total = (s[0] + s[2]) + (s[1] + s[3]);
    else if constexpr (columns == 2)
        total = s[0] + s[1];
    else
        total = s[0];
    if constexpr (whole < Size)
        total += dot_in_registers<Size - whole>(a, b);
    return total;
}

} // namespace detail

// y = M d on a machine without vectors, for layers of any number of rows.
template <std::size_t Columns, class Scalar>
[[gnu::noinline]] void dot_rows_in_registers(Scalar const* m, Scalar const* d, Scalar* y,
                                             std::size_t rows) {
    for (Scalar* const end = y + rows; y != end; ++y)
        *y = detail::dot_in_registers<Columns>(m, d);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
