#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/affine_columns.hpp>
#include <ctnn/kernel/affine_in_pairs.hpp>
#include <ctnn/kernel/affine_in_registers.hpp>
#include <ctnn/kernel/affine_narrow.hpp>
#include <ctnn/kernel/affine_single.hpp>
#include <ctnn/kernel/affine_wide.hpp>
#include <ctnn/kernel/chains.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/multiply_add.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

template <std::size_t Inputs, std::size_t Outputs, class Scalar>
constexpr void affine_plain(Scalar const* x, Scalar const* weights, Scalar const* biases,
                            Scalar* y) {
    constexpr std::size_t n = chains<Inputs, Outputs>;
    for (std::size_t j = 0; j < Outputs; ++j) {
        Scalar sums[4] = {biases[j], Scalar(0), Scalar(0), Scalar(0)};
        for (std::size_t i = 0; i < Inputs; ++i)
            sums[i % n] = multiply_add(x[i], weights[i * Outputs + j], sums[i % n]);
        y[j] = add_chains<Inputs, Outputs>(+sums, 1);
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

// Of intervals of them.
template <std::size_t Inputs, std::size_t Outputs, class Interval>
    requires requires {
        typename Interval::template sum_of_products<Inputs>;
    }
constexpr void affine_plain(Interval const* x, Interval const* weights, Interval const* biases,
                            Interval* y) {
    for (std::size_t j = 0; j < Outputs; ++j) {
        typename Interval::template sum_of_products<Inputs> sum;
        sum.add(biases[j]);
        for (std::size_t i = 0; i < Inputs; ++i)
            sum.add_product(x[i], weights[i * Outputs + j]);
        y[j] = sum.rounded();
    }
}

template <std::size_t Inputs, std::size_t Outputs, class Scalar>
[[gnu::always_inline]] inline void affine_vectors(Scalar const* x, Scalar const* weights,
                                                  Scalar const* biases, Scalar* y) {
    if constexpr (Outputs == 1 && Inputs >= 8)
        affine_single<Inputs>(x, weights, biases, y);
    else if constexpr (Outputs == 1)
        affine_plain<Inputs, Outputs>(x, weights, biases, y);
    else if constexpr (Outputs < narrowest<Scalar>)
        affine_narrow<Inputs, Outputs>(x, opaque(weights), opaque(biases), y);
    else
        affine_columns<Inputs, Outputs, Outputs>(x, weights, biases, y);
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
    if constexpr (widenable<Scalar> && !ctnn::detail::is_fused && (Outputs > 1))
        if (std::is_constant_evaluated())
            return affine_wide<Inputs, Outputs>(x, weights, biases, y);
    detail::affine_plain<Inputs, Outputs>(x, weights, biases, y);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
