#pragma once

#include <bit>
#include <cstddef>
#include <ctnn/kernel/change_each.hpp>
#include <ctnn/kernel/exp.hpp>
#include <ctnn/kernel/sum.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/exp.hpp>
#include <type_traits>

namespace ctnn::kernel {
namespace detail {

template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline void softmax_vectors(Scalar const* x, Scalar* y) {
    Scalar largest = x[0];
#pragma GCC unroll 16
    for (std::size_t i = 1; i < Size; ++i)
        largest = x[i] > largest ? x[i] : largest;
    auto const exp = [largest](auto const& v) __attribute__((always_inline)) {
        return exp_not_positive(Scalar{}, v - largest);
    };
    if constexpr (constexpr std::size_t lanes = std::bit_ceil(Size);
                  Size <= 4 && lanes <= widest<Scalar>) {
        // All in registers.
        constexpr std::size_t width = lanes < narrowest<Scalar> ? narrowest<Scalar> : lanes;
        auto const e = exp(load_part<width, Size>(x));
        Scalar total = e[0] + e[1];
        if constexpr (Size == 3)
            total = total + e[2];
        if constexpr (Size == 4)
            total = (e[0] + e[2]) + (e[1] + e[3]);
        store_part<0, Size>(y, e / total);
    } else {
        change_each<Size>(exp, y, x);
        Scalar const total = sum<Size>(y);
        change_each<Size>(
            [total](auto const& v) __attribute__((always_inline)) { return v / total; }, y, y);
    }
}

} // namespace detail

// y = softmax(x). Where x is further than exp_least below the largest, y is 0.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr void softmax(Scalar const* x, Scalar* y) {
    if constexpr (vectorizable<Scalar> && Size > 1)
        if (!std::is_constant_evaluated())
            return detail::softmax_vectors<Size>(x, y);
    using math::exp;
    Scalar largest = x[0];
    for (std::size_t i = 1; i < Size; ++i)
        largest = x[i] > largest ? x[i] : largest;
    for (std::size_t i = 0; i < Size; ++i) {
        Scalar const difference = x[i] - largest;
        if constexpr (std::is_floating_point_v<Scalar>)
            y[i] = difference < exp_least<Scalar> ? Scalar(0) : exp(difference);
        else
            y[i] = exp(difference);
    }
    Scalar const total = detail::sum_plain<Size>(y);
    for (std::size_t i = 0; i < Size; ++i)
        y[i] = y[i] / total;
}

} // namespace ctnn::kernel
