#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/clamped.hpp>
#include <ctnn/math/exp.hpp>
#include <limits>

namespace ctnn {

/// Mish, x tanh(ln(1 + exp(x))).
///
/// Shape:    one scalar to one scalar.
/// Gradient: t + x s (1 - t^2), where t is that tanh and s the sigmoid of x.
/// Cost:     one exp, one division.
/// Errors:   NaN gives NaN. In float at most 3.5 units in the last place off.
/// Source:   D. Misra, "Mish: a self regularized non-monotonic activation function", BMVC 2020.
/// Example:  docs/examples/activation_plots.cpp
struct mish {
    static constexpr char const* name = "mish";
    static constexpr output_bounds bounds{.lower = -0.30884341301725041};
    // The minimum is at -1.19243121.
    static constexpr curve facts{
        .minima = {{-1.2, -1.19, -0.3088435}},
        .bend = -1,
        .inflections = {{-2.2563763963607931}, {1.4905711794854285}},
        .error = {6},
        .slope_error = {.of_slope = 0, .alone = 32 * std::numeric_limits<double>::epsilon()},
        .is_gated = true,
        .falls = {22, 0},
        .keeps_range = true};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        if constexpr (requires { logistic(x); }) {
            // With q = 1 / (1 + exp(x)), the tanh is (1 - q^2) / (1 + q^2).
            Scalar const q = logistic(-x), square = q * q;
            return x * ((Scalar(1) - square) / (Scalar(1) + square));
        } else {
            // The tanh is e (e + 2) / (e (e + 2) + 2) with e = exp(x), and exp never overflows here.
            using math::exp;
            if (x > Scalar(0)) {
                Scalar const e = exp(-x), n = Scalar(1) + Scalar(2) * e;
                return x * (n / (n + Scalar(2) * (e * e)));
            }
            Scalar const y = kernel::clamped_below(x);
            Scalar const e = exp(y), n = e * (e + Scalar(2));
            return y * (n / (n + Scalar(2)));
        }
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        if constexpr (requires { logistic(x); }) {
            Scalar const q = logistic(-x), square = q * q;
            Scalar const t = (Scalar(1) - square) / (Scalar(1) + square);
            return t + (x * (Scalar(1) - q)) * (Scalar(1) - t * t);
        } else {
            using math::exp;
            bool const is_above = x > Scalar(0);
            Scalar const y = kernel::clamped(x);
            Scalar const e = exp(is_above ? -y : y);
            Scalar const n = is_above ? Scalar(1) + Scalar(2) * e : e * (e + Scalar(2));
            Scalar const d = n + (is_above ? Scalar(2) * (e * e) : Scalar(2));
            Scalar const power = is_above ? e * e : e;
            return n / d + y * ((Scalar(4) * power) * ((Scalar(1) + e) / (d * d)));
        }
    }

    // logistic is off by up to 0.78 steps and the quotient by up to 2.2; multiply by x and add a rounding.
    template <class T>
    static constexpr double fixed_point_error(double magnitude) {
        return (0.5 + 2.2 * magnitude) * curves::step<T>;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
