#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/loss/cross_entropy.hpp>

namespace ctnn {

/// The cross-entropy of softmax(y) with the target distribution t, for a network that ends in logits, without
/// the softmax. It trains to the same numbers as `cross_entropy` after softmax. The network then gives
/// logits: enough to find the largest, and no exp where it runs.
///
/// Shape:    y, t: N scalars; one scalar, in nats.
/// Gradient: softmax(y)_i sum_j t_j - t_i.
/// Cost:     a softmax for the value and another for the derivative, where `cross_entropy` after softmax shares
///           the network's.
/// Errors:   those of `cross_entropy` after softmax. A network whose last activation gives probabilities, such as
///           softmax, or that has one output, does not compile.
/// Source:   PyTorch's CrossEntropyLoss, Keras' CategoricalCrossentropy(from_logits=True).
/// Example:  tests/loss/from_logits.cpp
struct cross_entropy_from_logits {
    static constexpr bool takes_logits = true;
    static constexpr bool compares_classes = true; // of one class there is nothing to learn

    template <class Scalar, std::size_t Size>
    static constexpr Scalar value(std::array<Scalar, Size> const& y,
                                  std::array<Scalar, Size> const& t) {
        return value<Size>(y.data(), t.data());
    }
    template <class Scalar, std::size_t Size>
    static constexpr std::array<Scalar, Size> derivative(std::array<Scalar, Size> const& y,
                                                         std::array<Scalar, Size> const& t) {
        std::array<Scalar, Size> dy;
        derivative<Size>(y.data(), t.data(), dy.data());
        return dy;
    }

    template <std::size_t Size, class Scalar>
    static constexpr Scalar value(Scalar const* y, Scalar const* t) {
        Scalar p[Size];
        softmax::forward<Size>(y, p);
        return cross_entropy::value<Size>(softmax{}, y, p, t);
    }
    template <std::size_t Size, class Scalar>
    static constexpr void derivative(Scalar const* y, Scalar const* t, Scalar* dy) {
        Scalar p[Size];
        softmax::forward<Size>(y, p);
        cross_entropy::derivative<Size>(softmax{}, y, p, t, dy);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
