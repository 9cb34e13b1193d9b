#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <concepts>
#include <cstddef>

namespace ctnn::concepts {

/// A loss: `value(output, target)` is one number, `derivative(output, target)` its derivative by
/// each output.
///
/// Shape:    two arrays of N scalars to one scalar; the derivative is an array of N.
/// Gradient: `derivative(output, target)`.
/// Cost:     that of the model.
/// Errors:   `loss`, `backpropagate` and `train` do not take anything else.
/// Example:  docs/examples/notebook_step.cpp
template <class Loss, class Scalar = double, std::size_t Size = 2>
concept loss = requires(Loss const& loss, std::array<Scalar, Size> const& y) {
    { loss.value(y, y) } -> std::same_as<Scalar>;
    { loss.derivative(y, y) } -> std::same_as<std::array<Scalar, Size>>;
};

/// A loss that is differentiated as one with an activation, because the two cancel: with v the
/// activation's input and y its output, `value(Activation{}, v, y, target)` is the loss and
/// `derivative(Activation{}, v, y, target)` its derivative by v.
///
/// Shape:    arrays of N scalars; the value is one scalar, the derivative an array of N.
/// Gradient: `derivative(Activation{}, v, y, target)`.
/// Cost:     that of the model.
/// Errors:   a loss without these is differentiated in two steps, through the activation.
/// Example:  docs/examples/own_layer.cpp
template <class Loss, class Activation, class Scalar = double, std::size_t Size = 2>
concept loss_fused_with = requires(Loss const& loss, Activation activation,
                                   std::array<Scalar, Size> const& y) {
    { loss.value(activation, y, y, y) } -> std::same_as<Scalar>;
    { loss.derivative(activation, y, y, y) } -> std::same_as<std::array<Scalar, Size>>;
};

} // namespace ctnn::concepts

#include <ctnn/config/epilogue.hpp>
