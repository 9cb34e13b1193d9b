#pragma once

#include <cstddef>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::kernel {
namespace detail {

// The order of the additions is part of what the library promises: four sums, of the elements with
// j mod 4 = 0, 1, 2, 3, added as (s0 + s1) + (s2 + s3). A row of fewer than 4 has fewer sums.
template <std::size_t Size, class Scalar>
constexpr Scalar dot(Scalar const* a, Scalar const* b) {
    if constexpr (Size == 1) {
        return a[0] * b[0];
    } else if constexpr (Size < 4) {
        Scalar sum = a[0] * b[0] + a[1] * b[1];
        if constexpr (Size == 3)
            sum += a[2] * b[2];
        return sum;
    } else {
        Scalar s0 = a[0] * b[0], s1 = a[1] * b[1], s2 = a[2] * b[2], s3 = a[3] * b[3];
        std::size_t j = 4;
        for (; j + 4 <= Size; j += 4) {
            s0 += a[j] * b[j];
            s1 += a[j + 1] * b[j + 1];
            s2 += a[j + 2] * b[j + 2];
            s3 += a[j + 3] * b[j + 3];
        }
        if constexpr (Size % 4 > 0)
            s0 += a[j] * b[j];
        if constexpr (Size % 4 > 1)
            s1 += a[j + 1] * b[j + 1];
        if constexpr (Size % 4 > 2)
            s2 += a[j + 2] * b[j + 2];
        return (s0 + s1) + (s2 + s3);
    }
}

// The four sums of one row.
template <std::size_t Size, class Scalar>
inline vector<Scalar, 4> four_sums(Scalar const* a, Scalar const* b) {
    vector<Scalar, 4> sums = load<4>(a) * load<4>(b);
    std::size_t j = 4;
    for (; j + 4 <= Size; j += 4)
        sums += load<4>(a + j) * load<4>(b + j);
    if constexpr (Size % 4 > 0)
        sums[0] += a[j] * b[j];
    if constexpr (Size % 4 > 1)
        sums[1] += a[j + 1] * b[j + 1];
    if constexpr (Size % 4 > 2)
        sums[2] += a[j + 2] * b[j + 2];
    return sums;
}

// Four rows' sums, transposed, so that three vector additions finish four dot products.
template <std::size_t Size, class Scalar>
inline void dot_four_rows(Scalar const* rows, Scalar const* d, Scalar* to) {
    auto const a = four_sums<Size>(rows, d);
    auto const b = four_sums<Size>(rows + Size, d);
    auto const c = four_sums<Size>(rows + 2 * Size, d);
    auto const e = four_sums<Size>(rows + 3 * Size, d);
    auto const ab_low = __builtin_shufflevector(a, b, 0, 4, 1, 5);  // a0 b0 a1 b1
    auto const ab_high = __builtin_shufflevector(a, b, 2, 6, 3, 7); // a2 b2 a3 b3
    auto const ce_low = __builtin_shufflevector(c, e, 0, 4, 1, 5);
    auto const ce_high = __builtin_shufflevector(c, e, 2, 6, 3, 7);
    auto const s0 = __builtin_shufflevector(ab_low, ce_low, 0, 1, 4, 5);
    auto const s1 = __builtin_shufflevector(ab_low, ce_low, 2, 3, 6, 7);
    auto const s2 = __builtin_shufflevector(ab_high, ce_high, 0, 1, 4, 5);
    auto const s3 = __builtin_shufflevector(ab_high, ce_high, 2, 3, 6, 7);
    store<4>(to, (s0 + s1) + (s2 + s3));
}

} // namespace detail

// y = M d, M being Rows x Columns: one dot product for each row.
template <std::size_t Rows, std::size_t Columns, class Scalar>
constexpr void dot_rows(Scalar const* m, Scalar const* d, Scalar* y) {
    if constexpr (vectorizable<Scalar> && Columns >= 4)
        if (!std::is_constant_evaluated()) {
            constexpr std::size_t whole = Rows / 4 * 4;
            for (std::size_t i = 0; i < whole; i += 4)
                detail::dot_four_rows<Columns>(m + i * Columns, d, y + i);
            if constexpr (whole < Rows)
                for (std::size_t i = whole; i < Rows; ++i)
                    y[i] = detail::dot<Columns>(m + i * Columns, d);
            return;
        }
    for (std::size_t i = 0; i < Rows; ++i)
        y[i] = detail::dot<Columns>(m + i * Columns, d);
}

} // namespace ctnn::kernel
