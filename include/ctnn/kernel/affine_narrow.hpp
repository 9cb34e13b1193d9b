#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/chains.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Rows (at most as many as lanes) narrower than a vector, which lie in vectors across their
// bounds: sums[chain] gets the products of each row, what else is in a row's lanes is ignored.
template <std::size_t Chains, std::size_t Outputs, std::size_t Rows, std::size_t Row, class Scalar,
          class Values>
[[gnu::always_inline]] inline void add_narrow_rows(Values const& x, Values const* w, Values* sums) {
    if constexpr (Row < Rows) {
        constexpr std::size_t lanes = narrowest<Scalar>;
        constexpr std::size_t first = Row * Outputs;
        constexpr std::size_t last = (Rows * Outputs - 1) / lanes;
        constexpr std::size_t place = first / lanes;
        sums[Row % Chains] = multiply_add(
            spread<Row>(x),
            part_of_two<first % lanes, lanes>(w[place], w[place < last ? place + 1 : last]),
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

} // namespace detail
CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
