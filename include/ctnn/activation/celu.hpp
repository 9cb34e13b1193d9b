#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/expm1.hpp>
#include <ctnn/number/detail/setting_diagnosis.hpp>
#include <ctnn/number/real.hpp>
#include <type_traits>

namespace ctnn {

/// The continuously differentiable exponential linear unit: x where x > 0, else
/// Scale (exp(x / Scale) - 1). `celu` has the scale 1; `basic_celu<0.5>` has another one.
///
/// Shape:    one scalar to one scalar.
/// Gradient: 1 where x > 0, else y / Scale + 1.
/// Cost:     one comparison, one expm1, one division.
/// Errors:   NaN gives NaN; a Scale that is not a finite number above 0 does not compile.
/// Source:   J. T. Barron, "Continuously differentiable exponential linear units", arXiv 1704.07483, 2017.
/// Example:  docs/examples/activation_plots.cpp
template <real Scale>
struct basic_celu {
    static_assert(detail::fits<detail::positive_setting_diagnosis<basic_celu<Scale>, Scale>>);
    static constexpr char const* name = "celu";
    static constexpr double settings[] = {Scale.value};
    static constexpr output_bounds bounds{.lower = -Scale.value};
    // (those of expm1, times Scale)
    static constexpr curves::falls fixed_point_falls() {
        return Scale.value < 1         ? curves::falls{6, 0}
               : Scale.value < 100'000 ? curves::falls{static_cast<int>(5 * Scale.value) + 2, 0}
                                       : curves::falls{};
    }
    template <class T>
    static constexpr curve facts{
        .pieces = {{-curves::infinity}, {0, 1}},
        .slopes = {0, 1},
        .bend = 1,
        .error = {3},
        .slope_error = {512, 1e-300}, // x / Scale is rounded: up to 745 / 2
        .rises_in_float = true,
        .falls = fixed_point_falls()};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        using math::expm1;
        return x > Scalar(0) ? x : Scalar(Scale.value) * expm1(x / Scalar(Scale.value));
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar y) {
        return x > Scalar(0) ? Scalar(1) : y / Scalar(Scale.value) + Scalar(1);
    }

    template <class T>
    static constexpr double slope(double x) {
        constexpr double scale = static_cast<double>(static_cast<T>(Scale.value));
        return math::exp(x < 0 ? x / scale : 0);
    }
    // The quotient is off by half a step and expm1 by 1.05; an error of Scale moves f(x) by no more than itself.
    template <class T>
    static constexpr double fixed_point_error(double) {
        double const off = curves::constant_error<T>(Scale.value);
        return off + (Scale.value + off) * 1.55 * curves::step<T> + 0.5 * curves::step<T>;
    }
    // The quotient, where Scale is below 1.
    template <class Interval>
    static constexpr std::int64_t fixed_point_headroom(Interval const& x) {
        using T = std::remove_const_t<decltype(x.lower)>;
        std::int64_t const least = T::lowest().raw, scale = T(Scale.value).raw;
        if (scale == 0)
            return x.lower < T(0) ? -1 : -least;
        std::int64_t const from = x.lower < T(0) ? std::int64_t{x.lower.raw} : 0;
        return from * (std::int64_t{1} << T::fraction_bits) / scale - 1 - least;
    }
};

using celu = basic_celu<1.0>;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
