#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/chains.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// One output of so many inputs that it has four chains: each is a lane.
template <std::size_t Inputs, class Scalar>
[[gnu::always_inline]] inline void affine_single(Scalar const* x, Scalar const* weights,
                                                 Scalar const* biases, Scalar* y) {
    static_assert(chains<Inputs, 1> == 4);
    constexpr std::size_t lanes = widest<Scalar> < 4 ? widest<Scalar> : 4;
    constexpr std::size_t count = 4 / lanes;
    constexpr std::size_t whole = Inputs / 4 * 4;
    vector<Scalar, lanes> sums[count]{};
    sums[0][0] = biases[0];
#pragma GCC unroll 4
    for (std::size_t i = 0; i < whole; i += 4)
#pragma GCC unroll 2
        for (std::size_t k = 0; k < count; ++k)
            sums[k] = multiply_add(load<lanes>(x + i + k * lanes),
                                   load<lanes>(weights + i + k * lanes), sums[k]);
    Scalar chain[4];
#pragma GCC unroll 4
    for (std::size_t k = 0; k < 4; ++k)
        chain[k] = sums[k / lanes][k % lanes];
#pragma GCC unroll 4
    for (std::size_t k = 0; k < Inputs - whole; ++k)
        chain[k] = multiply_add(x[whole + k], weights[whole + k], chain[k]);
    *y = (chain[0] + chain[1]) + (chain[2] + chain[3]);
}

} // namespace detail
CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
