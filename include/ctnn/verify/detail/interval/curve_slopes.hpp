#pragma once

#include <cstddef>
#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/number/interval.hpp>
#include <limits>

// The derivatives of an activation's curve over an interval, computed in double and rounded outwards.

namespace ctnn::verify::detail {

using ctnn::detail::curve_of;
using number::detail::larger;
using number::detail::smaller;

// (An activation that states the error of its derivative has stated all of the derivative's extrema.)
template <class Activation, class T>
inline constexpr bool has_slopes = ctnn::detail::is_straight(curve_of<Activation, T>) ||
                                   curve_of<Activation, T>.slope_error.is_known();

template <class Activation, class T>
constexpr double slope_at(double x) {
    if constexpr (customization::has_a_slope<Activation, T>)
        return Activation::template slope<T>(x);
    else
        return Activation::derivative(x, Activation::value(x));
}

// (The program may have rounded the slope.)
template <class T>
constexpr interval<double> straight_slopes(double slope, double error) {
    double const allowance = error * static_cast<double>(std::numeric_limits<T>::epsilon());
    double const a = slope * (1 - allowance), b = slope * (1 + allowance);
    return {smaller(a, b), larger(a, b)};
}

// Over a part of a curved piece: at its ends, and at the derivative's extrema. Near these the derivative is flat,
// so their exact place does not matter.
template <class Activation, class T>
constexpr interval<double> curved_slopes(double l, double u) {
    constexpr curve c = curve_of<Activation, T>;
    constexpr double of_slope = c.slope_error.of_slope * std::numeric_limits<double>::epsilon();
    double const first = slope_at<Activation, T>(l), last = slope_at<Activation, T>(u);
    double low = smaller(first, last), high = larger(first, last);
    int bend = c.bend;
    for (curves::inflection const& turn : c.inflections)
        if (turn.is_there()) {
            if (l < turn.place + 1e-9 && u > turn.place - 1e-9) {
                double const there = slope_at<Activation, T>(turn.place);
                (bend < 0 ? low : high) = bend < 0 ? smaller(low, there) : larger(high, there);
            }
            bend = -bend;
        }
    low = low - of_slope * (low < 0 ? -low : low) - c.slope_error.alone;
    high = high + of_slope * (high < 0 ? -high : high) + c.slope_error.alone;
    return {larger(low, c.slopes.lower), smaller(high, c.slopes.upper)};
}

template <class Activation, class T>
constexpr interval<double> slopes_over(interval<double> const& x) {
    constexpr curve c = curve_of<Activation, T>;
    if constexpr (!c.pieces[0].is_there()) {
        return curved_slopes<Activation, T>(x.lower, x.upper);
    } else {
        interval<double> y{curves::infinity, -curves::infinity};
        for (std::size_t i = 0; i < 4; ++i) {
            curves::piece const& p = c.pieces[i];
            double const to = c.end_of_piece(i);
            if (!p.is_there() || x.upper < p.from || x.lower > to)
                continue;
            interval<double> const own =
                p.is_straight()
                    ? straight_slopes<T>(p.slope, c.slope_error.of_straight)
                    : curved_slopes<Activation, T>(larger(x.lower, p.from), smaller(x.upper, to));
            y = {smaller(y.lower, own.lower), larger(y.upper, own.upper)};
        }
        return y;
    }
}

} // namespace ctnn::verify::detail
