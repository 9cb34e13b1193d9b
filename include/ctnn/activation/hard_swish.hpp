#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>
#include <limits>

namespace ctnn {

/// A swish without exp, x hard_sigmoid(x): 0 up to -3, x from 3 on, and x (x / 6 + 1 / 2) in between.
///
/// Shape:    one scalar to one scalar.
/// Gradient: x / 3 + 1 / 2 where -3 < x < 3, else 0 or 1.
/// Cost:     two multiplications, one addition, three comparisons.
/// Errors:   NaN gives NaN, with the derivative 1. In float at most 2 epsilon |x| off.
/// Source:   A. Howard et al., "Searching for MobileNetV3", ICCV 2019.
/// Example:  docs/examples/activation_plots.cpp
struct hard_swish {
    static constexpr char const* name = "hard_swish";
    static constexpr output_bounds bounds{.lower = -0.375};
    static constexpr bool takes_vectors = true;
    // The minimum is -3/8, at -1.5. At both joints the slope falls.
    static constexpr curve facts{
        .pieces = {{-curves::infinity, 0}, {-3}, {3, 1}},
        .minima = {{-1.51, -1.49, -0.375}},
        .slopes = {-0.5, 1.5},
        .bend = -1,
        .inflections = {{-3, -3, -3}, {3, 3, 3}},
        .error = {.of_value = 1, .of_argument = 2},
        .slope_error = {.of_slope = 0, .alone = 8 * std::numeric_limits<double>::epsilon()},
        .is_gated = true,
        .falls = {2, 1},
        .keeps_range = true};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        // (minus infinity times 0 would be a NaN)
        constexpr Scalar three = kernel::number<Scalar>(3);
        return kernel::select(x < -three, -three, x) * hard_sigmoid::value(x);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        constexpr Scalar one = kernel::number<Scalar>(1), three = kernel::number<Scalar>(3);
        constexpr Scalar third = kernel::number<Scalar>(0.33333333333333333333);
        constexpr Scalar half = kernel::number<Scalar>(0.5);
        Scalar const line = x * third + half;
        Scalar const above = x > -three ? line : Scalar{};
        return x < three ? above : one;
    }

    template <class>
    static constexpr double slope(double x) {
        return x / 3 + 0.5;
    }
    template <class T>
    static constexpr double fixed_point_error(double magnitude) {
        return magnitude * hard_sigmoid::fixed_point_error<T>(magnitude) + 0.5 * curves::step<T>;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
