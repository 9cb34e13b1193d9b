#pragma once

#include <bit>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/change_each.hpp>
#include <ctnn/kernel/exact_sum.hpp>
#include <ctnn/kernel/exp.hpp>
#include <ctnn/kernel/exp_below_one.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/largest.hpp>
#include <ctnn/kernel/sum.hpp>
#include <ctnn/kernel/vector.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::kernel {
CTNN_ARITHMETIC_BEGIN
namespace detail {

// Each lane where its neighbour was.
template <class Values, std::size_t... K>
[[gnu::always_inline]] inline Values swapped(Values const& v, std::index_sequence<K...>) {
    return pick(v, v, std::index_sequence<(K ^ 1)...>{});
}

// Of two numbers: the maximum and the sum in both lanes, without a detour over one scalar.
template <class Scalar>
[[gnu::always_inline]] inline void softmax_of_two(Scalar const* x, Scalar* y) {
    constexpr std::size_t lanes = narrowest<Scalar>;
    constexpr std::make_index_sequence<lanes> indices;
    auto const v = load_values<lanes, 2>(x);
    auto const w = swapped(v, indices);
    auto const e = exp_not_positive(Scalar{}, v - (v > w ? v : w));
    store_values<0, 2>(y, e / (e + swapped(e, indices)));
}

template <std::size_t Size, class Scalar>
[[gnu::always_inline]] inline void softmax_vectors(Scalar const* x, Scalar* y) {
    if constexpr (Size == 2)
        return softmax_of_two(x, y);
    auto const exp_of = [](auto const& v, Scalar most) __attribute__((always_inline)) {
        return exp_not_positive(Scalar{}, v - most);
    };
    if constexpr (Size <= widest<Scalar>) {
        // All in registers.
        constexpr std::size_t lanes = lanes_for<Scalar, std::bit_ceil(Size)>;
        auto const v = load_values<lanes, Size>(x);
        auto const e = exp_of(v, largest_of_lanes<Size>(v));
        store_values<0, Size>(y, e / sum_of_lanes<Scalar, Size>(e));
    } else {
        Scalar const most = largest<Size>(x);
        change_each<Size>([=](auto const& v) { return exp_of(v, most); }, y, x);
        Scalar const total = sum<Size>(y);
        change_each<Size>([total](auto const& v) { return v / total; }, y, y);
    }
}

// Out of line: its registers would be saved for as long as the network computes.
template <std::size_t Size, class Scalar>
[[gnu::noinline]] void softmax_in_registers(Scalar const* x, Scalar* y) {
    Scalar const most = largest<Size>(x);
    for (std::size_t i = 0; i < Size; ++i)
        y[i] = exp_not_positive(Scalar{}, x[i] - most);
    Scalar const total = sum_plain<Size>(y);
    for (std::size_t i = 0; i < Size; ++i)
        y[i] = y[i] / total;
}

} // namespace detail

// y = softmax(x). Where x is further than exp_least below the largest, y is 0.
template <std::size_t Size, class Scalar>
[[gnu::always_inline]] constexpr void softmax(Scalar const* x, Scalar* y) {
    if constexpr (vectorizable<Scalar> && Size > 1)
        if (!std::is_constant_evaluated())
            return detail::softmax_vectors<Size>(x, y);
    if constexpr (goes_without_branch<Scalar>)
        if (!std::is_constant_evaluated())
            return detail::softmax_in_registers<Size>(x, y);
    Scalar const most = largest<Size>(x);
    for (std::size_t i = 0; i < Size; ++i)
        y[i] = exp_below_one(x[i] - most);
    if constexpr (sums_exactly<Scalar>) {
        // The total may be a larger number than the scalar's last one.
        typename Scalar::template exact_sum<Size> total;
        for (std::size_t i = 0; i < Size; ++i)
            total.add(y[i]);
        for (std::size_t i = 0; i < Size; ++i)
            y[i] = total.share(y[i]);
    } else {
        Scalar const total = detail::sum_plain<Size>(y);
        for (std::size_t i = 0; i < Size; ++i)
            y[i] = y[i] / total;
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::kernel
