#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/activation/identity.hpp>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/affine_whole.hpp>
#include <ctnn/tensor/detail/whole.hpp>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// A fully connected layer: y = activation(x W + b).
///
/// Shape:    Inputs -> Outputs; weights[input][output], biases[output]. Inputs is inferred.
/// Gradient: dL/dW = x^T dL/dv, dL/db = dL/dv, dL/dx = dL/dv W^T, with v = x W + b.
/// Cost:     Inputs * Outputs multiply-adds forward, twice that backward; (Inputs + 1) * Outputs
///           parameters.
/// Errors:   dense<0> does not compile, and the message names the layer.
/// Source:   D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations by
///           back-propagating errors", Nature 323, 1986.
/// Example:  docs/examples/notebook_step.cpp
template <std::size_t Outputs, class Activation = identity>
struct dense {
    using activation = Activation;
    static constexpr char const* name = "dense";

    template <concepts::scalar Scalar, std::size_t Inputs>
    using bound = placed::affine<Scalar, tensor::whole<Inputs>, Outputs>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
