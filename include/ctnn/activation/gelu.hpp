#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/math/erf.hpp>
#include <ctnn/math/exp.hpp>

namespace ctnn {

/// The Gaussian error linear unit, x P(X < x) for a standard normal X: x (1 + erf(x / sqrt 2)) / 2,
/// exactly, not its approximation by tanh.
///
/// Shape:    one scalar to one scalar.
/// Gradient: P(X < x) + x p(x), p being the normal density exp(-x^2 / 2) / sqrt(2 pi).
/// Cost:     one erf; one erf and one exp for the derivative.
/// Errors:   NaN gives NaN, and so does minus infinity (0 times infinity). In float at most 4.5e-7 off
///           from -300 to 300, but few digits are right far below 0, where 1 + erf cancels: from about
///           -5.6 on it is -0, and the exact value -8.4e-8 or nearer to 0.
/// Source:   D. Hendrycks, K. Gimpel, "Gaussian error linear units", arXiv 1606.08415, 2016.
/// Example:  docs/examples/activation_plots.cpp
struct gelu {
    static constexpr char const* name = "gelu";
    static constexpr output_bounds bounds{.lower = -0.16997120747990370};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        using math::erf;
        return x * (Scalar(0.5) + Scalar(0.5) * erf(x * Scalar(0.70710678118654752440)));
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        using math::erf;
        using math::exp;
        Scalar const below = Scalar(0.5) + Scalar(0.5) * erf(x * Scalar(0.70710678118654752440));
        Scalar const density = Scalar(0.39894228040143267794) * exp((Scalar(-0.5) * x) * x);
        return below + x * density;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
