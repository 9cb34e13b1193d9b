#pragma once

namespace ctnn {

/// A sigmoid of straight lines: x / 6 + 1 / 2, cut off at 0 and 1.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 / 6 where -3 < x < 3, else 0.
/// Cost:     one multiplication, one addition, two comparisons.
/// Errors:   none; NaN gives NaN.
/// Source:   A. Howard et al., "Searching for MobileNetV3", ICCV 2019 (as in PyTorch and Keras 3).
/// Example:  docs/examples/activation_plots.cpp
struct hard_sigmoid {
    static constexpr bool is_piecewise_linear = true;

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        // Compared before the line is drawn, so that the ends are 0 and 1 exactly.
        if (x < Scalar(-3))
            return Scalar(0);
        if (x > Scalar(3))
            return Scalar(1);
        return x * Scalar(0.16666666666666666667) + Scalar(0.5);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return Scalar(x > Scalar(-3) && x < Scalar(3) ? 0.16666666666666666667 : 0.0);
    }
};

} // namespace ctnn
