#pragma once

#include <bit>
#include <cstddef>
#include <ctnn/kernel/change_each.hpp>
#include <ctnn/kernel/exp.hpp>
#include <ctnn/kernel/largest.hpp>
#include <ctnn/kernel/sum.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/exp.hpp>
#include <type_traits>

namespace ctnn::kernel {
namespace detail {

// The first two lanes, one in the place of the other.
[[gnu::always_inline]] inline auto turned(vector<float, 4> const& v) {
    return __builtin_shufflevector(v, v, 1, 0, 3, 2);
}
[[gnu::always_inline]] inline auto turned(vector<double, 2> const& v) {
    return __builtin_shufflevector(v, v, 1, 0);
}

template <std::size_t Size, class X, class Y>
[[gnu::always_inline]] inline void softmax_vectors(X x, Y y) {
    using Scalar = scalar_of<Y>;
    if constexpr (Size == 2) {
        using values = vector<Scalar, narrowest<Scalar>>;
        // A number less the larger one is its distance from the other, or 0 if that is positive.
        values const v = load_part<narrowest<Scalar>, 2>(x);
        values const distance = v - turned(v);
        values const e = exp_not_positive(Scalar{}, values{} < distance ? values{} : distance);
        store_part<0, 2>(y, e / (e + turned(e)));
        return;
    }
    Scalar const most = largest<Size>(x);
    auto const exp = [most](auto const& v) { return exp_not_positive(Scalar{}, v - most); };
    if constexpr (constexpr std::size_t lanes = lanes_for<Scalar, std::bit_ceil(Size)>;
                  Size <= 4 && Size <= lanes) {
        // All in registers.
        auto const e = exp(load_part<lanes, Size>(x));
        store_part<0, Size>(y, e / sum_of_lanes<Scalar, Size>(e));
    } else {
        change_each<Size>(exp, y, x);
        Scalar const total = sum<Size>(plain(y));
        change_each<Size>([total](auto const& v) { return v / total; }, y, y);
    }
}

} // namespace detail

// y = softmax(x). Where x is further than exp_least below the largest, y is 0.
template <std::size_t Size, class X, class Y>
[[gnu::always_inline]] constexpr void softmax(X x, Y y) {
    using Scalar = scalar_of<Y>;
    if constexpr (vectorizable<Scalar> && Size > 1)
        if (!std::is_constant_evaluated())
            return detail::softmax_vectors<Size>(x, y);
    Scalar const most = largest<Size>(x);
    for (std::size_t i = 0; i < Size; ++i) {
        Scalar const difference = x[i] - most;
        if constexpr (!std::is_same_v<Scalar, float> && !std::is_same_v<Scalar, double>) {
            using math::exp;
            y[i] = exp(difference);
        } else if (difference < exp_least<Scalar>) {
            y[i] = 0;
        } else {
            y[i] = exp_not_positive(Scalar{}, difference);
        }
    }
    Scalar const total = detail::sum_plain<Size>(plain(y));
    for (std::size_t i = 0; i < Size; ++i)
        y[i] = y[i] / total;
}

} // namespace ctnn::kernel
