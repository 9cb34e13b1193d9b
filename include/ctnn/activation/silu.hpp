#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/kernel/clamped.hpp>
#include <ctnn/kernel/exp.hpp>
#include <ctnn/kernel/in_registers.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/math/exp.hpp>
#include <limits>
#include <type_traits>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// The sigmoid linear unit, x / (1 + exp(-x)), also called swish.
///
/// Shape:    one scalar to one scalar.
/// Gradient: s (1 + x (1 - s)), where s is the sigmoid of x.
/// Cost:     one exp, one division.
/// Errors:   NaN gives NaN. In float at most 2 units in the last place off; -0 below -88.7228, where the exact
///           value is -2.6e-37 or nearer to 0 (in double below -709.78).
/// Source:   S. Elfwing, E. Uchibe, K. Doya, "Sigmoid-weighted linear units for neural network
///           function approximation in reinforcement learning", arXiv 1702.03118, 2017.
/// Example:  docs/examples/activation_plots.cpp
struct silu {
    static constexpr char const* name = "silu";
    static constexpr output_bounds bounds{.lower = -0.27846454276107380};
    static constexpr bool takes_vectors = true;
    // The minimum is at -1.27846454. The derivative has its extrema where x tanh(x / 2) is 2.
    static constexpr curve facts{
        .minima = {{-1.28, -1.27, -0.2784646}},
        .bend = -1,
        .inflections = {{-2.3993572805154685, -2.3993582, -2.3993572},
                        {2.3993572805154685, 2.3993572, 2.3993582}},
        .error = {3},
        .slope_error = {.of_slope = 0, .alone = 32 * std::numeric_limits<double>::epsilon()},
        .is_gated = true,
        .falls = curves::of_a_function,
        .keeps_range = true};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        if constexpr (kernel::is_vector<Scalar>) {
            Scalar const z = kernel::clamped_below(x);
            return z / (1 + kernel::exp_beside_one(kernel::lane<Scalar>{}, -z));
        } else if constexpr (requires { logistic(x); }) {
            return x * logistic(x);
        } else {
            Scalar const z = kernel::clamped_below(x);
            if constexpr (kernel::goes_without_branch<Scalar>)
                if (!std::is_constant_evaluated())
                    return z / (1 + kernel::exp_beside_one(Scalar{}, -z));
            using math::exp;
            return z / (Scalar(1) + exp(-z));
        }
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        constexpr Scalar one = kernel::number<Scalar>(1);
        Scalar const z = kernel::clamped(x);
        Scalar const y = sigmoid::value(z);
        return y * (one + z * (one - y));
    }

    template <class>
    static constexpr double slope(double x) {
        double const e = math::exp(x < 0 ? x : -x), sum = 1 + e;
        return (x < 0 ? e : 1) / sum + x * (e / (sum * sum));
    }
    template <class T>
    static constexpr double fixed_point_error(double magnitude) {
        return (0.5 + 0.78 * magnitude) * curves::step<T>;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
