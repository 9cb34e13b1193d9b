#pragma once

#include <bit>
#include <cstddef>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

namespace ctnn::kernel {
namespace detail {

// The order of the additions is part of what the library promises, and depends on the shape alone:
// input i belongs to chain i mod `chains`, the bias to chain 0; then (c0 + c1) + (c2 + c3). Chains
// are there so that an addition need not wait for the one before; wide layers have enough other
// outputs to add to meanwhile.
template <std::size_t Inputs, std::size_t Outputs>
inline constexpr std::size_t chains = Inputs < 4 || Outputs >= 128 ? 1
                                      : Inputs < 8 || Outputs >= 8 ? 2
                                                                   : 4;

template <std::size_t Inputs, std::size_t Outputs, class Scalar>
constexpr void affine_plain(Scalar const* x, Scalar const* weights, Scalar const* biases,
                            Scalar* y) {
    constexpr std::size_t n = chains<Inputs, Outputs>;
    for (std::size_t j = 0; j < Outputs; ++j, ++weights) {
        Scalar sums[n];
        sums[0] = biases[j];
        Scalar const* weight = weights;
        for (std::size_t c = 0; c < n; ++c, weight += Outputs)
            sums[c] = c == 0 ? biases[j] + x[c] * *weight : x[c] * *weight;
        for (std::size_t i = n; i < Inputs; ++i, weight += Outputs)
            sums[i % n] += x[i] * *weight;
        if constexpr (n == 1)
            y[j] = sums[0];
        else if constexpr (n == 2)
            y[j] = sums[0] + sums[1];
        else
            y[j] = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }
}

// Count vectors of outputs from output First on. `Step` is from vector to vector; the last one
// ends with the last output, so it may overlap with the one before.
template <std::size_t Inputs, std::size_t Outputs, std::size_t Lanes, std::size_t Count,
          class Scalar>
[[gnu::always_inline]] inline void affine_block(Scalar const* x, Scalar const* weights,
                                                Scalar const* biases, Scalar* y,
                                                std::size_t first) {
    using values = vector<Scalar, Lanes>;
    constexpr std::size_t n = chains<Inputs, Outputs>;
    constexpr std::size_t last = Outputs - Lanes;
    std::size_t at[Count];
#pragma GCC unroll 16
    for (std::size_t k = 0; k < Count; ++k)
        at[k] = first + k * Lanes < last ? first + k * Lanes : last;
    values sums[n][Count];
#pragma GCC unroll 16
    for (std::size_t c = 0; c < n; ++c)
#pragma GCC unroll 16
        for (std::size_t k = 0; k < Count; ++k) {
            values const product = x[c] * load<Lanes>(weights + c * Outputs + at[k]);
            sums[c][k] = c == 0 ? load<Lanes>(biases + at[k]) + product : product;
        }
    constexpr std::size_t whole = Inputs / n * n;
    for (std::size_t i = n; i < whole; i += n)
#pragma GCC unroll 16
        for (std::size_t c = 0; c < n; ++c)
#pragma GCC unroll 16
            for (std::size_t k = 0; k < Count; ++k)
                sums[c][k] += x[i + c] * load<Lanes>(weights + (i + c) * Outputs + at[k]);
#pragma GCC unroll 16
    for (std::size_t i = whole; i < Inputs; ++i)
#pragma GCC unroll 16
        for (std::size_t k = 0; k < Count; ++k)
            sums[i - whole][k] += x[i] * load<Lanes>(weights + i * Outputs + at[k]);
#pragma GCC unroll 16
    for (std::size_t k = 0; k < Count; ++k) {
        values sum = sums[0][k];
        if constexpr (n == 2)
            sum = sum + sums[1][k];
        if constexpr (n == 4)
            sum = (sum + sums[1][k]) + (sums[2][k] + sums[3][k]);
        if (first + k * Lanes <= last)
            store<Lanes>(y + at[k], sum);
        else if constexpr (Outputs % Lanes > 0)
            store_part<Lanes - Outputs % Lanes, Outputs % Lanes>(
                y + Outputs / Lanes * Lanes, sum);
    }
}

template <class Scalar, std::size_t Outputs>
inline constexpr std::size_t narrow_lanes =
    Outputs < narrowest<Scalar> ? narrowest<Scalar> : std::bit_ceil(Outputs);

// Fewer outputs than lanes: a row is read with the beginning of the next one behind it, which only
// the last row does not have.
template <std::size_t Inputs, std::size_t Outputs, class Scalar>
[[gnu::always_inline]] inline void affine_narrow(Scalar const* x, Scalar const* weights,
                                                 Scalar const* biases, Scalar* y) {
    constexpr std::size_t lanes = narrow_lanes<Scalar, Outputs>;
    using values = vector<Scalar, lanes>;
    constexpr std::size_t n = chains<Inputs, Outputs>;
    auto const row = [weights](std::size_t i) __attribute__((always_inline)) {
        if (i + 1 < Inputs)
            return load<lanes>(weights + i * Outputs);
        return part<lanes - Outputs, lanes>(
            load<lanes>(weights + Inputs * Outputs - lanes)); // turned round to its beginning
    };
    values sums[n];
#pragma GCC unroll 16
    for (std::size_t c = 0; c < n; ++c) {
        values const product = x[c] * row(c);
        sums[c] = c == 0 ? load_part<lanes, Outputs>(biases) + product : product;
    }
    constexpr std::size_t whole = (Inputs - 1) / n * n;
    for (std::size_t i = n; i < whole; i += n)
#pragma GCC unroll 16
        for (std::size_t c = 0; c < n; ++c)
            sums[c] += x[i + c] * load<lanes>(weights + (i + c) * Outputs);
#pragma GCC unroll 16
    for (std::size_t i = whole < n ? n : whole; i < Inputs; ++i)
        sums[i % n] += x[i] * row(i);
    values sum = sums[0];
    if constexpr (n == 2)
        sum = sum + sums[1];
    if constexpr (n == 4)
        sum = (sum + sums[1]) + (sums[2] + sums[3]);
    store_part<0, Outputs>(y, sum);
}

template <std::size_t Inputs, std::size_t Outputs, class Scalar>
[[gnu::always_inline]] inline void affine_vectors(Scalar const* x, Scalar const* weights,
                                                  Scalar const* biases, Scalar* y) {
    constexpr std::size_t narrow = narrow_lanes<Scalar, Outputs>;
    if constexpr (Outputs < narrow && narrow <= widest<Scalar> && Inputs * Outputs >= narrow) {
        affine_narrow<Inputs, Outputs>(x, weights, biases, y);
    } else if constexpr (Outputs < narrowest<Scalar>) {
        affine_plain<Inputs, Outputs>(x, weights, biases, y);
    } else {
        constexpr std::size_t lanes = lanes_for<Scalar, Outputs>;
        constexpr std::size_t vectors = (Outputs + lanes - 1) / lanes;
        constexpr std::size_t most = 8 / chains<Inputs, Outputs>;
        constexpr std::size_t block = vectors < most ? vectors : most;
        for (std::size_t k = 0; k + block <= vectors; k += block)
            affine_block<Inputs, Outputs, lanes, block>(x, weights, biases, y, k * lanes);
        if constexpr (vectors % block > 0)
            affine_block<Inputs, Outputs, lanes, vectors % block>(x, weights, biases, y,
                                                                  vectors / block * block * lanes);
    }
}

} // namespace detail

// y = x W + b.
template <std::size_t Inputs, std::size_t Outputs, class Scalar>
[[gnu::always_inline]] constexpr void affine(Scalar const* x, Scalar const* weights,
                                             Scalar const* biases, Scalar* y) {
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return detail::affine_vectors<Inputs, Outputs>(x, weights, biases, y);
    detail::affine_plain<Inputs, Outputs>(x, weights, biases, y);
}

} // namespace ctnn::kernel
