#pragma once

#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>
#include <ctnn/verify/activation_range.hpp>
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

inline constexpr double unit = std::numeric_limits<double>::epsilon();

// The smallest interval of T that holds l to u.
template <class T>
constexpr interval<T> outward(double l, double u) {
    constexpr double most = static_cast<double>(std::numeric_limits<T>::max());
    if (!(-most < l && l <= u && u < most))
        return interval<T>::everything();
    T const low = static_cast<T>(l), high = static_cast<T>(u);
    return interval<T>::of(static_cast<double>(low) <= l ? low : number::next_below(low),
                           static_cast<double>(high) >= u ? high : number::next_above(high));
}

// Of a function that is convex with a bend at 0, 1 above and Below (from 0 to 1) below it: the chord
// above, rounded up at both ends, and below the flatter or the steeper of its own lines, whichever
// leaves less between them. (A line is above a convex function if it is so at both ends.)
constexpr lines bent_lines(double l, double u, double below) {
    if (!(l < 0))
        return {1, 0, 1, 0};
    if (!(u > 0))
        return {below, 0, below, 0};
    double const at_l = below * l;
    double const slope = (u - at_l) / (u - l);
    double const to_l = at_l - slope * l, to_u = u - slope * u;
    double const room = 4 * unit * (u - l) + std::numeric_limits<double>::min();
    return {u > -l ? 1 : below, 0, slope, (to_l > to_u ? to_l : to_u) + room};
}

// What lies between two parallel lines, for it grows at least as steeply at all places as the less
// steep of its ends: a function whose derivative grows to a maximum and then falls. `room` is what
// the program may be off.
template <class T, class Activation>
constexpr lines parallel_lines(interval<T> const& v, double steepest) {
    constexpr double e = static_cast<double>(std::numeric_limits<T>::epsilon());
    auto const y = activation_range<Activation>::of(v);
    auto const slope_at = [=](T at) {
        return static_cast<double>(Activation::derivative(at, Activation::value(at)));
    };
    double const a = slope_at(v.lower), b = slope_at(v.upper);
    double const least = (a < b ? a : b) * (1 - 1e-3) - 16 * e;
    double const slope = !(least > 0) ? 0 : least < steepest ? least : steepest;
    double const low = static_cast<double>(v.lower), high = static_cast<double>(v.upper);
    double const room = 8 * e + 4 * unit * slope * (high - low);
    double const most = (low < 0 ? -low : low) + (high < 0 ? -high : high);
    double const rounding = room + 4 * unit * slope * most;
    return {slope, static_cast<double>(y.lower) - slope * low - rounding, slope,
            static_cast<double>(y.upper) - slope * high + rounding};
}

// Nothing but the range of an activation: two level lines.
template <class T>
constexpr lines level_lines(interval<T> const& y) {
    constexpr double e = static_cast<double>(std::numeric_limits<T>::epsilon());
    double const low = static_cast<double>(y.lower), high = static_cast<double>(y.upper);
    double const room = 4 * e * ((low < 0 ? -low : low) + (high < 0 ? -high : high)) +
                        static_cast<double>(std::numeric_limits<T>::min());
    return {0, low - room, 0, high + room};
}

// Nothing that is known in particular.
template <class Activation>
struct level_lines_of {
    static constexpr bool depends_on(double, double) { return true; }
    template <class T>
    static constexpr lines between(double l, double u) {
        return level_lines(activation_range<Activation>::of(outward<T>(l, u)));
    }
    template <class T>
    static constexpr ends range(double l, double u) {
        lines const y = level_lines(activation_range<Activation>::of(outward<T>(l, u)));
        return {y.low_intercept, y.high_intercept};
    }
};

template <class Activation>
struct lines_of : level_lines_of<Activation> {};

template <>
struct lines_of<identity> {
    static constexpr bool depends_on(double, double) { return false; }
    template <class T>
    static constexpr lines between(double, double) {
        return {1, 0, 1, 0};
    }
    template <class T>
    static constexpr ends range(double l, double u) {
        return {l, u};
    }
};

template <>
struct lines_of<relu> {
    static constexpr bool depends_on(double l, double u) { return l < 0 && u > 0; }
    template <class T>
    static constexpr lines between(double l, double u) {
        return bent_lines(l, u, 0);
    }
    template <class T>
    static constexpr ends range(double l, double u) {
        return {l > 0 ? l : 0, u > 0 ? u : 0};
    }
};

// (the program rounds the product with the slope)
template <real Slope>
    requires(Slope.value >= 0 && Slope.value <= 1)
struct lines_of<basic_leaky_relu<Slope>> : level_lines_of<basic_leaky_relu<Slope>> {
    static constexpr bool depends_on(double l, double u) { return l < 0 && u > 0; }
    template <class T>
    static constexpr lines between(double l, double u) {
        constexpr double e = static_cast<double>(std::numeric_limits<T>::epsilon());
        lines y = bent_lines(l, u, static_cast<double>(static_cast<T>(Slope.value)));
        if (l < 0) {
            double const room = static_cast<double>(std::numeric_limits<T>::min()) - e * l;
            y.low_intercept -= room;
            y.high_intercept += room;
        }
        return y;
    }
};

template <>
struct lines_of<tanh> : level_lines_of<tanh> {
    template <class T>
    static constexpr lines between(double l, double u) {
        return parallel_lines<T, tanh>(outward<T>(l, u), 1);
    }
};
template <>
struct lines_of<sigmoid> : level_lines_of<sigmoid> {
    template <class T>
    static constexpr lines between(double l, double u) {
        return parallel_lines<T, sigmoid>(outward<T>(l, u), 0.25);
    }
};

} // namespace ctnn::verify::detail
