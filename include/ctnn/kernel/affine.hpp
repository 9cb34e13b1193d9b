#pragma once

#include <cstddef>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::kernel {

// y = x W + b, the products of each output added in the order of the inputs.
template <std::size_t Inputs, std::size_t Outputs, class Scalar>
constexpr void affine(Scalar const* x, Scalar const* weights, Scalar const* biases, Scalar* y) {
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated()) {
            // Up to eight vectors of sums stay in registers while the inputs go by.
            for_each_run<Scalar, Outputs, 8>([=](auto lanes, auto vectors, auto offset) {
                [=]<std::size_t... K>(std::index_sequence<K...>) {
                    constexpr std::size_t width = lanes;
                    vector<Scalar, width> sums[] = {load<width>(biases + offset + K * width)...};
                    for (std::size_t i = 0; i < Inputs; ++i) {
                        Scalar const in = x[i];
                        Scalar const* row = weights + i * Outputs + offset;
                        ((sums[K] += in * load<width>(row + K * width)), ...);
                    }
                    (store<width>(y + offset + K * width, sums[K]), ...);
                }
                (std::make_index_sequence<vectors>{});
            });
            return;
        }
    for (std::size_t j = 0; j < Outputs; ++j)
        y[j] = biases[j];
    for (std::size_t i = 0; i < Inputs; ++i, weights += Outputs)
        for (std::size_t j = 0; j < Outputs; ++j)
            y[j] += x[i] * weights[j];
}

} // namespace ctnn::kernel
