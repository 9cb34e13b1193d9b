#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/pairs.hpp>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Tiles of Count outputs (1, 2 or 4), for layers of any number of inputs: flash is scarce.
template <std::size_t Rest, std::size_t Outputs, std::size_t Count, std::size_t Tiles, class Scalar>
[[gnu::noinline]] void affine_pairs(Scalar const* x, Scalar const* weights, Scalar const* biases,
                                    Scalar* y, std::size_t inputs) {
    Scalar const* const end_of_x = x + (inputs - Rest);
    Scalar* const end = y + Tiles * Count;
    do {
        exact_sum_of_many<Scalar> sums[Count];
        for_each_index<Count>([&](auto k)
                                  __attribute__((always_inline)) { sums[k].add(biases[k]); });
        Scalar const* in = x;
        Scalar const* row = weights;
        auto const add_two_rows = [&]() __attribute__((always_inline)) {
            if constexpr (Count > 1) {
                std::uint32_t const of_x = load_pair(in);
                for_each_index<Count / 2>([&](auto k) __attribute__((always_inline)) {
                    constexpr std::size_t j = 2 * k;
                    exact_sum_of_many<Scalar>::add_rows(of_x, load_pair(row + j),
                                                        load_pair(row + Outputs + j), sums[j],
                                                        sums[j + 1]);
                });
            } else {
                sums[0].add_product(in[0], row[0]);
                sums[0].add_product(in[1], row[Outputs]);
            }
            in += 2;
            row += 2 * Outputs;
        };
        while (in != end_of_x) {
            add_two_rows();
            add_two_rows();
        }
        if constexpr (Rest >= 2)
            add_two_rows();
        if constexpr (Rest % 2 == 1)
            for_each_index<Count>([&](auto k) __attribute__((always_inline)) {
                sums[k].add_product(*in, row[k]);
            });
        for_each_index<Count>([&](auto k)
                                  __attribute__((always_inline)) { y[k] = sums[k].rounded(); });
        weights += Count;
        biases += Count;
        y += Count;
    } while (Tiles > 1 && y != end);
}

} // namespace detail

// y = x W + b for scalars that lie in pairs.
template <std::size_t Inputs, std::size_t Outputs, class Scalar>
[[gnu::always_inline]] inline void affine_in_pairs(Scalar const* x, Scalar const* weights,
                                                   Scalar const* biases, Scalar* y) {
    constexpr std::size_t rest = Inputs % 4;
    constexpr std::size_t count = Outputs % 4 == 0 ? 4 : 2; // no function for what four would leave
    constexpr std::size_t whole = Outputs / count * count;
    if constexpr (whole > 0)
        detail::affine_pairs<rest, Outputs, count, whole / count>(x, weights, biases, y, Inputs);
    if constexpr (whole < Outputs)
        detail::affine_pairs<rest, Outputs, 1, 1>(x, weights + whole, biases + whole, y + whole,
                                                  Inputs);
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
