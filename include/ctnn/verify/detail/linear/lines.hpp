#pragma once

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>
#include <ctnn/verify/activation_range.hpp>
#include <ctnn/verify/derivative_range.hpp>
#include <ctnn/verify/detail/interval/value_error.hpp>
#include <limits>

// Two lines between which an activation's value lies, for numbers from l to u before it, both as the
// program computes it in T and as a real function.

namespace ctnn::verify::detail {

struct lines {
    double low_slope, low_intercept, high_slope, high_intercept;
};

struct ends {
    double low, high;
};

constexpr double magnitude(double x) {
    return x < 0 ? -x : x;
}

inline constexpr double unit = std::numeric_limits<double>::epsilon();

// The smallest interval of T that holds l to u.
template <class T>
constexpr interval<T> outward(double l, double u) {
    constexpr double most = static_cast<double>((std::numeric_limits<T>::max)());
    if (!(-most < l && l <= u && u < most))
        return interval<T>::everything();
    T const low = static_cast<T>(l), high = static_cast<T>(u);
    return interval<T>::of(static_cast<double>(low) <= l ? low : number::next_below(low),
                           static_cast<double>(high) >= u ? high : number::next_above(high));
}

// For a convex function with a bend at 0 and the slopes 1 above it and Below (from 0 to 1) below it: its
// chord as the upper line, rounded up at both ends, and the flatter or the steeper of its own lines as the
// lower one, whichever leaves less. (A line is above a convex function if it is so at both ends.)
constexpr lines bent_lines(double l, double u, double below) {
    if (!(l < 0))
        return {1, 0, 1, 0};
    if (!(u > 0))
        return {below, 0, below, 0};
    double const at_l = below * l;
    double const slope = (u - at_l) / (u - l);
    double const to_l = at_l - slope * l, to_u = u - slope * u;
    double const allowance = 4 * unit * (u - l) + (std::numeric_limits<double>::min)();
    return {u > -l ? 1 : below, 0, slope, (to_l > to_u ? to_l : to_u) + allowance};
}

// For a function whose derivative grows to a maximum and then falls. It lies between two parallel lines,
// because everywhere it is at least as steep as the less steep of its ends. `allowance` is the program's
// largest error.
template <class T, class Activation>
constexpr lines parallel_lines(interval<T> const& v, double steepest) {
    constexpr double e = static_cast<double>(std::numeric_limits<T>::epsilon());
    auto const y = activation_range<Activation>::of(v);
    auto const slope_at = [=](T x) {
        return static_cast<double>(Activation::derivative(x, Activation::value(x)));
    };
    double const a = slope_at(v.lower), b = slope_at(v.upper);
    double const least = (a < b ? a : b) * (1 - 1e-3) - 16 * e;
    double const slope = !(least > 0) ? 0 : least < steepest ? least : steepest;
    double const low = static_cast<double>(v.lower), high = static_cast<double>(v.upper);
    double const allowance = 8 * e + 4 * unit * slope * (high - low);
    double const most = (low < 0 ? -low : low) + (high < 0 ? -high : high);
    double const rounding = allowance + 4 * unit * slope * most;
    return {slope, static_cast<double>(y.lower) - slope * low - rounding, slope,
            static_cast<double>(y.upper) - slope * high + rounding};
}

// Just the range of an activation: two level lines. `error` is the program's largest error.
template <class T>
constexpr lines level_lines(interval<T> const& y, double error = 0) {
    constexpr double e = static_cast<double>(std::numeric_limits<T>::epsilon());
    double const low = static_cast<double>(y.lower), high = static_cast<double>(y.upper);
    double const allowance = 4 * e * ((low < 0 ? -low : low) + (high < 0 ? -high : high)) +
                             static_cast<double>((std::numeric_limits<T>::min)()) + error;
    return {0, low - allowance, 0, high + allowance};
}

// (For straight pieces, the range is that of the program's values; other ranges allow for relative errors. Where
// the line of hard_sigmoid crosses 0, that is not enough.)
template <class Activation, class T>
constexpr lines level_lines_over(double l, double u) {
    constexpr curve c = curve_of<Activation, T>;
    constexpr double e = static_cast<double>(std::numeric_limits<T>::epsilon());
    constexpr double alone = c.error.alone * e;
    double by = alone;
    if constexpr (ctnn::detail::is_straight(c) && c.error.of_argument > 0)
        by += c.error.of_argument * e * larger(-l, u);
    return level_lines(activation_range<Activation>::of(outward<T>(l, u)), by);
}

// What follows from a function's derivatives, and from whether it is convex (bend 1), concave (-1) or
// neither (0) there.
//
// Let s be the slope of its chord and w the width. The function minus s x is at most G at both ends, and
// its derivative lies in [a, b], a <= 0 <= b. So from the left it is at most G + b t, and from the right
// G - a (w - t): never above G - a b w / (b - a), where they meet. The same holds from below. A convex
// function is not above its chord, and not below its tangent in the middle.
template <class T, class Activation>
constexpr lines smooth_lines(double l, double u, int bend) {
    interval<T> const v = outward<T>(l, u);
    lines const level = level_lines_over<Activation, T>(l, u);
    double const width = u - l, size = larger(-l, u);
    if (!is_finite(v) || !(width > 1e-12 * (1 + size)) || !(size < 1e15))
        return level;
    auto const value_at = [](double x) {
        double const y = Activation::value(x);
        double const off =
            error_of_value<Activation>.template most<double>(magnitude(y), magnitude(x));
        return interval<double>{y - off, y + off};
    };
    interval<double> const at_l = value_at(l), at_u = value_at(u);
    interval<double> const d = derivative_range<Activation>::template of<T>(interval<double>{l, u});
    double const s = (at_u.lower - at_l.lower) / width;
    double const steepest = larger(larger(-d.lower, d.upper), 1.0);
    double const allowance =
        error_of_value<Activation>.template most<T>(
            larger(larger(-level.low_intercept, level.high_intercept), 0.0), size) +
        32 * unit * steepest * (1 + size);
    double const a = smaller(d.lower - s, 0.0), b = larger(d.upper - s, 0.0);
    double const h = b - a > 0 ? -a * b / (b - a) * width : 0;
    double const most = larger(at_l.upper - s * l, at_u.upper - s * u) + allowance;
    double const least = smaller(at_l.lower - s * l, at_u.lower - s * u) - allowance;
    lines y{s, least - h, s, most + h};
    if (bend != 0) {
        double const m = l + 0.5 * width;
        interval<double> const at_m = value_at(m);
        interval<double> const slopes =
            derivative_range<Activation>::template of<T>(interval<double>{m, m});
        double const t = 0.5 * slopes.lower + 0.5 * slopes.upper;
        double const off = (slopes.upper - slopes.lower) * width + allowance;
        y = bend > 0 ? lines{t, at_m.lower - t * m - off, s, most}
                     : lines{s, least, t, at_m.upper - t * m + off};
    }
    // Whatever leaves less between its lines.
    auto const gap = [=](lines const& both) {
        double const difference = both.high_slope - both.low_slope;
        return difference * (l + u) + 2 * (both.high_intercept - both.low_intercept);
    };
    return gap(y) < gap(level) ? y : level;
}

// Whether a curve is convex (1), concave (-1) or not known to be either (0) from l to u.
constexpr int bend_between(curve const& facts, double l, double u) {
    int bend = facts.bend;
    double from = -curves::infinity;
    for (curves::inflection const& turn : facts.inflections) {
        if (l > from && u < turn.from)
            return bend;
        if (!turn.is_there())
            return 0;
        from = turn.to;
        bend = -bend;
    }
    return l > from ? bend : 0;
}

// Whether it grows between -1 and 1, first more and more steeply and then less and less, with errors that
// parallel_lines allows for.
template <class Activation>
constexpr bool find_sigmoidal() {
    constexpr curve c = curve_of<Activation, double>;
    if constexpr (customization::states_bounds<Activation>)
        return Activation::bounds.lower >= -1 && Activation::bounds.upper <= 1 && rises(c) &&
               !c.pieces[0].is_there() && c.bend == 1 && c.inflections[0].is_there() &&
               !c.inflections[1].is_there() && c.error.is_known() && c.error.of_argument == 0 &&
               c.error.of_value + c.error.alone <= 4 && c.slope_error.is_known();
    else
        return false;
}
template <class Activation>
inline constexpr bool is_sigmoidal = find_sigmoidal<Activation>();

// Whether lines can follow it.
template <class Activation, class T>
constexpr bool is_smooth() {
    constexpr curve c = curve_of<Activation, T>;
    return c.error.is_known() && !ctnn::detail::is_straight(c) &&
           requires(interval<double> const& x) {
        derivative_range<Activation>::template of<T>(x);
    };
}

template <class Activation>
struct lines_of {
    static constexpr bool depends_on([[maybe_unused]] double l, [[maybe_unused]] double u) {
        if constexpr (ctnn::detail::is_line<Activation>)
            return false;
        else if constexpr (ctnn::detail::bends_at_zero<Activation>)
            return (l < 0 && u > 0) || u > ctnn::detail::end_of_bend<Activation>;
        else
            return true;
    }

    template <class T>
    static constexpr lines between(double l, double u) {
        constexpr curve c = curve_of<Activation, T>;
        if constexpr (ctnn::detail::is_line<Activation>) {
            return {1, 0, 1, 0};
        } else if constexpr (ctnn::detail::bends_at_zero<Activation>) {
            if (u > ctnn::detail::end_of_bend<Activation>)
                return level_lines_over<Activation, T>(l, u);
            lines y = bent_lines(l, u, c.pieces[0].slope);
            // (the program rounds the product with the slope)
            if (!c.error.is_exact() && l < 0) {
                constexpr double e = static_cast<double>(std::numeric_limits<T>::epsilon());
                double const allowance =
                    static_cast<double>((std::numeric_limits<T>::min)()) - e * l;
                y.low_intercept -= allowance;
                y.high_intercept += allowance;
            }
            return y;
        } else if constexpr (is_sigmoidal<Activation>) {
            return parallel_lines<T, Activation>(outward<T>(l, u), c.slopes.upper);
        } else if constexpr (is_smooth<Activation, T>()) {
            return smooth_lines<T, Activation>(l, u, bend_between(c, l, u));
        } else {
            return level_lines_over<Activation, T>(l, u);
        }
    }

    template <class T>
    static constexpr ends range(double l, double u) {
        if constexpr (ctnn::detail::is_line<Activation>) {
            return {l, u};
        } else if constexpr (ctnn::detail::is_rectifier<Activation>) {
            return {l > 0 ? l : 0, u > 0 ? u : 0};
        } else {
            lines const y = level_lines_over<Activation, T>(l, u);
            return {y.low_intercept, y.high_intercept};
        }
    }
};

} // namespace ctnn::verify::detail
