#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/chains.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/subtract_outer.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Count vectors of columns of all rows.
template <std::size_t Inputs, std::size_t Outputs, std::size_t Count, class Scalar, class Step>
[[gnu::always_inline]] inline void
subtract_outer_affine_block(Step const& step, Scalar const* before, Scalar const* d,
                            Scalar const* x, Scalar* weights, Scalar const* biases, Scalar* y) {
    constexpr std::size_t lanes = widest<Scalar>;
    constexpr std::size_t n = chains<Inputs, Outputs>;
    constexpr std::size_t whole = Inputs / n * n;
    using values = vector<Scalar, lanes>;
    values sums[n * Count]{};
    values columns[Count];
#pragma GCC unroll 16
    for (std::size_t k = 0; k < Count; ++k) {
        sums[k] = load<lanes>(biases + k * lanes);
        columns[k] = load<lanes>(d + k * lanes);
    }
    auto const add = [&](std::size_t c, std::size_t i) __attribute__((always_inline)) {
        Scalar* const row = weights + i * Outputs;
        auto const xi = fill<lanes>(x[i]);
#pragma GCC unroll 16
        for (std::size_t k = 0; k < Count; ++k) {
            values const w = step(load<lanes>(row + k * lanes), before[i], columns[k]);
            store<lanes>(row + k * lanes, w);
            sums[c * Count + k] = multiply_add(xi, w, sums[c * Count + k]);
        }
    };
#pragma GCC unroll 2
    for (std::size_t i = 0; i < whole; i += n)
#pragma GCC unroll 4
        for (std::size_t c = 0; c < n; ++c)
            add(c, i + c);
#pragma GCC unroll 4
    for (std::size_t i = whole; i < Inputs; ++i)
        add(i - whole, i);
#pragma GCC unroll 16
    for (std::size_t k = 0; k < Count; ++k)
        store<lanes>(y + k * lanes, add_chains<Inputs, Outputs>(sums + k, Count));
}

// As many vectors of columns as there are registers for, which make a whole row.
template <std::size_t Inputs, std::size_t Outputs, class Scalar>
inline constexpr std::size_t vectors_to_step = [] {
    constexpr std::size_t vectors = Outputs / widest<Scalar>;
    std::size_t count = (vector_bytes == 64 ? 8 : 4) / chains<Inputs, Outputs>;
    while (count > 1 && vectors % count != 0)
        --count;
    return count > 1 ? count : 1;
}();

} // namespace detail

// W -= a (before^T d), and then y = x W + b, in one pass over W if its rows are whole vectors: the bits
// of subtract_outer and then affine.
template <std::size_t Inputs, std::size_t Outputs, vectorizable Scalar>
[[gnu::always_inline]] inline void
subtract_outer_affine(Scalar a, Scalar const* before, Scalar const* d, Scalar const* x,
                      Scalar* weights, Scalar const* biases, Scalar* y) {
    if constexpr (Outputs % widest<Scalar> == 0) {
        constexpr std::size_t count = detail::vectors_to_step<Inputs, Outputs, Scalar>;
        detail::outer_step<Outputs, Scalar> const step(a, d);
        for (std::size_t j = 0; j < Outputs; j += count * widest<Scalar>)
            detail::subtract_outer_affine_block<Inputs, Outputs, count>(
                step, before, step.columns() + j, x, weights + j, biases + j, y + j);
    } else {
        subtract_outer<Inputs, Outputs>(a, before, d, weights);
        affine<Inputs, Outputs>(x, weights, biases, y);
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
