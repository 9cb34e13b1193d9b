#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/expm1.hpp>
#include <limits>
#include <type_traits>

namespace ctnn {

/// The scaled exponential linear unit: s x where x > 0, else s a (exp(x) - 1), with the paper's
/// s = 1.0507009873554805 and a = 1.6732632423543773, which keep the mean of a layer's outputs near 0 and their variance
/// near 1.
///
/// Shape:    one scalar to one scalar.
/// Gradient: s where x > 0, else y + s a.
/// Cost:     one comparison, one expm1, one multiplication.
/// Errors:   NaN gives NaN. In float at most 2 units in the last place off.
/// Source:   G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter, "Self-normalizing neural networks",
///           NIPS 2017.
/// Example:  docs/examples/activation_plots.cpp
struct selu {
    static constexpr double scale = 1.0507009873554804934, scaled_alpha = 1.7580993408473768599;
    static constexpr char const* name = "selu";
    static constexpr output_bounds bounds{.lower = -scaled_alpha};
    // It is convex up to the joint, where the slope falls. Both constants are rounded.
    static constexpr curve facts{.pieces = {{-curves::infinity}, {0, scale}},
                                 .slopes = {0, 1.7580993408473771},
                                 .bend = 1,
                                 .inflections = {{0, 0, 0}},
                                 .error = {3},
                                 .slope_error = {32, 1e-300, 1},
                                 .rises_in_float = true,
                                 .falls = {10, 0}};

    template <class Scalar>
    static constexpr Scalar value(Scalar x) {
        using math::expm1;
        return x > Scalar(0) ? Scalar(scale) * x : Scalar(scaled_alpha) * expm1(x);
    }
    template <class Scalar>
    static constexpr Scalar derivative(Scalar x, Scalar y) {
        return x > Scalar(0) ? Scalar(scale) : y + Scalar(scaled_alpha);
    }

    template <class>
    static constexpr double slope(double x) {
        return scaled_alpha * math::exp(x < 0 ? x : 0);
    }
    template <class T>
    static constexpr double fixed_point_error(double magnitude) {
        double const off = curves::constant_error<T>(scaled_alpha);
        double const below = off + (scaled_alpha + off) * 1.05 * curves::step<T>;
        double const above = curves::constant_error<T>(scale) * magnitude;
        return (below > above ? below : above) + 0.5 * curves::step<T>;
    }
    // The product above 0.
    template <class Interval>
    static constexpr std::int64_t fixed_point_headroom(Interval const& x) {
        using T = std::remove_const_t<decltype(x.upper)>;
        if (!(x.upper > T(0)))
            return (std::numeric_limits<std::int64_t>::max)();
        typename T::template exact_sum<1> product;
        product.add_product(x.upper, T(scale));
        return product.headroom();
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
