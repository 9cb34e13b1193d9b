#pragma once

#include <bit>
#include <cstddef>
#include <ctnn/kernel/exp.hpp>
#include <ctnn/kernel/sum.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/exp.hpp>
#include <type_traits>

namespace ctnn::kernel {
namespace detail {

// y = exp(x - largest), for Size values in ever narrower vectors.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline void exp_differences(Scalar const* x, Scalar largest, Scalar* y) {
    constexpr std::size_t lanes = lanes_for<Scalar, Size>;
    constexpr std::size_t whole = Size / lanes * lanes;
    for (std::size_t i = 0; i < whole; i += lanes)
        store<lanes>(y + i, exp_not_positive<lanes>(load<lanes>(x + i) - largest));
    // What is left, in one vector: exp costs more than lanes without a use.
    if constexpr (constexpr std::size_t left = Size - whole; left > 0) {
        constexpr std::size_t width = left == 1 ? 2 : std::bit_ceil(left);
        store_part<Scalar, width, 0, left>(
            y + whole, exp_not_positive<width>(load_part<width, left>(x + whole) - largest));
    }
}

template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline void divide(Scalar divisor, Scalar* y) {
    constexpr std::size_t lanes = lanes_for<Scalar, Size>;
    constexpr std::size_t whole = Size / lanes * lanes;
    for (std::size_t i = 0; i < whole; i += lanes)
        store<lanes>(y + i, load<lanes>(y + i) / divisor);
    if constexpr (whole < Size)
        divide<Size - whole>(divisor, y + whole);
}

template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline void softmax_vectors(Scalar const* x, Scalar* y) {
    Scalar largest = x[0];
#pragma GCC unroll 16
    for (std::size_t i = 1; i < Size; ++i)
        largest = x[i] > largest ? x[i] : largest;
    if constexpr (constexpr std::size_t lanes = std::bit_ceil(Size);
                  lanes <= 4 && lanes <= widest<Scalar>) {
        auto const e = exp_not_positive<lanes>(load_part<lanes, Size>(x) - largest);
        Scalar total;
        if constexpr (Size == 2)
            total = e[0] + e[1];
        else if constexpr (Size == 3)
            total = (e[0] + e[1]) + e[2];
        else
            total = (e[0] + e[2]) + (e[1] + e[3]);
        store_part<Scalar, lanes, 0, Size>(y, e / total);
    } else {
        exp_differences<Size>(x, largest, y);
        divide<Size>(kernel::sum<Size>(y), y);
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
