#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/group.hpp>
#include <ctnn/kernel/multiply_add.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Count outputs of one group; x and y are those of the group, weights and biases begin at the first
// of the outputs.
template <std::size_t Inputs, std::size_t Outputs, std::size_t Count, class Scalar>
[[gnu::always_inline]] inline void batch_affine_tile(Scalar const* x, Scalar const* weights,
                                                     Scalar const* biases, Scalar* y) {
    constexpr std::size_t lanes = widest<Scalar>;
    constexpr std::size_t parts = vectors_of_group<Scalar>;
    constexpr std::size_t n = chains<Inputs, Outputs>;
    // Inputs in one round of the loop. (More of them are slower where an addition is an operation of
    // its own.)
    constexpr std::size_t round = n == 1 ? 2 : ctnn::detail::is_fused ? 2 * n : n;
    constexpr std::size_t whole = Inputs / round * round;
    using values = vector<Scalar, lanes>;
    values sums[n * Count * parts]{};
    auto const add_input = [&](std::size_t i, std::size_t chain) __attribute__((always_inline)) {
        values in[parts];
#pragma GCC unroll 16
        for (std::size_t p = 0; p < parts; ++p)
            in[p] = load<lanes>(x + i * group<Scalar> + p * lanes);
#pragma GCC unroll 16
        for (std::size_t j = 0; j < Count; ++j)
#pragma GCC unroll 16
            for (std::size_t p = 0; p < parts; ++p) {
                values& sum = sums[(chain * Count + j) * parts + p];
                sum = multiply_add(weights[i * Outputs + j], in[p], sum);
            }
    };
#pragma GCC unroll 16
    for (std::size_t j = 0; j < Count; ++j)
#pragma GCC unroll 16
        for (std::size_t p = 0; p < parts; ++p)
            sums[j * parts + p] = fill<lanes>(biases[j]);
    for (std::size_t i = 0; i < whole; i += round)
#pragma GCC unroll 16
        for (std::size_t c = 0; c < round; ++c)
            add_input(i + c, c % n);
#pragma GCC unroll 16
    for (std::size_t i = whole; i < Inputs; ++i)
        add_input(i, (i - whole) % n);
#pragma GCC unroll 16
    for (std::size_t j = 0; j < Count; ++j)
#pragma GCC unroll 16
        for (std::size_t p = 0; p < parts; ++p)
            store<lanes>(y + j * group<Scalar> + p * lanes,
                         add_chains<Inputs, Outputs>(sums + j * parts + p, Count * parts));
}

} // namespace detail

// y = x W + b for groups of samples, in the order of kernel/affine.hpp; the run-time face only. The
// weights of a tile go to all groups before those of the next one are read.
template <std::size_t Inputs, std::size_t Outputs, vectorizable Scalar>
[[gnu::always_inline]] inline void batch_affine(Scalar const* x, Scalar const* weights,
                                                Scalar const* biases, Scalar* y,
                                                std::size_t groups) {
    constexpr std::size_t most =
        accumulators / vectors_of_group<Scalar> / detail::chains<Inputs, Outputs>;
    constexpr std::size_t step = most > 0 ? most : 1;
    constexpr std::size_t count = step < Outputs ? step : Outputs;
    constexpr std::size_t whole = Outputs / count * count;
    for (std::size_t j = 0; j < whole; j += count)
        for (std::size_t g = 0; g < groups; ++g)
            detail::batch_affine_tile<Inputs, Outputs, count>(
                x + g * Inputs * group<Scalar>, weights + j, biases + j,
                y + (g * Outputs + j) * group<Scalar>);
    if constexpr (whole < Outputs)
        for (std::size_t g = 0; g < groups; ++g)
            detail::batch_affine_tile<Inputs, Outputs, Outputs - whole>(
                x + g * Inputs * group<Scalar>, weights + whole, biases + whole,
                y + (g * Outputs + whole) * group<Scalar>);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
