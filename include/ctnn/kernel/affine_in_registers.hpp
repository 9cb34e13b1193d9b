#pragma once

#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/in_registers.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Tiles of Count outputs, each of Chains sums. One function for all layers of as many outputs, however
// many inputs they have: flash is scarce.
template <std::size_t Chains, std::size_t Rest, std::size_t Outputs, std::size_t Count,
          std::size_t Tiles, class Scalar>
[[gnu::noinline]] void affine_tiles(Scalar const* x, Scalar const* weights, Scalar const* biases,
                                    Scalar* y, std::size_t inputs) {
    Scalar const* const end_of_x = x + (inputs - Rest);
    Scalar* const end = y + Tiles * Count;
    do {
        Scalar sums[Chains * Count];
        for_each_index<Chains * Count>([&](auto i) __attribute__((always_inline)) {
            sums[i] = i < Count ? biases[i] : Scalar(0);
        });
        Scalar const* in = x;
        Scalar const* row = weights;
        auto const add = [&](auto c) __attribute__((always_inline)) {
            add_row<Count>(*in++, row, sums + c * Count);
            row += Outputs - Count;
        };
        do
            for_each_index<Chains>(add);
        while (in != end_of_x);
        for_each_index<Rest>(add);
        for_each_index<Count>([&](auto k) __attribute__((always_inline)) {
            Scalar const* const sum = sums + k;
            if constexpr (Chains == 1)
                y[k] = sum[0];
            else if constexpr (Chains == 2)
                y[k] = sum[0] + sum[Count];
            else
                y[k] = (sum[0] + sum[Count]) + (sum[2 * Count] + sum[3 * Count]);
        });
        weights += Count;
        biases += Count;
        y += Count;
    } while (Tiles > 1 && y != end);
}

} // namespace detail

// y = x W + b on a machine without vectors; the order of the sums is that of kernel/affine.hpp.
template <std::size_t Chains, std::size_t Inputs, std::size_t Outputs, class Scalar>
[[gnu::always_inline]] inline void affine_in_registers(Scalar const* x, Scalar const* weights,
                                                       Scalar const* biases, Scalar* y) {
    constexpr std::size_t most = in_registers<Scalar> / Chains;
    constexpr std::size_t count = Outputs < most ? Outputs : most;
    constexpr std::size_t rest = Inputs % Chains;
    constexpr std::size_t left = Outputs % count;
    constexpr std::size_t whole = Outputs - left;
    detail::affine_tiles<Chains, rest, Outputs, count, whole / count>(x, weights, biases, y,
                                                                      Inputs);
    if constexpr (left > 0)
        detail::affine_tiles<Chains, rest, Outputs, left, 1>(x, weights + whole, biases + whole,
                                                             y + whole, Inputs);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
