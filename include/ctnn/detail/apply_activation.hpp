#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>

// One call for both kinds of activation, on all numbers of a layer.

namespace ctnn::detail {

template <class Activation, class Scalar, std::size_t Size>
constexpr std::array<Scalar, Size> apply_activation(std::array<Scalar, Size> const& x) {
    if constexpr (concepts::elementwise_activation<Activation, Scalar>) {
        std::array<Scalar, Size> y;
        Scalar const* from = x.data();
        Scalar* to = y.data();
        for (std::size_t i = 0; i < Size; ++i)
            to[i] = Activation::value(from[i]);
        return y;
    } else {
        return Activation::forward(x);
    }
}

// From the loss's derivative by y = apply_activation(x) to its derivative by x.
template <class Activation, class Scalar, std::size_t Size>
constexpr std::array<Scalar, Size> apply_activation_backward(std::array<Scalar, Size> const& x,
                                                             std::array<Scalar, Size> const& y,
                                                             std::array<Scalar, Size> const& dy) {
    if constexpr (concepts::elementwise_activation<Activation, Scalar>) {
        std::array<Scalar, Size> dx;
        Scalar const* before = x.data();
        Scalar const* after = y.data();
        Scalar const* from = dy.data();
        Scalar* to = dx.data();
        for (std::size_t i = 0; i < Size; ++i)
            to[i] = from[i] * Activation::derivative(before[i], after[i]);
        return dx;
    } else {
        return Activation::backward(x, y, dy);
    }
}

} // namespace ctnn::detail
