#pragma once

namespace ctnn {

/// The rectified linear unit: x where x > 0, else 0.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 where x > 0, else 0.
/// Cost:     one comparison.
/// Errors:   none; NaN gives NaN.
/// Source:   V. Nair, G. E. Hinton, "Rectified linear units improve restricted Boltzmann
///           machines", ICML 2010.
/// Example:  docs/examples/activation_plots.cpp
struct relu {
    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x < Scalar(0) ? Scalar(0) : x;
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return Scalar(x > Scalar(0) ? 1 : 0);
    }
};

} // namespace ctnn
