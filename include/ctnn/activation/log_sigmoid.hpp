#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// The logarithm of the sigmoid, -ln(1 + exp(-x)).
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 / (1 + exp(x)).
/// Cost:     one exp, one log1p.
/// Errors:   NaN gives NaN. In float at most 1.5 units in the last place off.
/// Source:   that of `softplus`, whose mirror image it is.
/// Example:  docs/examples/activation_plots.cpp
struct log_sigmoid {
    static constexpr char const* name = "log_sigmoid";
    static constexpr output_bounds bounds{.upper = 0};
    static constexpr curve facts{.slopes = {0, 1},
                                 .bend = -1,
                                 .error = {3},
                                 .slope_error = {32, 1e-300},
                                 .falls = curves::of_a_function};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        return -softplus::value(-x);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return sigmoid::value(-x);
    }

    template <class T>
    static constexpr double slope(double x) {
        return softplus::slope<T>(-x);
    }
    template <class T>
    static constexpr double fixed_point_error(double magnitude) {
        return softplus::fixed_point_error<T>(magnitude);
    }
    template <class Interval>
    static constexpr std::int64_t fixed_point_headroom(Interval const& x) {
        return softplus::fixed_point_headroom(-x);
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
