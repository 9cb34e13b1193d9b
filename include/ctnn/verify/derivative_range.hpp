#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/math/erf.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/number/interval.hpp>
#include <limits>

namespace ctnn::verify {
namespace detail {

using number::detail::larger;
using number::detail::smaller;

// More than the formulas here are off, relative to a derivative or, where it is a sum, to 1: exp and
// erf by less than an ulp, and less than ten roundings.
inline constexpr double derivative_room = 32 * std::numeric_limits<double>::epsilon();

constexpr interval<double> widened(double a, double b) {
    double const low = smaller(a, b), high = larger(a, b);
    return {low - derivative_room * (low < 0 ? -low : low) - 1e-300,
            high + derivative_room * (high < 0 ? -high : high) + 1e-300};
}

constexpr interval<double> clipped(interval<double> const& y, double least, double most) {
    return {larger(y.lower, least), smaller(y.upper, most)};
}

// Of a function that is a line with slope `below` up to a joint and another one with slope `above`
// after it: one of these, and all there is between where the joint is in the interval, as numbers on
// both sides of it make their quotient anything between.
constexpr interval<double> slopes_around(interval<double> const& x, double joint, double below,
                                         double above) {
    if (x.lower > joint)
        return {above, above};
    if (x.upper < joint)
        return {below, below};
    return {smaller(below, above), larger(below, above)};
}

constexpr interval<double> both(interval<double> const& a, interval<double> const& b) {
    return {smaller(a.lower, b.lower), larger(a.upper, b.upper)};
}

// The derivative of the sigmoid, e / (1 + e)^2 with e = exp(-|x|): even, and it falls with |x|.
constexpr double bell(double x) {
    double const e = math::exp(x < 0 ? x : -x), sum = 1 + e;
    return e / (sum * sum);
}
constexpr interval<double> bell_range(interval<double> const& x) {
    interval<double> y = widened(bell(x.lower), bell(x.upper));
    if (x.lower <= 0 && x.upper >= 0)
        y.upper = 0.25;
    return clipped(y, 0, 0.25);
}

constexpr double logistic(double x) {
    double const e = math::exp(x < 0 ? x : -x);
    return (x < 0 ? e : 1) / (1 + e);
}

// What falls up to -turn, grows up to turn and falls from there, computed with an error of at most
// derivative_room. (Next to its turns such a function is level: there it does not matter where exactly
// these are.)
template <class Function>
constexpr interval<double> wave_range(interval<double> const& x, double turn, Function const& f) {
    double const at_lower = f(x.lower), at_upper = f(x.upper);
    double low = smaller(at_lower, at_upper), high = larger(at_lower, at_upper);
    double const early = turn - 1e-9, late = turn + 1e-9;
    if (x.lower < -early && x.upper > -late)
        low = smaller(low, f(-turn));
    if (x.lower < late && x.upper > early)
        high = larger(high, f(turn));
    return {low - derivative_room, high + derivative_room};
}

} // namespace detail

/// The derivatives that an activation, as a real function, has in an interval: from the numbers before
/// it to an interval that holds (f(b) - f(a)) / (b - a) for any two of them. At a joint, as that of relu
/// at 0, these are all numbers between the derivatives on both sides, Clarke's generalised gradient.
///
/// There is one for each of the library's activations that act on each number alone. One of your own
/// has a function `derivative_range` from `interval<double>` to `interval<double>`.
///
/// `of<T>` is only asked with finite ends; T is the network's scalar, whose rounded constants count.
///
/// Shape:    one interval to one interval.
/// Gradient: none.
/// Cost:     that of the derivative two to four times.
/// Errors:   an activation without one does not compile in `gradient_bounds`.
/// Source:   F. H. Clarke, Optimization and Nonsmooth Analysis, 1983.
/// Example:  tests/verify/derivative_range.cpp
template <class Activation>
struct derivative_range {
    template <class T>
        requires requires(interval<double> const& v) {
            Activation::derivative_range(v);
        }
    static constexpr interval<double> of(interval<double> const& x) {
        return Activation::derivative_range(x);
    }
};

template <>
struct derivative_range<identity> {
    template <class T>
    static constexpr interval<double> of(interval<double> const&) {
        return {1, 1};
    }
};

template <>
struct derivative_range<relu> {
    template <class T>
    static constexpr interval<double> of(interval<double> const& x) {
        return detail::slopes_around(x, 0, 0, 1);
    }
};

template <real Slope>
struct derivative_range<basic_leaky_relu<Slope>> {
    template <class T>
    static constexpr interval<double> of(interval<double> const& x) {
        return detail::slopes_around(x, 0, static_cast<double>(static_cast<T>(Slope.value)), 1);
    }
};

template <>
struct derivative_range<hard_tanh> {
    template <class T>
    static constexpr interval<double> of(interval<double> const& x) {
        if (x.upper < 0)
            return detail::slopes_around(x, -1, 0, 1);
        if (x.lower > 0)
            return detail::slopes_around(x, 1, 1, 0);
        return {x.lower > -1 && x.upper < 1 ? 1.0 : 0.0, 1};
    }
};

// A sixth, or what the program has instead.
template <>
struct derivative_range<hard_sigmoid> {
    template <class T>
    static constexpr interval<double> of(interval<double> const& x) {
        constexpr double sixth = 1.0 / 6;
        constexpr double room = 2 * static_cast<double>(std::numeric_limits<T>::epsilon());
        bool const has_slope = x.upper >= -3 && x.lower <= 3;
        bool const is_level_somewhere = x.lower <= -3 || x.upper >= 3;
        return {is_level_somewhere ? 0 : sixth * (1 - room), has_slope ? sixth * (1 + room) : 0};
    }
};

template <real Scale>
struct derivative_range<basic_elu<Scale>> {
    template <class T>
    static constexpr interval<double> of(interval<double> const& x) {
        constexpr double scale = static_cast<double>(static_cast<T>(Scale.value));
        interval<double> const one{1, 1};
        if (x.lower > 0)
            return one;
        auto const power = [](double at) { return math::exp(at < 0 ? at : 0); };
        interval<double> const left =
            detail::widened(scale * power(x.lower), scale * power(x.upper));
        interval<double> const of_left =
            scale < 0 ? detail::clipped(left, scale, 0) : detail::clipped(left, 0, scale);
        return x.upper < 0 ? of_left : detail::both(of_left, one);
    }
};

template <>
struct derivative_range<sigmoid> {
    template <class T>
    static constexpr interval<double> of(interval<double> const& x) {
        return detail::bell_range(x);
    }
};

// 4 sigmoid'(2 x)
template <>
struct derivative_range<tanh> {
    template <class T>
    static constexpr interval<double> of(interval<double> const& x) {
        interval<double> const y = detail::bell_range({2 * x.lower, 2 * x.upper});
        return {4 * y.lower, 4 * y.upper};
    }
};

template <>
struct derivative_range<softplus> {
    template <class T>
    static constexpr interval<double> of(interval<double> const& x) {
        return detail::clipped(
            detail::widened(detail::logistic(x.lower), detail::logistic(x.upper)), 0, 1);
    }
};

// s + x s' with s the sigmoid; it turns where x tanh(x / 2) is 2.
template <>
struct derivative_range<silu> {
    template <class T>
    static constexpr interval<double> of(interval<double> const& x) {
        return detail::wave_range(x, 2.3993572805154685, [](double at) {
            return detail::logistic(at) + at * detail::bell(at);
        });
    }
};

// It turns at the roots of 2.
template <>
struct derivative_range<gelu> {
    template <class T>
    static constexpr interval<double> of(interval<double> const& x) {
        return detail::wave_range(x, 1.4142135623730951,
                                  [](double at) { return gelu::derivative(at, 0.0); });
    }
};

} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
