#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/chains.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Written out, so that a board keeps the sums in registers.
template <std::size_t Size, std::size_t Outputs, class Scalar, std::size_t... Row>
constexpr void affine_lanes_unrolled(Scalar const* const* x, Scalar const* weights,
                                     Scalar const* biases, Scalar* y, std::index_sequence<Row...>) {
    constexpr std::size_t n = chains<sizeof...(Row), Outputs>;
    for (std::size_t c = 0; c < Size; ++c) {
        Scalar sums[4] = {biases[c], Scalar(0), Scalar(0), Scalar(0)};
        ((sums[Row % n] = multiply_add(x[Row][c], weights[Row * Size + c], sums[Row % n])), ...);
        y[c] = add_chains<sizeof...(Row), Outputs>(+sums, 1);
    }
}

template <std::size_t Rows, std::size_t Size, std::size_t Outputs, class Scalar>
constexpr void affine_lanes_plain(Scalar const* const* x, Scalar const* weights,
                                  Scalar const* biases, Scalar* y) {
    if constexpr (sums_exactly<Scalar>) {
        for (std::size_t c = 0; c < Size; ++c) {
            typename Scalar::template exact_sum<Rows> sum;
            sum.add(biases[c]);
            for (std::size_t k = 0; k < Rows; ++k)
                sum.add_product(x[k][c], weights[k * Size + c]);
            y[c] = sum.rounded();
        }
    } else if constexpr (Rows <= 16) {
        affine_lanes_unrolled<Size, Outputs>(x, weights, biases, y,
                                             std::make_index_sequence<Rows>{});
    } else {
        constexpr std::size_t n = chains<Rows, Outputs>;
        for (std::size_t c = 0; c < Size; ++c) {
            Scalar sums[4] = {biases[c], Scalar(0), Scalar(0), Scalar(0)};
            for (std::size_t k = 0; k < Rows; ++k)
                sums[k % n] = multiply_add(x[k][c], weights[k * Size + c], sums[k % n]);
            y[c] = add_chains<Rows, Outputs>(+sums, 1);
        }
    }
}

// Take numbers from `first` on, which is a vector or less.
template <std::size_t Rows, std::size_t Size, std::size_t Outputs, std::size_t Lanes,
          std::size_t Take, class Scalar>
[[gnu::always_inline]] inline void affine_lanes_tile(Scalar const* const* x, Scalar const* weights,
                                                     Scalar const* biases, Scalar* y,
                                                     std::size_t first) {
    constexpr std::size_t n = chains<Rows, Outputs>, whole = Rows / n * n;
    vector<Scalar, Lanes> sums[n]{};
    sums[0] = load_part<Lanes, Take>(biases + first);
    auto const add = [&](std::size_t k, std::size_t chain) __attribute__((always_inline)) {
        sums[chain] = multiply_add(load_part<Lanes, Take>(x[k] + first),
                                   load_part<Lanes, Take>(weights + k * Size + first), sums[chain]);
    };
#pragma GCC unroll 8
    for (std::size_t k = 0; k < whole; k += n)
#pragma GCC unroll 4
        for (std::size_t c = 0; c < n; ++c)
            add(k + c, c);
#pragma GCC unroll 4
    for (std::size_t k = whole; k < Rows; ++k)
        add(k, k - whole);
    store_part<0, Take>(y + first, add_chains<Rows, Outputs>(sums, 1));
}

template <std::size_t Rows, std::size_t Size, std::size_t Outputs, std::size_t First, class Scalar>
[[gnu::always_inline]] inline void affine_lanes_vectors(Scalar const* const* x,
                                                        Scalar const* weights, Scalar const* biases,
                                                        Scalar* y) {
    constexpr std::size_t left = Size - First, lanes = lanes_for<Scalar, left>;
    constexpr std::size_t whole = First + left / lanes * lanes;
    for (std::size_t c = First; c < whole; c += lanes)
        affine_lanes_tile<Rows, Size, Outputs, lanes, lanes>(x, weights, biases, y, c);
    if constexpr (whole < Size && whole > First)
        affine_lanes_vectors<Rows, Size, Outputs, whole>(x, weights, biases, y);
    else if constexpr (whole < Size)
        affine_lanes_tile<Rows, Size, Outputs, lanes, Size - whole>(x, weights, biases, y, whole);
}

} // namespace detail

// y[c] = biases[c] + the sum of x[k][c] weights[k][c] over the rows k, Size numbers each: what kernel::affine computes for
// each c alone with Outputs outputs, in its order.
template <std::size_t Rows, std::size_t Size, std::size_t Outputs, class Scalar>
[[gnu::always_inline]] constexpr void affine_lanes(Scalar const* const* x, Scalar const* weights,
                                                   Scalar const* biases, Scalar* y) {
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated())
            return detail::affine_lanes_vectors<Rows, Size, Outputs, 0>(x, weights, biases, y);
    detail::affine_lanes_plain<Rows, Size, Outputs>(x, weights, biases, y);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
