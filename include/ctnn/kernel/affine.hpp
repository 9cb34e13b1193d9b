#pragma once

#include <bit>
#include <cstddef>
#include <ctnn/kernel/roomy.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

namespace ctnn::kernel {
namespace detail {

// The order of the additions is part of what the library promises, and depends on the shape alone:
// the product of input i goes to chain i mod `chains`, in the order of the inputs; the last chain
// begins with the bias; then (c0 + c1) + (c2 + c3). Chains are there so that an addition need not
// wait for the one before it; wide layers have enough other outputs to add to meanwhile.
template <std::size_t Inputs, std::size_t Outputs>
inline constexpr std::size_t chains = Inputs == 1 || Outputs >= 128 ? 1
                                      : Inputs < 8 || Outputs >= 8  ? 2
                                                                    : 4;

template <std::size_t Inputs, std::size_t Outputs, class Scalar>
constexpr void affine_plain(Scalar const* x, Scalar const* weights, Scalar const* biases,
                            Scalar* y) {
    constexpr std::size_t n = chains<Inputs, Outputs>;
    constexpr std::size_t row = Outputs;
    constexpr std::size_t whole = Inputs / n * n;
    for (std::size_t j = 0; j < Outputs; ++j) {
        Scalar const* const w = weights + j;
        std::size_t at = n * row; // of the weight of input i
        if constexpr (n == 1) {
            Scalar sum = biases[j] + x[0] * w[0];
            for (std::size_t i = 1; i < Inputs; ++i, at += row)
                sum += x[i] * w[at];
            y[j] = sum;
        } else if constexpr (n == 2) {
            Scalar s0 = x[0] * w[0], s1 = biases[j] + x[1] * w[row];
            for (std::size_t i = 2; i < whole; i += 2, at += 2 * row) {
                s0 += x[i] * w[at];
                s1 += x[i + 1] * w[at + row];
            }
            if constexpr (Inputs % 2 > 0)
                s0 += x[whole] * w[at];
            y[j] = s0 + s1;
        } else {
            Scalar s0 = x[0] * w[0], s1 = x[1] * w[row], s2 = x[2] * w[2 * row];
            Scalar s3 = biases[j] + x[3] * w[3 * row];
            for (std::size_t i = 4; i < whole; i += 4, at += 4 * row) {
                s0 += x[i] * w[at];
                s1 += x[i + 1] * w[at + row];
                s2 += x[i + 2] * w[at + 2 * row];
                s3 += x[i + 3] * w[at + 3 * row];
            }
            if constexpr (Inputs % 4 > 0)
                s0 += x[whole] * w[at];
            if constexpr (Inputs % 4 > 1)
                s1 += x[whole + 1] * w[at + row];
            if constexpr (Inputs % 4 > 2)
                s2 += x[whole + 2] * w[at + 2 * row];
            y[j] = (s0 + s1) + (s2 + s3);
        }
    }
}

template <std::size_t Inputs, std::size_t Outputs, class Values>
[[gnu::always_inline]] inline Values add_chains(Values const* sums, std::size_t stride) {
    if constexpr (chains<Inputs, Outputs> == 1)
        return sums[0];
    else if constexpr (chains<Inputs, Outputs> == 2)
        return sums[0] + sums[stride];
    else
        return (sums[0] + sums[stride]) + (sums[2 * stride] + sums[3 * stride]);
}

// Count vectors of outputs, Size in each (fewer than Lanes only if there is one vector).
template <std::size_t Inputs, std::size_t Outputs, std::size_t Lanes, std::size_t Count,
          std::size_t Size, class X, class Scalar, class Y>
[[gnu::always_inline]] inline void affine_block(X x, Scalar const* weights, Scalar const* biases,
                                                Y y) {
    using values = vector<Scalar, Lanes>;
    constexpr std::size_t n = chains<Inputs, Outputs>;
    constexpr std::size_t whole = Inputs / n * n;
    auto const product = [=](std::size_t i, std::size_t k) __attribute__((always_inline)) {
        return x[i] * load_part<Lanes, Size>(weights + i * Outputs + k * Lanes);
    };
    values sums[n * Count];
#pragma GCC unroll 16
    for (std::size_t c = 0; c < n; ++c)
#pragma GCC unroll 16
        for (std::size_t k = 0; k < Count; ++k)
            sums[c * Count + k] = c + 1 < n
                                      ? product(c, k)
                                      : load_part<Lanes, Size>(biases + k * Lanes) + product(c, k);
    for (std::size_t i = n; i < whole; i += n)
#pragma GCC unroll 16
        for (std::size_t c = 0; c < n; ++c)
#pragma GCC unroll 16
            for (std::size_t k = 0; k < Count; ++k)
                sums[c * Count + k] += product(i + c, k);
#pragma GCC unroll 16
    for (std::size_t i = whole; i < Inputs; ++i)
#pragma GCC unroll 16
        for (std::size_t k = 0; k < Count; ++k)
            sums[(i - whole) * Count + k] += product(i, k);
#pragma GCC unroll 16
    for (std::size_t k = 0; k < Count; ++k)
        store_part<0, Size>(y + k * Lanes, add_chains<Inputs, Outputs>(sums + k, Count));
}

// Left outputs in ever narrower vectors, so that a row is read in the pieces that it was written
// in: the processor is slow to read what it has just written in other pieces.
template <std::size_t Inputs, std::size_t Outputs, std::size_t Left, class X, class Scalar, class Y>
[[gnu::always_inline]] inline void affine_columns(X x, Scalar const* weights, Scalar const* biases,
                                                  Y y) {
    constexpr std::size_t lanes = lanes_for<Scalar, Left>;
    if constexpr (Left < lanes) {
        affine_block<Inputs, Outputs, lanes, 1, Left>(x, weights, biases, y);
    } else {
        constexpr std::size_t vectors = Left / lanes;
        constexpr std::size_t most = 8 / chains<Inputs, Outputs>;
        constexpr std::size_t count = vectors < most ? vectors : most;
        constexpr std::size_t step = count * lanes;
        constexpr std::size_t whole = Left / step * step;
        for (std::size_t j = 0; j < whole; j += step)
            affine_block<Inputs, Outputs, lanes, count, lanes>(x, weights + j, biases + j, y + j);
        if constexpr (whole < Left)
            affine_columns<Inputs, Outputs, Left - whole>(x, weights + whole, biases + whole,
                                                          y + whole);
    }
}

// Rows (at most as many as lanes) narrower than a vector, which lie in vectors across their
// bounds: sums[chain] gets the products of each row; what else is in a row's lanes is ignored. The
// sums begin with the first rows of all.
template <std::size_t Chains, std::size_t Outputs, std::size_t Rows, bool Begins, std::size_t Row,
          class Scalar, class Values>
[[gnu::always_inline]] inline void add_narrow_rows(Values const& x, Values const* w, Values* sums) {
    if constexpr (Row < Rows) {
        constexpr std::size_t lanes = narrowest<Scalar>;
        constexpr std::size_t first = Row * Outputs;
        constexpr std::size_t last = (Rows * Outputs - 1) / lanes;
        constexpr std::size_t at = first / lanes;
        Values const product =
            x[Row] * part_of_two<first % lanes, lanes>(w[at], w[at < last ? at + 1 : last]);
        Values& sum = sums[Row % Chains];
        if constexpr (Begins && Row + 1 < Chains)
            sum = product;
        else
            sum += product;
        add_narrow_rows<Chains, Outputs, Rows, Begins, Row + 1, Scalar>(x, w, sums);
    }
}

template <std::size_t Chains, std::size_t Outputs, std::size_t Rows, bool Begins, class X,
          class Scalar, class Values>
[[gnu::always_inline]] inline void load_and_add_narrow_rows(X x, Scalar const* weights,
                                                            Values* sums) {
    constexpr std::size_t lanes = narrowest<Scalar>;
    constexpr std::size_t whole = Rows * Outputs / lanes;
    constexpr std::size_t left = Rows * Outputs % lanes;
    Values w[whole + (left > 0)];
#pragma GCC unroll 16
    for (std::size_t k = 0; k < whole; ++k)
        w[k] = load<lanes>(weights + k * lanes);
    if constexpr (left > 0)
        w[whole] = load_part<lanes, left>(weights + whole * lanes);
    add_narrow_rows<Chains, Outputs, Rows, Begins, 0, Scalar>(load_part<lanes, Rows>(x), w, sums);
}

template <std::size_t Inputs, std::size_t Outputs, class X, class Scalar, class Y>
[[gnu::always_inline]] inline void affine_narrow(X x, Scalar const* weights, Scalar const* biases,
                                                 Y y) {
    constexpr std::size_t lanes = narrowest<Scalar>;
    constexpr std::size_t n = chains<Inputs, Outputs>;
    constexpr std::size_t begin = Inputs < lanes ? Inputs : lanes;
    constexpr std::size_t whole = Inputs / lanes * lanes;
    vector<Scalar, lanes> sums[n];
    sums[n - 1] = load_part<lanes, Outputs>(biases);
    load_and_add_narrow_rows<n, Outputs, begin, true>(x, weights, sums);
    for (std::size_t i = lanes; i < whole; i += lanes)
        load_and_add_narrow_rows<n, Outputs, lanes, false>(x + i, weights + i * Outputs, sums);
    if constexpr (begin < Inputs && whole < Inputs)
        load_and_add_narrow_rows<n, Outputs, Inputs - whole, false>(
            x + whole, weights + whole * Outputs, sums);
    store_part<0, Outputs>(y, add_chains<Inputs, Outputs>(sums, 1));
}

template <std::size_t Inputs, std::size_t Outputs, class X, class Scalar, class Y>
[[gnu::always_inline]] inline void affine_vectors(X x, Scalar const* weights, Scalar const* biases,
                                                  Y y) {
    if constexpr (Outputs == 1)
        affine_plain<Inputs, Outputs, Scalar>(plain(x), weights, biases, plain(y));
    else if constexpr (Outputs < narrowest<Scalar>)
        affine_narrow<Inputs, Outputs>(x, opaque(weights), opaque(biases), y);
    else
        affine_columns<Inputs, Outputs, Outputs>(x, weights, biases, y);
}

} // namespace detail

// y = x W + b.
template <std::size_t Inputs, std::size_t Outputs, class X, class Scalar, class Y>
[[gnu::always_inline]] constexpr void affine(X x, Scalar const* weights, Scalar const* biases,
                                             Y y) {
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return detail::affine_vectors<Inputs, Outputs>(x, weights, biases, y);
    detail::affine_plain<Inputs, Outputs, Scalar>(plain(x), weights, biases, plain(y));
}

} // namespace ctnn::kernel
