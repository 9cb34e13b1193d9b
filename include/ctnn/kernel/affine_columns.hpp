#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/chains.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/vector.hpp>
#include <utility>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Asks for Bytes that are read later, wherever they are: nothing happens where nothing is.
template <std::size_t Bytes>
[[gnu::always_inline]] inline void prefetch(void const* from, std::size_t distance) {
    auto const place = reinterpret_cast<std::uintptr_t>(from) + distance;
#pragma GCC unroll 16
    for (std::size_t k = 0; k < Bytes; k += 64)
        __builtin_prefetch(reinterpret_cast<void const*>(place + k));
}

// Count vectors of outputs; and where Tail is not 0, as many more that end at the last of Width
// columns, some of which were among the others: to compute them twice is cheaper than to read less
// than a vector. Where a vector is wider than a row, there is one, and it is read with what is after
// the row.
template <std::size_t Inputs, std::size_t Outputs, std::size_t Lanes, std::size_t Count,
          std::size_t Tail, std::size_t Width, class Scalar>
[[gnu::always_inline]] inline void affine_tile(Scalar const* x, Scalar const* weights,
                                               Scalar const* biases, Scalar* y) {
    using values = vector<Scalar, Lanes>;
    using tail_values = vector<Scalar, Tail == 0 ? narrowest<Scalar> : Tail>;
    constexpr std::size_t n = chains<Inputs, Outputs>;
    constexpr std::size_t tail = Width - Tail;
    constexpr std::size_t size = Lanes < Width ? Lanes : Width; // outputs in each vector
    // After the last row there is less than a vector.
    constexpr std::size_t safe = Lanes > Width ? Inputs - 1 : Inputs;
    // Where few vectors of weights wait for an input, inputs are read by the piece, or all at once.
    constexpr bool has_pieces = Lanes > 2 * narrowest<Scalar> && Count <= 4;
    constexpr bool has_all = has_pieces && Inputs == Lanes;
    constexpr std::size_t piece = has_pieces ? narrowest<Scalar> : 1;
    constexpr std::size_t round = has_all ? Inputs : n < piece ? piece : n;
    constexpr std::size_t whole = safe / round * round;
    constexpr std::size_t in_pieces = safe / piece * piece;
    if constexpr (!has_all)
        x = as_stored(x);
    values sums[n * Count]{};
    [[maybe_unused]] tail_values tails[n]{};
    // Input i, of which Read weights may be read at once.
    auto const add = [&]<std::size_t Read>(std::index_sequence<Read>, std::size_t c, std::size_t i,
                                           values const& xi) __attribute__((always_inline)) {
        Scalar const* const row = weights + i * Outputs;
        // What comes from outside of the first cache is asked for 16 rows ahead.
        if constexpr (Inputs * Outputs * sizeof(Scalar) > 100000)
            prefetch<Count * Lanes * sizeof(Scalar)>(row, 16 * Outputs * sizeof(Scalar));
#pragma GCC unroll 16
        for (std::size_t k = 0; k < Count; ++k)
            sums[c * Count + k] =
                multiply_add(xi, load_part<Lanes, Read>(row + k * Lanes), sums[c * Count + k]);
        if constexpr (Tail > 0)
#if defined(__clang__)
            tails[c] = multiply_add(x[i], load<Tail>(row + tail), tails[c]);
#else // which would put the number into lanes once more
            tails[c] = multiply_add(part<0, Tail>(xi), load<Tail>(row + tail), tails[c]);
#endif
    };
    auto const add_inputs = [&]<std::size_t... K>(std::index_sequence<K...>, std::size_t i)
        __attribute__((always_inline)) {
        if constexpr (has_all) {
            auto const all = load<Lanes>(x);
            (add(std::index_sequence<Lanes>{}, K % n, K,
                 spread<K % piece>(repeat<K / piece * piece>(all))),
             ...);
        } else if constexpr (has_pieces) {
            values inputs{};
            ((inputs = K % piece == 0 ? load_repeated<Lanes>(x + i + K) : inputs,
              add(std::index_sequence<Lanes>{}, K % n, i + K, spread<K % piece>(inputs))),
             ...);
        } else {
            (add(std::index_sequence<Lanes>{}, K % n, i + K, fill<Lanes>(x[i + K])), ...);
        }
    };
#pragma GCC unroll 16
    for (std::size_t k = 0; k < Count; ++k)
        sums[k] = load_part<Lanes, size>(biases + k * Lanes);
    if constexpr (Tail > 0)
        tails[0] = load<Tail>(biases + tail);
    // More at once is slower where the weights come from outside of the first cache. (Nor is g++ to
    // see all of many inputs at once: it would begin with them, and has no registers for so many.)
    if constexpr (Inputs / n <= 32) {
#pragma GCC unroll 4
        for (std::size_t i = 0; i < whole; i += round)
            add_inputs(std::make_index_sequence<round>{}, i);
    } else {
#pragma GCC unroll 2
        for (std::size_t i = 0; i < whole; i += round)
            add_inputs(std::make_index_sequence<round>{}, i);
    }
    add_inputs(std::make_index_sequence<in_pieces - whole>{}, whole);
    [&]<std::size_t... K>(std::index_sequence<K...>) __attribute__((always_inline)) {
        (add(std::index_sequence<(in_pieces + K < safe ? Lanes : size)>{}, (in_pieces + K) % n,
             in_pieces + K, fill<Lanes>(x[in_pieces + K])),
         ...);
    }
    (std::make_index_sequence<Inputs - in_pieces>{});
    if constexpr (Tail > 0)
        store<Tail>(y + tail, add_chains<Inputs, Outputs>(tails, 1));
#pragma GCC unroll 16
    for (std::size_t k = 0; k < Count; ++k)
        store_values<0, size>(y + k * Lanes, add_chains<Inputs, Outputs>(sums + k, Count));
}

// Left outputs, as many vectors at once as there are registers for.
template <std::size_t Inputs, std::size_t Outputs, std::size_t Left, class Scalar>
[[gnu::always_inline]] inline void affine_columns(Scalar const* x, Scalar const* weights,
                                                  Scalar const* biases, Scalar* y) {
    constexpr std::size_t lanes = lanes_for<Scalar, Left>;
    if constexpr (Left == Outputs && Left < widest<Scalar> && Left > lanes) {
        affine_tile<Inputs, Outputs, 2 * lanes, 1, 0, Left>(x, weights, biases, y);
    } else {
        constexpr std::size_t vectors = Left / lanes;
        constexpr std::size_t n = chains<Inputs, Outputs>;
        constexpr std::size_t most =
            vectors * n <= (vector_bytes == 64 ? 16 : 12) ? vectors : 8 / n;
        constexpr std::size_t count = vectors < most ? vectors : most;
        constexpr std::size_t step = count * lanes;
        constexpr std::size_t left = Left % step;
        constexpr std::size_t tail =
            left == 0 || left >= lanes ? 0 : lanes_for<Scalar, std::bit_ceil(left)>;
        // The last step takes the tail with it.
        constexpr std::size_t whole = Left / step * step - (tail > 0 ? step : 0);
        for (std::size_t j = 0; j < whole; j += step)
            affine_tile<Inputs, Outputs, lanes, count, 0, step>(x, weights + j, biases + j, y + j);
        if constexpr (tail > 0)
            affine_tile<Inputs, Outputs, lanes, count, tail, step + left>(
                x, weights + whole, biases + whole, y + whole);
        else if constexpr (whole < Left)
            affine_columns<Inputs, Outputs, Left - whole>(x, weights + whole, biases + whole,
                                                          y + whole);
    }
}

} // namespace detail
CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
