#pragma once

#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>
#include <ctnn/verify/activation_range.hpp>
#include <ctnn/verify/derivative_range.hpp>
#include <ctnn/verify/detail/range/value_error.hpp>
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
    double const room = 4 * unit * (u - l) + (std::numeric_limits<double>::min)();
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

// Nothing but the range of an activation: two level lines. `error` is what the program may be off.
template <class T>
constexpr lines level_lines(interval<T> const& y, double error = 0) {
    constexpr double e = static_cast<double>(std::numeric_limits<T>::epsilon());
    double const low = static_cast<double>(y.lower), high = static_cast<double>(y.upper);
    double const room = 4 * e * ((low < 0 ? -low : low) + (high < 0 ? -high : high)) +
                        static_cast<double>((std::numeric_limits<T>::min)()) + error;
    return {0, low - room, 0, high + room};
}

// (The others' errors are relative to their values, for user-defined ones they are not known. Where the
// line of hard_sigmoid crosses 0, that is not enough.)
template <class Activation, class T>
constexpr lines level_lines_over(double l, double u) {
    constexpr double alone =
        error_of_value<Activation>.alone * static_cast<double>(std::numeric_limits<T>::epsilon());
    return level_lines(activation_range<Activation>::of(outward<T>(l, u)), alone);
}

// What is known of a function from its derivatives, and from whether it is convex (bend 1), concave (-1)
// or neither (0) there.
//
// Let s be the slope of its chord. Less s x it is G at most at both ends, and its derivative lies in
// [a, b], a <= 0 <= b; so from the left it is at most G + b t, and from the right G - a (w - t), w being
// the width: never above G - a b w / (b - a), where they meet. From below the same. A convex function
// is not above its chord, and not below its tangent, in the middle.
template <class T, class Activation>
constexpr lines smooth_lines(double l, double u, int bend) {
    interval<T> const v = outward<T>(l, u);
    lines const level = level_lines_over<Activation, T>(l, u);
    double const width = u - l, size = larger(-l, u);
    if (!is_finite(v) || !(width > 1e-12 * (1 + size)) || !(size < 1e15))
        return level;
    auto const at = [](double x) {
        double const y = Activation::value(x);
        double const off =
            error_of_value<Activation>.template most<double>(magnitude(y), magnitude(x));
        return interval<double>{y - off, y + off};
    };
    interval<double> const at_l = at(l), at_u = at(u);
    interval<double> const d = derivative_range<Activation>::template of<T>(interval<double>{l, u});
    double const s = (at_u.lower - at_l.lower) / width;
    double const steepest = larger(larger(-d.lower, d.upper), 1.0);
    double const room = error_of_value<Activation>.template most<T>(
                            larger(larger(-level.low_intercept, level.high_intercept), 0.0), size) +
                        32 * unit * steepest * (1 + size);
    double const a = smaller(d.lower - s, 0.0), b = larger(d.upper - s, 0.0);
    double const h = b - a > 0 ? -a * b / (b - a) * width : 0;
    double const most = larger(at_l.upper - s * l, at_u.upper - s * u) + room;
    double const least = smaller(at_l.lower - s * l, at_u.lower - s * u) - room;
    lines y{s, least - h, s, most + h};
    if (bend != 0) {
        double const m = l + 0.5 * width;
        interval<double> const at_m = at(m);
        interval<double> const slopes =
            derivative_range<Activation>::template of<T>(interval<double>{m, m});
        double const t = 0.5 * slopes.lower + 0.5 * slopes.upper;
        double const off = (slopes.upper - slopes.lower) * width + room;
        y = bend > 0 ? lines{t, at_m.lower - t * m - off, s, most}
                     : lines{s, least, t, at_m.upper - t * m + off};
    }
    // Whatever leaves less between its lines.
    auto const gap = [=](lines const& of) {
        double const difference = of.high_slope - of.low_slope;
        return difference * (l + u) + 2 * (of.high_intercept - of.low_intercept);
    };
    return gap(y) < gap(level) ? y : level;
}

// Nothing that is known in particular.
template <class Activation>
struct level_lines_of {
    static constexpr bool depends_on(double, double) { return true; }
    template <class T>
    static constexpr lines between(double l, double u) {
        return level_lines_over<Activation, T>(l, u);
    }
    template <class T>
    static constexpr ends range(double l, double u) {
        lines const y = level_lines_over<Activation, T>(l, u);
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
            double const room = static_cast<double>((std::numeric_limits<T>::min)()) - e * l;
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

// Convex, if the slope at 0 grows.
template <real Scale>
struct lines_of<basic_elu<Scale>> : level_lines_of<basic_elu<Scale>> {
    template <class T>
    static constexpr lines between(double l, double u) {
        return smooth_lines<T, basic_elu<Scale>>(l, u,
                                                 Scale.value >= 0 && Scale.value <= 1 ? 1 : 0);
    }
};
template <>
struct lines_of<softplus> : level_lines_of<softplus> {
    template <class T>
    static constexpr lines between(double l, double u) {
        return smooth_lines<T, softplus>(l, u, 1);
    }
};

// Convex up to where their derivatives turn, which is a little above `turn`, and concave beyond.
constexpr int bend_of_wave(double l, double u, double turn) {
    if (-turn < l && u < turn)
        return 1;
    double const beyond = turn + 1e-6;
    return u < -beyond || l > beyond ? -1 : 0;
}
template <>
struct lines_of<silu> : level_lines_of<silu> {
    template <class T>
    static constexpr lines between(double l, double u) {
        return smooth_lines<T, silu>(l, u, bend_of_wave(l, u, 2.3993572));
    }
};
template <>
struct lines_of<gelu> : level_lines_of<gelu> {
    template <class T>
    static constexpr lines between(double l, double u) {
        return smooth_lines<T, gelu>(l, u, bend_of_wave(l, u, 1.4142135));
    }
};

} // namespace ctnn::verify::detail
