#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/affine.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <type_traits>
#include <utility>

// y = x W + b for intervals x and numbers W, b, in the order of kernel/affine.hpp: each end of y is
// the sum that the kernel computes for the corner of the box of x that makes it smallest or largest.
// The kernel's roundings keep order, so no other x gives a sum beyond the ends.

namespace ctnn::verify::detail {

template <std::size_t Chains, class Indices>
struct unrolled_chains;

// Count products of a chain, inputs Chains apart, in one expression. `ends` holds the lower and the
// upper end of each input in turn; Upper is 0 for the lower end of the sum and 1 for the upper one.
template <std::size_t Chains, std::size_t... Index>
struct unrolled_chains<Chains, std::index_sequence<Index...>> {
    template <std::size_t Stride, int Upper, class Scalar>
    static constexpr Scalar add([[maybe_unused]] Scalar const* ends,
                                [[maybe_unused]] Scalar const* weights, Scalar sum) {
        return (
            sum + ... +
            (ends[2 * Chains * Index + (weights[Chains * Index * Stride] < 0 ? 1 - Upper : Upper)] *
             weights[Chains * Index * Stride]));
    }
};

template <std::size_t Inputs, std::size_t Chains, std::size_t Chain, std::size_t Stride, int Upper,
          class Scalar>
constexpr Scalar chain_sum(Scalar const* ends, Scalar const* weights, Scalar sum) {
    constexpr std::size_t count = (Inputs + Chains - 1 - Chain) / Chains;
    constexpr std::size_t at_once = 64; // (clang allows at most 256 operands in one expression)
    constexpr std::size_t whole = count / at_once * at_once;
    for (std::size_t i = 0; i < whole; i += at_once)
        sum =
            unrolled_chains<Chains, std::make_index_sequence<at_once>>::template add<Stride, Upper>(
                ends + 2 * (Chain + i * Chains), weights + (Chain + i * Chains) * Stride, sum);
    return unrolled_chains<Chains, std::make_index_sequence<count - whole>>::template add<Stride,
                                                                                          Upper>(
        ends + 2 * (Chain + whole * Chains), weights + (Chain + whole * Chains) * Stride, sum);
}

template <std::size_t Inputs, std::size_t Outputs, int Upper, class Scalar>
constexpr Scalar sum_of_chains(Scalar const* ends, Scalar const* weights, Scalar bias) {
    constexpr std::size_t n = kernel::detail::chains<Inputs, Outputs>;
    Scalar const first = chain_sum<Inputs, n, 0, Outputs, Upper>(ends, weights, bias);
    if constexpr (n == 1)
        return first;
    else if constexpr (n == 2)
        return first + chain_sum<Inputs, n, 1, Outputs, Upper>(ends, weights, Scalar(0));
    else
        return (first + chain_sum<Inputs, n, 1, Outputs, Upper>(ends, weights, Scalar(0))) +
               (chain_sum<Inputs, n, 2, Outputs, Upper>(ends, weights, Scalar(0)) +
                chain_sum<Inputs, n, 3, Outputs, Upper>(ends, weights, Scalar(0)));
}

} // namespace ctnn::verify::detail

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

template <std::size_t Inputs, std::size_t Outputs, class Scalar>
constexpr void affine_range_loops(Scalar const* ends, Scalar const* weights, Scalar const* biases,
                                  Scalar* lower, Scalar* upper) {
    constexpr std::size_t n = kernel::detail::chains<Inputs, Outputs>;
    Scalar low[n][Outputs]{}, high[n][Outputs]{};
    for (std::size_t j = 0; j < Outputs; ++j)
        low[0][j] = high[0][j] = biases[j];
    for (std::size_t i = 0; i < Inputs; ++i) {
        Scalar const a = ends[2 * i], b = ends[2 * i + 1];
        Scalar const* const row = weights + i * Outputs;
        for (std::size_t j = 0; j < Outputs; ++j) {
            bool const falls = row[j] < 0;
            low[i % n][j] = kernel::multiply_add(falls ? b : a, row[j], low[i % n][j]);
            high[i % n][j] = kernel::multiply_add(falls ? a : b, row[j], high[i % n][j]);
        }
    }
    for (std::size_t j = 0; j < Outputs; ++j) {
        if constexpr (n == 1) {
            lower[j] = low[0][j], upper[j] = high[0][j];
        } else if constexpr (n == 2) {
            lower[j] = low[0][j] + low[1][j], upper[j] = high[0][j] + high[1][j];
        } else {
            lower[j] = (low[0][j] + low[1][j]) + (low[2][j] + low[3][j]);
            upper[j] = (high[0][j] + high[1][j]) + (high[2][j] + high[3][j]);
        }
    }
}

// In a constant each sum is an expression; at run time the columns are lanes.
template <std::size_t Inputs, std::size_t Outputs, class Scalar>
constexpr void affine_range(Scalar const* ends, Scalar const* weights, Scalar const* biases,
                            Scalar* lower, Scalar* upper) {
    if constexpr (!ctnn::detail::is_fused)
        if (std::is_constant_evaluated()) {
            for (std::size_t j = 0; j < Outputs; ++j) {
                lower[j] = sum_of_chains<Inputs, Outputs, 0>(ends, weights + j, biases[j]);
                upper[j] = sum_of_chains<Inputs, Outputs, 1>(ends, weights + j, biases[j]);
            }
            return;
        }
    affine_range_loops<Inputs, Outputs>(ends, weights, biases, lower, upper);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
