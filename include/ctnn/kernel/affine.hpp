#pragma once

#include <bit>
#include <cstddef>
#include <ctnn/detail/arithmetic_in_use.hpp>
#include <ctnn/kernel/affine_in_pairs.hpp>
#include <ctnn/kernel/affine_in_registers.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

CTNN_NAMESPACE(ctnn::kernel) {
namespace detail {

// The order of the additions is part of what the library promises, and depends on the shape alone:
// input i belongs to chain i mod `chains`; chain 0 begins with the bias, the others with 0; then
// (c0 + c1) + (c2 + c3). Chains are there so that an addition need not wait for the one before it;
// wide layers have enough other outputs to add to meanwhile.
template <std::size_t Inputs, std::size_t Outputs>
inline constexpr std::size_t chains = Inputs < 4 || Outputs >= 128 ? 1
                                      : Inputs < 8 || Outputs >= 8 ? 2
                                                                   : 4;

template <std::size_t Inputs, std::size_t Outputs, class Scalar>
constexpr void affine_plain(Scalar const* x, Scalar const* weights, Scalar const* biases,
                            Scalar* y) {
    constexpr std::size_t n = chains<Inputs, Outputs>;
    for (std::size_t j = 0; j < Outputs; ++j) {
        Scalar sums[4] = {biases[j], Scalar(0), Scalar(0), Scalar(0)};
        for (std::size_t i = 0; i < Inputs; ++i)
            sums[i % n] = multiply_add(x[i], weights[i * Outputs + j], sums[i % n]);
        if constexpr (n == 1)
            y[j] = sums[0];
        else if constexpr (n == 2)
            y[j] = sums[0] + sums[1];
        else
            y[j] = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    }
}

// How many outputs are computed at once, for which an input is read once: as many sums as there are
// registers for.
#if defined(__ARM_ARCH_ISA_THUMB) && __ARM_ARCH_ISA_THUMB == 1
template <class Scalar>
inline constexpr std::size_t exact_sums_at_once = sizeof(Scalar) == 1 ? 2 : 1;
#else
template <class Scalar>
inline constexpr std::size_t exact_sums_at_once = sizeof(Scalar) < 4 ? 2 : 1;
#endif

// Sums without an order.
template <std::size_t Inputs, std::size_t Outputs, std::size_t Count, class Scalar>
[[gnu::always_inline]] constexpr void affine_exactly(Scalar const* x, Scalar const* weights,
                                                     Scalar const* biases, Scalar* y) {
    typename Scalar::template exact_sum<Inputs> sums[Count];
#pragma GCC unroll 2
    for (std::size_t k = 0; k < Count; ++k)
        sums[k].add(biases[k]);
#pragma GCC unroll 4
    for (std::size_t i = 0; i < Inputs; ++i)
#pragma GCC unroll 2
        for (std::size_t k = 0; k < Count; ++k)
            sums[k].add_product(x[i], weights[i * Outputs + k]);
#pragma GCC unroll 2
    for (std::size_t k = 0; k < Count; ++k)
        y[k] = sums[k].rounded();
}

template <std::size_t Inputs, std::size_t Outputs, sums_exactly Scalar>
constexpr void affine_plain(Scalar const* x, Scalar const* weights, Scalar const* biases,
                            Scalar* y) {
    constexpr std::size_t count = exact_sums_at_once<Scalar>;
    constexpr std::size_t whole = Outputs / count * count;
    for (std::size_t j = 0; j < whole; j += count)
        affine_exactly<Inputs, Outputs, count>(x, weights + j, biases + j, y + j);
    for (std::size_t j = whole; j < Outputs; ++j)
        affine_exactly<Inputs, Outputs, 1>(x, weights + j, biases + j, y + j);
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

// Count vectors of outputs, Size in each (fewer than Lanes only if there is one vector); and where
// Tail is not 0, as many more that end at the last of Width columns, some of which were among the
// others: to compute them twice is cheaper than to read less than a vector.
template <std::size_t Inputs, std::size_t Outputs, std::size_t Lanes, std::size_t Count,
          std::size_t Size, std::size_t Tail, std::size_t Width, class Scalar>
[[gnu::always_inline]] inline void affine_block(Scalar const* x, Scalar const* weights,
                                                Scalar const* biases, Scalar* y) {
    using values = vector<Scalar, Lanes>;
    using tail_values = vector<Scalar, Tail == 0 ? narrowest<Scalar> : Tail>;
    constexpr std::size_t n = chains<Inputs, Outputs>;
    constexpr std::size_t whole = Inputs / n * n;
    constexpr std::size_t tail = Width - Tail;
    values sums[n * Count]{};
    [[maybe_unused]] tail_values tails[n]{};
    auto const add = [&](std::size_t c, std::size_t i) __attribute__((always_inline)) {
        Scalar const* const row = weights + i * Outputs;
        auto const xi = fill<Lanes>(x[i]);
#pragma GCC unroll 16
        for (std::size_t k = 0; k < Count; ++k)
            sums[c * Count + k] =
                multiply_add(xi, load_part<Lanes, Size>(row + k * Lanes), sums[c * Count + k]);
        if constexpr (Tail > 0)
#if defined(__clang__)
            tails[c] = multiply_add(x[i], load<Tail>(row + tail), tails[c]);
#else // which would put the number into lanes once more
            tails[c] = multiply_add(part<0, Tail>(xi), load<Tail>(row + tail), tails[c]);
#endif
    };
#pragma GCC unroll 16
    for (std::size_t k = 0; k < Count; ++k)
        sums[k] = load_part<Lanes, Size>(biases + k * Lanes);
    if constexpr (Tail > 0)
        tails[0] = load<Tail>(biases + tail);
    auto const add_all = [&](std::size_t i) __attribute__((always_inline)) {
#pragma GCC unroll 16
        for (std::size_t c = 0; c < n; ++c)
            add(c, i + c);
    };
    // More at once is slower where the weights come from outside of the first cache.
    if constexpr (whole / n <= 32) {
#pragma GCC unroll 8
        for (std::size_t i = 0; i < whole; i += n)
            add_all(i);
    } else {
#pragma GCC unroll 2
        for (std::size_t i = 0; i < whole; i += n)
            add_all(i);
    }
#pragma GCC unroll 16
    for (std::size_t i = whole; i < Inputs; ++i)
        add(i - whole, i);
    if constexpr (Tail > 0)
        store<Tail>(y + tail, add_chains<Inputs, Outputs>(tails, 1));
#pragma GCC unroll 16
    for (std::size_t k = 0; k < Count; ++k)
        store_values<0, Size>(y + k * Lanes, add_chains<Inputs, Outputs>(sums + k, Count));
}

// Left outputs, as many vectors at once as there are registers for.
template <std::size_t Inputs, std::size_t Outputs, std::size_t Left, class Scalar>
[[gnu::always_inline]] inline void affine_columns(Scalar const* x, Scalar const* weights,
                                                  Scalar const* biases, Scalar* y) {
    constexpr std::size_t lanes = lanes_for<Scalar, Left>;
    if constexpr (Left < lanes) {
        affine_block<Inputs, Outputs, lanes, 1, Left, 0, Left>(x, weights, biases, y);
    } else {
        constexpr std::size_t vectors = Left / lanes;
        constexpr std::size_t most = 8 / chains<Inputs, Outputs>;
        constexpr std::size_t count = vectors < most ? vectors : most;
        constexpr std::size_t step = count * lanes;
        constexpr std::size_t left = Left % step;
        constexpr std::size_t tail =
            left == 0 || left >= lanes ? 0 : lanes_for<Scalar, std::bit_ceil(left)>;
        // The last step takes the tail with it.
        constexpr std::size_t whole = Left / step * step - (tail > 0 ? step : 0);
        for (std::size_t j = 0; j < whole; j += step)
            affine_block<Inputs, Outputs, lanes, count, lanes, 0, step>(x, weights + j, biases + j,
                                                                        y + j);
        if constexpr (tail > 0)
            affine_block<Inputs, Outputs, lanes, count, lanes, tail, step + left>(
                x, weights + whole, biases + whole, y + whole);
        else if constexpr (whole < Left)
            affine_columns<Inputs, Outputs, Left - whole>(x, weights + whole, biases + whole,
                                                          y + whole);
    }
}

// Rows (at most as many as lanes) narrower than a vector, which lie in vectors across their
// bounds: sums[chain] gets the products of each row, what else is in a row's lanes is ignored.
template <std::size_t Chains, std::size_t Outputs, std::size_t Rows, std::size_t Row, class Scalar,
          class Values>
[[gnu::always_inline]] inline void add_narrow_rows(Values const& x, Values const* w, Values* sums) {
    if constexpr (Row < Rows) {
        constexpr std::size_t lanes = narrowest<Scalar>;
        constexpr std::size_t first = Row * Outputs;
        constexpr std::size_t last = (Rows * Outputs - 1) / lanes;
        constexpr std::size_t at = first / lanes;
        sums[Row % Chains] = multiply_add(
            x[Row], part_of_two<first % lanes, lanes>(w[at], w[at < last ? at + 1 : last]),
            sums[Row % Chains]);
        add_narrow_rows<Chains, Outputs, Rows, Row + 1, Scalar>(x, w, sums);
    }
}

template <std::size_t Chains, std::size_t Outputs, std::size_t Rows, class Scalar, class Values>
[[gnu::always_inline]] inline void load_and_add_narrow_rows(Scalar const* x, Scalar const* weights,
                                                            Values* sums) {
    constexpr std::size_t lanes = narrowest<Scalar>;
    constexpr std::size_t size = Rows * Outputs;
    constexpr std::size_t whole = size / lanes;
    constexpr std::size_t left = size % lanes;
    Values w[whole + (left > 0)];
#pragma GCC unroll 16
    for (std::size_t k = 0; k < whole; ++k)
        w[k] = load<lanes>(weights + k * lanes);
    if constexpr (left > 0)
        w[whole] = load_part<lanes, left>(weights + whole * lanes);
    add_narrow_rows<Chains, Outputs, Rows, 0, Scalar>(load_values<lanes, Rows>(x), w, sums);
}

template <std::size_t Inputs, std::size_t Outputs, class Scalar>
[[gnu::always_inline]] inline void affine_narrow(Scalar const* x, Scalar const* weights,
                                                 Scalar const* biases, Scalar* y) {
    constexpr std::size_t lanes = narrowest<Scalar>;
    constexpr std::size_t n = chains<Inputs, Outputs>;
    vector<Scalar, lanes> sums[n]{};
    constexpr std::size_t whole = Inputs / lanes * lanes;
    constexpr std::size_t left = Inputs - whole;
    sums[0] = load_part<lanes, Outputs>(biases);
#pragma GCC unroll 4
    for (std::size_t i = 0; i < whole; i += lanes)
        load_and_add_narrow_rows<n, Outputs, lanes>(x + i, weights + i * Outputs, sums);
    if constexpr (left > 0)
        load_and_add_narrow_rows<n, Outputs, left>(x + whole, weights + whole * Outputs, sums);
    store_values<0, Outputs>(y, add_chains<Inputs, Outputs>(sums, 1));
}

template <std::size_t Inputs, std::size_t Outputs, class Scalar>
[[gnu::always_inline]] inline void affine_vectors(Scalar const* x, Scalar const* weights,
                                                  Scalar const* biases, Scalar* y) {
    if constexpr (Outputs == 1)
        affine_plain<Inputs, Outputs>(x, weights, biases, y);
    else if constexpr (Outputs < narrowest<Scalar>)
        affine_narrow<Inputs, Outputs>(x, opaque(weights), opaque(biases), y);
    else
        affine_columns<Inputs, Outputs, Outputs>(as_stored(x), weights, biases, y);
}

} // namespace detail

// y = x W + b.
template <std::size_t Inputs, std::size_t Outputs, class Scalar>
[[gnu::always_inline]] constexpr void affine(Scalar const* x, Scalar const* weights,
                                             Scalar const* biases, Scalar* y) {
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return detail::affine_vectors<Inputs, Outputs>(x, weights, biases, y);
    if constexpr (goes_in_registers<Scalar>)
        if (!std::is_constant_evaluated())
            return affine_in_registers<detail::chains<Inputs, Outputs>, Inputs, Outputs>(x, weights,
                                                                                         biases, y);
    if constexpr (goes_in_pairs<Scalar> && Inputs > 1)
        if (!std::is_constant_evaluated())
            return affine_in_pairs<Inputs, Outputs>(x, weights, biases, y);
    detail::affine_plain<Inputs, Outputs>(x, weights, biases, y);
}

} // CTNN_NAMESPACE(ctnn::kernel)
