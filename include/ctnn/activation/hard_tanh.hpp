#pragma once

namespace ctnn {

/// A hyperbolic tangent of straight lines: x, cut off at -1 and 1.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 where -1 < x < 1, else 0.
/// Cost:     two comparisons.
/// Errors:   none; NaN gives NaN.
/// Source:   R. Collobert, "Large scale machine learning", thesis, 2004.
/// Example:  docs/examples/activation_plots.cpp
struct hard_tanh {
    static constexpr bool is_piecewise_linear = true;

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        if (x < Scalar(-1))
            return Scalar(-1);
        if (x > Scalar(1))
            return Scalar(1);
        return x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return Scalar(x > Scalar(-1) && x < Scalar(1) ? 1 : 0);
    }
};

} // namespace ctnn
