#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>

namespace ctnn {

/// A sigmoid of straight lines: x / 6 + 1 / 2, cut off at 0 and 1.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 / 6 where -3 < x < 3, else 0.
/// Cost:     one multiplication, one addition, two comparisons.
/// Errors:   none; NaN gives NaN, with the derivative 0.
/// Source:   A. Howard et al., "Searching for MobileNetV3", ICCV 2019 (as in PyTorch and Keras 3).
/// Example:  docs/examples/activation_plots.cpp
struct hard_sigmoid {
    static constexpr char const* name = "hard_sigmoid";
    static constexpr output_bounds bounds{0, 1};
    static constexpr bool takes_vectors = true;
    // (a sixth is rounded, too)
    static constexpr curve facts{.pieces = {{-curves::infinity, 0}, {-3, 1.0 / 6}, {3, 0}},
                                 .error = {.of_value = 0, .alone = 2},
                                 .slope_error = {.of_slope = 0, .of_straight = 2},
                                 .keeps_range = true};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        // Compares before it computes the line, so that the ends are exactly 0 and 1.
        constexpr Scalar one = kernel::number<Scalar>(1), three = kernel::number<Scalar>(3);
        constexpr Scalar sixth = kernel::number<Scalar>(0.16666666666666666667);
        constexpr Scalar half = kernel::number<Scalar>(0.5);
        Scalar const at_least = kernel::select(x < -three, Scalar{}, x * sixth + half);
        return kernel::select(x > three, one, at_least);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        constexpr Scalar three = kernel::number<Scalar>(3);
        constexpr Scalar sixth = kernel::number<Scalar>(0.16666666666666666667);
        Scalar const above = x > -three ? sixth : Scalar{};
        return x < three ? above : Scalar{};
    }

    // For |x| up to 3. If the format has no 3, its lowest number counts as below -3.
    template <class T>
    static constexpr double fixed_point_error(double) {
        if (T::integer_bits < 2)
            return 0.25;
        return curves::constant_error<T>(1.0 / 6) * 3 + 0.5 * curves::step<T>;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
