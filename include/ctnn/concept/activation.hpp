#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <type_traits>

namespace ctnn::concepts {

/// An activation that acts on each number alone: `value(x)`, and `derivative(x, y)` where y is
/// value(x), so that a derivative that is cheaper from the value can use it.
///
/// Shape:    an empty type; one scalar to one scalar.
/// Gradient: `derivative(x, y)`.
/// Cost:     that of the model.
/// Errors:   a model of neither kind of activation does not compile as part of a network.
/// Example:  docs/examples/own_layer.cpp
template <class Activation, class Scalar = double>
concept elementwise_activation = std::is_empty_v<Activation> && requires(Scalar x) {
    { Activation::value(x) } -> std::same_as<Scalar>;
    { Activation::derivative(x, x) } -> std::same_as<Scalar>;
};

/// An activation that mixes the numbers of a layer, as softmax does: `forward(x)` gives all of
/// them, `backward(x, y, dy)` takes the loss's derivative by y = forward(x) to that by x.
///
/// Shape:    an empty type; N numbers to N numbers, for every N.
/// Gradient: `backward(x, y, dy)`, the product of dy and the Jacobian.
/// Cost:     that of the model.
/// Errors:   a model of neither kind of activation does not compile as part of a network.
/// Example:  docs/examples/notebook_step.cpp
template <class Activation, class Scalar = double, std::size_t Size = 2>
concept vector_activation = std::is_empty_v<Activation> &&
    requires(std::array<Scalar, Size> const& x) {
    { Activation::forward(x) } -> std::same_as<std::array<Scalar, Size>>;
    { Activation::backward(x, x, x) } -> std::same_as<std::array<Scalar, Size>>;
};

/// An activation of either kind. It can be named by a layer, `dense<8, relu>`, or be a layer of
/// its own, `dense<8>, relu`: both make the same network.
///
/// Shape:    an empty type; N numbers to N numbers.
/// Gradient: see the two kinds.
/// Cost:     that of the model.
/// Errors:   what models neither kind does not compile, and the message names the layer.
/// Example:  tests/concept/activation.cpp
template <class Activation, class Scalar = double, std::size_t Size = 2>
concept activation =
    elementwise_activation<Activation, Scalar> || vector_activation<Activation, Scalar, Size>;

} // namespace ctnn::concepts

#include <ctnn/config/epilogue.hpp>
