#pragma once

#include <ctnn/math/exp.hpp>

namespace ctnn {

/// The sigmoid linear unit, x / (1 + exp(-x)), also called swish.
///
/// Shape:    one scalar to one scalar.
/// Gradient: s (1 + x (1 - s)), s being the sigmoid of x.
/// Cost:     one exp, one division.
/// Errors:   none; NaN gives NaN, and so does minus infinity (infinity by infinity).
/// Source:   S. Elfwing, E. Uchibe, K. Doya, "Sigmoid-weighted linear units for neural network
/// function
///           approximation in reinforcement learning", arXiv 1702.03118, 2017.
/// Example:  docs/examples/activation_plots.cpp
struct silu {
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        using math::exp;
        return x / (Scalar(1) + exp(-x));
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        using math::exp;
        Scalar const sigmoid = Scalar(1) / (Scalar(1) + exp(-x));
        return sigmoid * (Scalar(1) + x * (Scalar(1) - sigmoid));
    }
};

} // namespace ctnn
