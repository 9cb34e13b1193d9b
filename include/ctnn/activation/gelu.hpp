#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/clamped.hpp>
#include <ctnn/math/erf.hpp>
#include <ctnn/math/exp.hpp>
#include <limits>

namespace ctnn {

/// The Gaussian error linear unit, x P(X < x) for a standard normal X: x (1 + erf(x / sqrt 2)) / 2.
/// It is the exact form, not the approximation by tanh.
///
/// Shape:    one scalar to one scalar.
/// Gradient: P(X < x) + x p(x), where p is the normal density exp(-x^2 / 2) / sqrt(2 pi).
/// Cost:     one erf; one erf and one exp for the derivative.
/// Errors:   NaN gives NaN. In float at most 4.5e-7 off from -300 to 300, but few digits are right far below
///           0, where 1 + erf cancels: below about -5.6 it is -0, where the exact value is -8.4e-8 or nearer
///           to 0.
/// Source:   D. Hendrycks, K. Gimpel, "Gaussian error linear units", arXiv 1606.08415, 2016.
/// Example:  docs/examples/activation_plots.cpp
struct gelu {
    static constexpr char const* name = "gelu";
    static constexpr output_bounds bounds{.lower = -0.16997120747990370};
    // The minimum is at -0.75179160. The sum cancels if x is far below 0, so the error is relative to x. The
    // derivative has its extrema at plus and minus the root of 2.
    static constexpr curve facts{
        .minima = {{-0.76, -0.75, -0.1699713}},
        .bend = -1,
        .inflections = {{-1.4142135623730951, -1.4142145, -1.4142135},
                        {1.4142135623730951, 1.4142135, 1.4142145}},
        .error = {.of_value = 0, .of_argument = 3},
        .slope_error = {.of_slope = 0, .alone = 32 * std::numeric_limits<double>::epsilon()},
        .is_gated = true,
        .falls = curves::of_erf,
        .keeps_range = true};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        using math::erf;
        Scalar const z = kernel::clamped_below(x);
        return z * (Scalar(0.5) + Scalar(0.5) * erf(z * Scalar(0.70710678118654752440)));
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        using math::erf;
        using math::exp;
        Scalar const z = kernel::clamped(x);
        Scalar const below = Scalar(0.5) + Scalar(0.5) * erf(z * Scalar(0.70710678118654752440));
        Scalar const density = Scalar(0.39894228040143267794) * exp((Scalar(-0.5) * z) * z);
        return below + z * density;
    }

    // erf's argument is off by (magnitude + 1) / 2 steps, and erf grows by up to 2 / sqrt pi times that. Its own
    // error is 1.18. Take half of the sum, add a rounding, multiply by x, add a rounding.
    template <class T>
    static constexpr double fixed_point_error(double magnitude) {
        double const of_erf = 1.18 + 1.13 * 0.5 * (magnitude + 1);
        return (0.5 + magnitude * (0.5 + 0.5 * of_erf)) * curves::step<T>;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
