#pragma once

#include <cstddef>
#include <ctnn/kernel/chains.hpp>
#include <ctnn/kernel/wide.hpp>
#include <utility>

namespace ctnn::kernel {

// y = x W + b in constants: one row of weights after the other becomes a wide vector, so an evaluator does one operation
// for many columns, and clang counts few steps. The arithmetic is that of affine_plain, lane by lane.
template <std::size_t Inputs, std::size_t Outputs, std::size_t Left = Outputs, class Scalar>
constexpr void affine_wide(Scalar const* x, Scalar const* weights, Scalar const* biases,
                           Scalar* y) {
    constexpr std::size_t lanes = lanes_in_front<Left>, size = lanes_used<Left>;
    constexpr std::size_t chains = detail::chains<Inputs, Outputs>;
    using values = wide<Scalar, lanes>;
    values sums[chains]{}, row{};
    pack<Scalar, lanes, size>(biases, sums[0]);
    for (std::size_t i = 0; i < Inputs; ++i) {
        Scalar const factor = x[i]; // (g++ reads what becomes a vector twice)
        pack<Scalar, lanes, size>(weights + i * Outputs, row);
        sums[i % chains] = sums[i % chains] + factor * row;
    }
    if constexpr (chains == 2)
        sums[0] = sums[0] + sums[1];
    else if constexpr (chains == 4)
        sums[0] = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    unpack<Scalar, lanes, size>(sums[0], y);
    if constexpr (size < Left)
        affine_wide<Inputs, Outputs, Left - size>(x, weights + size, biases + size, y + size);
}

} // namespace ctnn::kernel
