#pragma once

#include <cstddef>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::kernel {

// M += x^T d, M being Rows x Columns.
template <std::size_t Rows, std::size_t Columns, class Scalar>
constexpr void add_outer(Scalar const* x, Scalar const* d, Scalar* m) {
    if constexpr (vectorizable<Scalar>)
        if (!std::is_constant_evaluated()) {
            for_each_run<Scalar, Columns, 8>([=](auto lanes, auto vectors, auto offset) {
                [=]<std::size_t... K>(std::index_sequence<K...>) {
                    constexpr std::size_t width = lanes;
                    vector<Scalar, width> const right[] = {load<width>(d + offset + K * width)...};
                    for (std::size_t i = 0; i < Rows; ++i) {
                        Scalar const left = x[i];
                        Scalar* row = m + i * Columns + offset;
                        (store<width>(row + K * width,
                                      load<width>(row + K * width) + left * right[K]),
                         ...);
                    }
                }
                (std::make_index_sequence<vectors>{});
            });
            return;
        }
    for (std::size_t i = 0; i < Rows; ++i, m += Columns)
        for (std::size_t j = 0; j < Columns; ++j)
            m[j] += x[i] * d[j];
}

} // namespace ctnn::kernel
