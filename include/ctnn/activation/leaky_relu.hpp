#pragma once

#include <ctnn/real.hpp>

namespace ctnn {

/// The leaky rectified linear unit: x where x > 0, else Slope x. `leaky_relu` has the slope 0.01;
/// `basic_leaky_relu<0.2>` has another one.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 where x > 0, else Slope.
/// Cost:     one comparison, one multiplication.
/// Errors:   none; NaN gives NaN.
/// Source:   A. L. Maas, A. Y. Hannun, A. Y. Ng, "Rectifier nonlinearities improve neural network
///           acoustic models", ICML 2013.
/// Example:  docs/examples/activation_plots.cpp
template <real Slope>
struct basic_leaky_relu {
    static constexpr bool is_piecewise_linear = true;

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return x > Scalar(0) ? x : x * Scalar(Slope.value);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return Scalar(x > Scalar(0) ? 1.0 : Slope.value);
    }
};

using leaky_relu = basic_leaky_relu<0.01>;

} // namespace ctnn
