#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/verify/detail/linear/linear_stage.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>
#include <limits>

// The lines around what comes after a layer's numbers: its activation, or, for a layer that bends at 0
// (placed/bent.hpp), the bend, whose slope below 0 is a parameter. Linear functions go through such a layer as through an
// activation.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

template <class Stage>
constexpr bool bends = customization::bends<typename Stage::bound>;
template <class Stage>
constexpr bool lets_functions_through = is_linear_stage<Stage> || bends<Stage>;

// For a bend, of any slope, as bent_lines: convex if it is at most 1, else concave, which is the mirror image.
constexpr lines lines_of_bend(double l, double u, double below, double error) {
    if (!(l < 0))
        return {1, 0, 1, 0};
    double const allowance =
        error * (below < 0 ? -below : below) * -l + (std::numeric_limits<double>::min)();
    if (!(u > 0))
        return {below, -allowance, below, allowance};
    double const at_l = below * l, slope = (u - at_l) / (u - l);
    double const to_l = at_l - slope * l, to_u = u - slope * u;
    double const own = u > -l ? 1 : below;
    double const of_chord =
        allowance + 4 * unit * (1 + (below < 0 ? -below : below)) * (u - l) + allowance;
    return below <= 1 ? lines{own, -allowance, slope, (to_l > to_u ? to_l : to_u) + of_chord}
                      : lines{slope, (to_l < to_u ? to_l : to_u) - of_chord, own, allowance};
}

// Of an activation.
template <class Stage, bool Bends = bends<Stage>>
struct lines_after {
    using activation = typename Stage::activation;
    using scalar = typename Stage::scalar;

    constexpr bool load(typename Stage::parameters const&) { return true; }
    static constexpr bool depends_on(std::size_t, double l, double u) {
        return lines_of<activation>::depends_on(l, u);
    }
    static constexpr lines between(std::size_t, double l, double u) {
        return lines_of<activation>::template between<scalar>(l, u);
    }
    static constexpr ends range(std::size_t, double l, double u) {
        return lines_of<activation>::template range<scalar>(l, u);
    }
    static constexpr interval<double> derivatives(std::size_t, double l, double u) {
        return derivative_range<activation>::template of<scalar>(interval<double>{l, u});
    }
};
// Of a bend; products with the slope are rounded.
template <class Stage>
struct lines_after<Stage, true> {
    using scalar = typename Stage::scalar;
    static constexpr double error = static_cast<double>(std::numeric_limits<scalar>::epsilon());
    static constexpr double nothing = static_cast<double>((std::numeric_limits<scalar>::min)());
    double slopes[Stage::output_size]{};

    constexpr bool load(typename Stage::parameters const& p) {
        bool finite = true;
        for (std::size_t j = 0; j < Stage::output_size; ++j) {
            scalar const slope = Stage::bound::slope_below(p, j);
            finite = finite && math::is_finite(slope);
            slopes[j] = static_cast<double>(slope);
        }
        return finite;
    }
    static constexpr bool depends_on(std::size_t, double l, double u) { return l < 0 && u > 0; }
    constexpr lines between(std::size_t j, double l, double u) const {
        lines y = lines_of_bend(l, u, slopes[j], error);
        if (l < 0)
            y.low_intercept -= nothing, y.high_intercept += nothing;
        return y;
    }
    constexpr ends range(std::size_t j, double l, double u) const {
        double const a = l > 0 ? l : slopes[j] * l, b = u > 0 ? u : slopes[j] * u;
        double const low = a < b ? a : b, high = a < b ? b : a;
        bool const bends = l < 0 && u > 0;
        double const allowance = rounding(j, l);
        return {(bends && low > 0 ? 0 : low) - allowance,
                (bends && high < 0 ? 0 : high) + allowance};
    }
    constexpr interval<double> derivatives(std::size_t j, double l, double u) const {
        double const below = l > 0 ? 1 : slopes[j], above = u < 0 ? slopes[j] : 1;
        return {smaller(below, above), larger(below, above)};
    }
    // The most that the program's product is rounded by, if no number is below l.
    constexpr double rounding(std::size_t j, double l) const {
        return l < 0 ? error * magnitude(slopes[j]) * -l + nothing : 0;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
