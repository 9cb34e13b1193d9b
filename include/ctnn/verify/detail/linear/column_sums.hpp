#pragma once

#include <bit>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/wide.hpp>
#include <ctnn/verify/detail/linear/machine_functionals.hpp>
#include <type_traits>
#include <utility>

// Sums over a dense layer's weights for all of its neurons at once: of the weights times some numbers
// of the neurons before, and of the weights' magnitudes times others. For each neuron, compile time and
// run time add in the same order.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// Rows of numbers, `stride` apart: those that belong to weights, and those that belong to magnitudes.
template <class Number>
struct number_rows {
    Number *of_weights, *of_magnitudes;
    std::size_t stride;

    template <std::size_t Signed>
    constexpr Number* row(std::size_t k) const {
        return k < Signed ? of_weights + k * stride : of_magnitudes + (k - Signed) * stride;
    }
};

template <std::size_t Signed, class Lanes, class Rows>
struct unrolled_columns;

template <std::size_t Signed, std::size_t... J, std::size_t... K>
struct unrolled_columns<Signed, std::index_sequence<J...>, std::index_sequence<K...>> {
    static constexpr std::size_t lanes = std::bit_ceil(sizeof...(J));
    using values = kernel::wide<double, lanes>;

    static constexpr void read(number_rows<double> const& from, std::size_t j, values* to) {
        (kernel::pack<double, lanes, sizeof...(J)>(from.template row<Signed>(K) + j, to[K]), ...);
    }
    static constexpr void write(values const* from, number_rows<double> const& to, std::size_t j) {
        (kernel::unpack<double, lanes, sizeof...(J)>(from[K], to.template row<Signed>(K) + j), ...);
    }
    static constexpr void add(double const* w, number_rows<double const> const& numbers,
                              std::size_t i, values* sums) {
        values plain, most; // (g++ takes no initializer here)
        std::size_t const stride = numbers.stride;
        plain = values{w[J]...}, most = values{(w[J] < 0 ? -w[J] : w[J])...};
        double const *of_weights = numbers.of_weights + i, *of_most = numbers.of_magnitudes + i;
        double x{};
        ((x = K < Signed ? of_weights[K * stride] : of_most[(K - Signed) * stride],
          sums[K] = sums[K] + x * (K < Signed ? plain : most)),
         ...);
    }
};

// In constants: one vector of the evaluator for up to 64 neurons.
template <std::size_t Inputs, std::size_t Outputs, std::size_t Signed, std::size_t Magnitudes,
          std::size_t First = 0>
constexpr void add_columns_in_constants(double const* weights, bool const* taken,
                                        number_rows<double const> const& numbers,
                                        number_rows<double> const& sums) {
    constexpr std::size_t count = Outputs - First < 64 ? Outputs - First : 64;
    using columns = unrolled_columns<Signed, std::make_index_sequence<count>,
                                     std::make_index_sequence<Signed + Magnitudes>>;
    typename columns::values all[Signed + Magnitudes];
    columns::read(sums, First, all);
    for (std::size_t i = 0; i < Inputs; ++i)
        if (taken[i])
            columns::add(weights + i * Outputs + First, numbers, i, all);
    columns::write(all, sums, First);
    if constexpr (First + count < Outputs)
        add_columns_in_constants<Inputs, Outputs, Signed, Magnitudes, First + count>(weights, taken,
                                                                                     numbers, sums);
}

// On the machine: all rows of some vectors of neurons, in registers. (It also reads and writes what is after
// the last neuron.)
template <std::size_t Outputs, std::size_t Stride, std::size_t Signed, std::size_t Magnitudes,
          std::size_t Chunks>
inline void add_columns_in_chunks(double const* weights, rows_taken from, double const* of_weights,
                                  double const* of_magnitudes, number_rows<double> const& sums,
                                  std::size_t first) {
    chunk all[Signed + Magnitudes][Chunks];
#pragma GCC unroll 32
    for (std::size_t k = 0; k < Signed + Magnitudes; ++k)
#pragma GCC unroll 4
        for (std::size_t c = 0; c < Chunks; ++c)
            read(all[k][c], sums.template row<Signed>(k) + first + c * chunk_lanes);
    for (std::size_t n = 0; n < from.count; ++n) {
        std::size_t const i = from.places[n];
        chunk w[Chunks];
#pragma GCC unroll 4
        for (std::size_t c = 0; c < Chunks; ++c)
            read(w[c], weights + i * Outputs + first + c * chunk_lanes);
#pragma GCC unroll 32
        for (std::size_t k = 0; k < Signed; ++k)
#pragma GCC unroll 4
            for (std::size_t c = 0; c < Chunks; ++c)
                all[k][c] = all[k][c] + of_weights[k * Stride + i] * w[c];
#pragma GCC unroll 4
        for (std::size_t c = 0; c < Chunks; ++c)
            w[c] = w[c] < chunk{} ? -w[c] : w[c];
#pragma GCC unroll 32
        for (std::size_t k = 0; k < Magnitudes; ++k)
#pragma GCC unroll 4
            for (std::size_t c = 0; c < Chunks; ++c)
                all[Signed + k][c] = all[Signed + k][c] + of_magnitudes[k * Stride + i] * w[c];
    }
#pragma GCC unroll 32
    for (std::size_t k = 0; k < Signed + Magnitudes; ++k)
#pragma GCC unroll 4
        for (std::size_t c = 0; c < Chunks; ++c)
            write(sums.template row<Signed>(k) + first + c * chunk_lanes, all[k][c]);
}

template <std::size_t Outputs, std::size_t Stride, std::size_t Signed, std::size_t Magnitudes>
inline void add_columns_in_rows(double const* weights, rows_taken from, double const* of_weights,
                                double const* of_magnitudes, number_rows<double> const& sums) {
    constexpr std::size_t registers = 24;
    constexpr std::size_t fit = registers / (Signed + Magnitudes);
    constexpr std::size_t chunks = fit < 1 ? 1 : fit < 4 ? fit : 4;
    constexpr std::size_t all = whole_chunks(Outputs) / chunk_lanes, whole = all / chunks * chunks;
    for (std::size_t j = 0; j < whole; j += chunks)
        add_columns_in_chunks<Outputs, Stride, Signed, Magnitudes, chunks>(
            weights, from, of_weights, of_magnitudes, sums, j * chunk_lanes);
    if constexpr (whole < all)
        add_columns_in_chunks<Outputs, Stride, Signed, Magnitudes, all - whole>(
            weights, from, of_weights, of_magnitudes, sums, whole * chunk_lanes);
}

// Adds to the sums. Each of their rows has room for whole chunks.
template <std::size_t Inputs, std::size_t Outputs, std::size_t Stride, std::size_t Signed,
          std::size_t Magnitudes>
constexpr void add_columns(double const* weights, bool const* taken, rows_taken from,
                           double const* of_weights, double const* of_magnitudes,
                           number_rows<double> const& sums) {
    if (std::is_constant_evaluated())
        add_columns_in_constants<Inputs, Outputs, Signed, Magnitudes>(
            weights, taken, {of_weights, of_magnitudes, Stride}, sums);
    else
        add_columns_in_rows<Outputs, Stride, Signed, Magnitudes>(weights, from, of_weights,
                                                                 of_magnitudes, sums);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
