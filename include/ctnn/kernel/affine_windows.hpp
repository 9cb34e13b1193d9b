#pragma once

#include <bit>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/chains.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

#if defined(__AVX512F__) || defined(__aarch64__) || defined(__VSX__)
inline constexpr std::size_t vector_registers = 32;
#else
inline constexpr std::size_t vector_registers = 16;
#endif

// Vectors vectors of outputs of Count windows at once: a weight is read once for all of them. The chains of a sum
// (kernel/chains.hpp) are computed one after the other, so that each sum needs one register.
template <class Windows, std::size_t Outputs, std::size_t Lanes, std::size_t Vectors,
          std::size_t Count, class Scalar>
[[gnu::always_inline]] inline void affine_windows_tile(Scalar const* x, Scalar const* weights,
                                                       Scalar const* biases, Scalar* y) {
    using values = vector<Scalar, Lanes>;
    constexpr std::size_t n = chains<Windows::size, Outputs>, all = Count * Vectors;
    constexpr std::size_t length = Windows::run_length;
    auto const chain = [&]<std::size_t Chain>(std::integral_constant<std::size_t, Chain>,
                                              values * sums) __attribute__((always_inline)) {
#pragma GCC unroll 32
        for (std::size_t k = 0; k < all; ++k)
            sums[k] = Chain == 0 ? load<Lanes>(biases + k % Vectors * Lanes) : values{};
        std::size_t first = Chain; // of a run's numbers
        for (std::size_t run = 0; run < Windows::run_count; ++run) {
            Scalar const* const from = x + Windows::run_offset(run);
            Scalar const* const rows = weights + run * length * Outputs;
            std::size_t i = first;
            for (; i < length; i += n) {
                values row[Vectors];
#pragma GCC unroll 32
                for (std::size_t v = 0; v < Vectors; ++v)
                    row[v] = load<Lanes>(rows + i * Outputs + v * Lanes);
#pragma GCC unroll 32
                for (std::size_t w = 0; w < Count; ++w) {
                    auto const number = fill<Lanes>(from[i + w * Windows::step]);
#pragma GCC unroll 32
                    for (std::size_t v = 0; v < Vectors; ++v)
                        sums[w * Vectors + v] = multiply_add(number, row[v], sums[w * Vectors + v]);
                }
            }
            first = i - length;
        }
    };
    values sums[all];
    chain(std::integral_constant<std::size_t, 0>{}, +sums);
    if constexpr (n > 1) {
        values more[all];
        chain(std::integral_constant<std::size_t, 1>{}, +more);
#pragma GCC unroll 32
        for (std::size_t k = 0; k < all; ++k)
            sums[k] = sums[k] + more[k];
    }
    if constexpr (n > 2) {
        values third[all], fourth[all];
        chain(std::integral_constant<std::size_t, 2>{}, +third);
        chain(std::integral_constant<std::size_t, 3>{}, +fourth);
#pragma GCC unroll 32
        for (std::size_t k = 0; k < all; ++k)
            sums[k] = sums[k] + (third[k] + fourth[k]);
    }
#pragma GCC unroll 32
    for (std::size_t w = 0; w < Count; ++w)
#pragma GCC unroll 32
        for (std::size_t v = 0; v < Vectors; ++v)
            store<Lanes>(y + w * Outputs + v * Lanes, sums[w * Vectors + v]);
}

// The same for small windows: written out, all chains at once.
template <class Windows, std::size_t Outputs, std::size_t Lanes, std::size_t Vectors,
          std::size_t Count, class Scalar>
[[gnu::always_inline]] inline void affine_small_windows(Scalar const* x, Scalar const* weights,
                                                        Scalar const* biases, Scalar* y) {
    using values = vector<Scalar, Lanes>;
    constexpr std::size_t n = chains<Windows::size, Outputs>, all = Count * Vectors;
    values sums[n * all]{};
#pragma GCC unroll 32
    for (std::size_t k = 0; k < all; ++k)
        sums[k] = load<Lanes>(biases + k % Vectors * Lanes);
    [&]<std::size_t... Number>(std::index_sequence<Number...>) __attribute__((always_inline)) {
        constexpr std::size_t length = Windows::run_length;
        auto const add = [&](Scalar const* from, Scalar const* rows, values* chain)
            __attribute__((always_inline)) {
            values row[Vectors];
#pragma GCC unroll 32
            for (std::size_t v = 0; v < Vectors; ++v)
                row[v] = load<Lanes>(rows + v * Lanes);
#pragma GCC unroll 32
            for (std::size_t w = 0; w < Count; ++w) {
                auto const number = fill<Lanes>(from[w * Windows::step]);
#pragma GCC unroll 32
                for (std::size_t v = 0; v < Vectors; ++v) {
                    chain[w * Vectors + v] = multiply_add(number, row[v], chain[w * Vectors + v]);
                    settle(chain[w * Vectors + v]);
                }
            }
        };
        (add(x + Windows::run_offset(Number / length) + Number % length, weights + Number * Outputs,
             sums + Number % n * all),
         ...);
    }
    (std::make_index_sequence<Windows::size>{});
#pragma GCC unroll 32
    for (std::size_t w = 0; w < Count; ++w)
#pragma GCC unroll 32
        for (std::size_t v = 0; v < Vectors; ++v)
            store<Lanes>(y + w * Outputs + v * Lanes,
                         add_chains<Windows::size, Outputs>(sums + w * Vectors + v, all));
}

// The windows of one row, from x on.
template <class Windows, std::size_t Outputs, std::size_t Lanes, std::size_t Vectors, class Scalar>
[[gnu::always_inline]] inline void affine_windows_row(Scalar const* x, Scalar const* weights,
                                                      Scalar const* biases, Scalar* y,
                                                      std::size_t windows) {
    constexpr bool is_small = Windows::size <= 32;
    // As many sums as there are registers for, besides the weights and a number.
    constexpr std::size_t of_window =
        Vectors * (is_small ? chains<Windows::size, Outputs> : std::size_t{1});
    constexpr std::size_t fitting = (vector_registers - Vectors - 2) / of_window;
    constexpr std::size_t most = fitting < 14 ? fitting > 0 ? fitting : 1 : 14;
    constexpr std::size_t tiles = (Windows::windows_in_row + most - 1) / most;
    constexpr std::size_t count = (Windows::windows_in_row + tiles - 1) / tiles;
    auto const tile = [&]<std::size_t Count>(std::integral_constant<std::size_t, Count>,
                                             std::size_t w) __attribute__((always_inline)) {
        if constexpr (is_small)
            affine_small_windows<Windows, Outputs, Lanes, Vectors, Count>(
                x + w * Windows::step, weights, biases, y + w * Outputs);
        else
            affine_windows_tile<Windows, Outputs, Lanes, Vectors, Count>(
                x + w * Windows::step, weights, biases, y + w * Outputs);
    };
    std::size_t w = 0;
    for (; w + count <= windows; w += count)
        tile(std::integral_constant<std::size_t, count>{}, w);
    constexpr std::size_t left = Windows::windows_in_row % count;
    if constexpr (left > 1)
        if (w + left <= windows) {
            tile(std::integral_constant<std::size_t, left>{}, w);
            w += left;
        }
    for (; w < windows; ++w)
        tile(std::integral_constant<std::size_t, 1>{}, w);
}

} // namespace detail

// y = x W + b for each of some windows that lie next to each other in a row, without a copy of a window: what
// kernel::affine computes for each of them, in its order.
template <class Windows, std::size_t Outputs, vectorizable Scalar>
    requires(Outputs >= narrowest<Scalar>)
[[gnu::always_inline]] inline void affine_windows(Scalar const* x, Scalar const* weights,
                                                  Scalar const* biases, Scalar* y,
                                                  std::size_t windows) {
    constexpr std::size_t lanes = lanes_for<Scalar, Outputs>, most = 4;
    constexpr std::size_t vectors = Outputs / lanes < most ? Outputs / lanes : most;
    constexpr std::size_t step = vectors * lanes, whole = Outputs / step * step;
    for (std::size_t j = 0; j < whole; j += step)
        detail::affine_windows_row<Windows, Outputs, lanes, vectors>(x, weights + j, biases + j,
                                                                     y + j, windows);
    // Outputs after whole vectors are computed with some before them.
    if constexpr (whole < Outputs) {
        constexpr std::size_t left = Outputs - whole, tail = std::bit_ceil(left);
        if constexpr (tail <= lanes) {
            constexpr std::size_t size = tail < narrowest<Scalar> ? narrowest<Scalar> : tail;
            constexpr std::size_t j = Outputs - size;
            detail::affine_windows_row<Windows, Outputs, size, 1>(x, weights + j, biases + j, y + j,
                                                                  windows);
        } else {
            constexpr std::size_t count = (left + lanes - 1) / lanes, j = Outputs - count * lanes;
            detail::affine_windows_row<Windows, Outputs, lanes, count>(x, weights + j, biases + j,
                                                                       y + j, windows);
        }
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
