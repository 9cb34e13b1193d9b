#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/log1p.hpp>
#include <limits>
#include <type_traits>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// The softplus, ln(1 + exp(x)): a smooth relu.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 / (1 + exp(-x)).
/// Cost:     one exp, one log1p.
/// Errors:   NaN gives NaN. In float at most 1.5 units in the last place off.
/// Source:   C. Dugas et al., "Incorporating second-order functional knowledge for better option
///           pricing", NIPS 2000.
/// Example:  docs/examples/activation_plots.cpp
struct softplus {
    static constexpr char const* name = "softplus";
    static constexpr output_bounds bounds{.lower = 0};
    // exp and log1p are off by less than 1 ulp of ln(1 + exp(-|x|)) each, and the sum by half an ulp.
    static constexpr curve facts{.slopes = {0, 1},
                                 .bend = 1,
                                 .error = {3},
                                 .slope_error = {32, 1e-300},
                                 .falls = curves::of_a_function};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        // max(x, 0) + ln(1 + exp(-|x|)): exp never overflows.
        using math::exp;
        using math::log1p;
        return x > Scalar(0) ? x + log1p(exp(-x)) : log1p(exp(x));
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar) {
        return sigmoid::value(x);
    }

    template <class>
    static constexpr double slope(double x) {
        double const e = math::exp(x < 0 ? x : -x);
        return (x < 0 ? e : 1) / (1 + e);
    }
    // exp, then log1p, whose slope is at most 1.
    template <class T>
    static constexpr double fixed_point_error(double) {
        return (0.78 + 1.0) * curves::step<T>;
    }
    // The sum grows, except for the steps by which one function falls.
    template <class Interval>
    static constexpr std::int64_t fixed_point_headroom(Interval const& x) {
        using T = std::remove_const_t<decltype(x.upper)>;
        if (!(x.upper > T(0)))
            return (std::numeric_limits<std::int64_t>::max)();
        std::int64_t const most = std::int64_t{x.upper.raw} + log1p(exp(-x.upper)).raw;
        std::int64_t const fall =
            x.lower == x.upper ? 0 : 1 + curves::falls::of<T>(curves::of_a_function);
        return T::largest().raw - most - fall;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
