#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/expm1.hpp>
#include <ctnn/number/detail/setting_diagnosis.hpp>
#include <ctnn/number/real.hpp>
#include <type_traits>

namespace ctnn {

/// The exponential linear unit: x where x > 0, else Scale (exp(x) - 1). `elu` has the scale 1;
/// `basic_elu<0.5>` has another one.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 where x > 0, else y + Scale.
/// Cost:     one comparison, one expm1.
/// Errors:   NaN gives NaN; a Scale that is a NaN or infinite does not compile.
/// Source:   D.-A. Clevert, T. Unterthiner, S. Hochreiter, "Fast and accurate deep network learning
///           by exponential linear units", ICLR 2016.
/// Example:  docs/examples/activation_plots.cpp
template <real Scale>
struct basic_elu {
    static_assert(detail::fits<detail::setting_diagnosis<basic_elu<Scale>, Scale>>);
    static constexpr char const* name = "elu";
    static constexpr double settings[] = {Scale.value};
    static constexpr output_bounds bounds{.lower = Scale.value > 0 ? -Scale.value : 0};
    // Convex, if the slope at 0 grows.
    template <class T>
    static constexpr curve facts{
        .pieces = {{-curves::infinity}, {0, 1}},
        .slopes = Scale.value < 0
                      ? output_bounds{static_cast<double>(static_cast<T>(Scale.value)), 0}
                      : output_bounds{0, static_cast<double>(static_cast<T>(Scale.value))},
        .bend = Scale.value >= 0 && Scale.value <= 1 ? 1 : 0,
        .error = {2},
        .slope_error = {32, 1e-300},
        .rises_in_float = Scale.value >= 0,
        .keeps_range = true};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        using math::expm1;
        return x > Scalar(0) ? x : Scalar(Scale.value) * expm1(x);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar y) {
        return x > Scalar(0) ? Scalar(1) : y + Scalar(Scale.value);
    }

    template <class T>
    static constexpr double slope(double x) {
        constexpr double scale = static_cast<double>(static_cast<T>(Scale.value));
        return scale * math::exp(x < 0 ? x : 0);
    }
    template <class Interval>
    static constexpr Interval range(Interval const& x) {
        using T = std::remove_const_t<decltype(x.lower)>;
        if (x.lower > T(0))
            return x;
        constexpr T scale = static_cast<T>(Scale.value);
        Interval const left =
            Interval(scale) * expm1(Interval{x.lower, x.upper > T(0) ? T(0) : x.upper});
        if (!(x.upper > T(0)))
            return left;
        return Interval::of(left.lower > T(0) ? T(0) : left.lower,
                            x.upper > left.upper ? x.upper : left.upper);
    }
    template <class T>
    static constexpr double fixed_point_error(double) {
        double const scale = Scale.value < 0 ? -Scale.value : Scale.value;
        double const off = curves::constant_error<T>(Scale.value);
        return off + (scale + off) * 1.05 * curves::step<T> + 0.5 * curves::step<T>;
    }
};

using elu = basic_elu<1.0>;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
