#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/exp.hpp>
#include <ctnn/kernel/fused_functions.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/exp.hpp>
#include <type_traits>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// The logistic sigmoid, 1 / (1 + exp(-x)).
///
/// Shape:    one scalar to one scalar.
/// Gradient: y (1 - y).
/// Cost:     one exp, one division.
/// Errors:   NaN gives NaN. In float, the error is at most 2.1 units in the last place, in the fused
///           arithmetic 2.6; 0 below -88.7228, where exp(-x) is infinite and the exact value, 2.9e-39 or less, is
///           subnormal (in double below -709.78).
/// Source:   D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations by
///           back-propagating errors", Nature 323, 1986.
/// Example:  docs/examples/activation_plots.cpp
struct sigmoid {
    static constexpr char const* name = "sigmoid";
    static constexpr output_bounds bounds{0, 1};
    static constexpr bool takes_vectors = true;
    static constexpr bool derives_from_its_output = true;
    // exp is off by less than 1 ulp, the sum and the quotient by half an ulp each.
    static constexpr curve facts{.slopes = {0, 0.25},
                                 .bend = 1,
                                 .inflections = {{0}},
                                 .error = {3},
                                 .slope_error = {32, 1e-300},
                                 .rises_in_float = true,
                                 .falls = curves::of_a_function,
                                 .keeps_range = true};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        if constexpr (kernel::has_fused_functions<Scalar>) {
            return kernel::fused_sigmoid(x);
        } else if constexpr (kernel::is_vector<Scalar>) {
            return 1 / (1 + kernel::exp_beside_one(kernel::lane<Scalar>{}, -x));
        } else if constexpr (requires { logistic(x); }) {
            return logistic(x); // for a scalar that may have no number for exp(-x)
        } else {
            if constexpr (kernel::goes_without_branch<Scalar>)
                if (!std::is_constant_evaluated())
                    return 1 / (1 + kernel::exp_beside_one(Scalar{}, -x));
            using math::exp;
            return Scalar(1) / (Scalar(1) + exp(-x));
        }
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar, Scalar y) {
        constexpr Scalar one = kernel::number<Scalar>(1);
        return y * (one - y);
    }

    // e / (1 + e)^2 with e = exp(-|x|)
    template <class>
    static constexpr double slope(double x) {
        double const e = math::exp(x < 0 ? x : -x), sum = 1 + e;
        return e / (sum * sum);
    }
    template <class T>
    static constexpr double fixed_point_error(double) {
        return 0.78 * curves::step<T>;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
