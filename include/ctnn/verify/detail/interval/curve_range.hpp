#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/math/abs.hpp>
#include <ctnn/number/detail/widen.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/number/next_above.hpp>
#include <ctnn/number/next_below.hpp>
#include <ctnn/verify/detail/interval/fixed_error.hpp>
#include <limits>

// The range of what the program computes for the numbers in an interval, derived from an activation's curve.

namespace ctnn::verify::detail {

using ctnn::detail::curve_of;
using number::detail::above;
using number::detail::below;
using number::detail::larger;
using number::detail::smaller;

template <class Activation, class T>
constexpr interval<T> exact_range(interval<T> const& x) {
    return interval<T>::of(Activation::value(x.lower), Activation::value(x.upper));
}

// Between its joints a straight piece only uses comparisons, products with one constant and sums with another.
// These keep order, so its largest and smallest values are at its ends.
template <class Activation, class T>
constexpr interval<T> straight_range(interval<T> const& x) {
    T const left = Activation::value(x.lower), right = Activation::value(x.upper);
    T low = smaller(left, right), high = larger(left, right);
    auto const look = [&](T x_there) {
        if (x.contains(x_there)) {
            T const y = Activation::value(x_there);
            low = smaller(low, y), high = larger(high, y);
        }
    };
    for (curves::piece const& p : curve_of<Activation, T>.pieces)
        if (p.is_there() && p.from > -curves::infinity) {
            // (if the program's pieces do not meet, the joint's neighbour may be the end)
            T const joint = static_cast<T>(p.from);
            look(joint);
            if constexpr (number::detail::goes_in_steps<T>)
                look(number::detail::steps_from(joint, -1)),
                    look(number::detail::steps_from(joint, 1));
            else
                look(number::next_below(joint)), look(number::next_above(joint));
        }
    return interval<T>::of(low, high);
}

constexpr bool rises(curve const& facts) {
    bool all = facts.slopes.lower >= 0;
    for (curves::piece const& p : facts.pieces)
        all = all && !(p.slope < 0);
    return all;
}

template <class T>
constexpr bool may_hold(interval<T> const& x, curves::extremum const& e) {
    if (!e.is_there())
        return false;
    if constexpr (number::detail::floats<T>) {
        return x.lower < static_cast<T>(e.to) && x.upper > static_cast<T>(e.from);
    } else {
        double const lower = static_cast<double>(x.lower), upper = static_cast<double>(x.upper);
        return lower < e.to && upper > e.from;
    }
}

// The range of the values at the ends, `first` and `last`, and of the extrema between them.
template <class Activation, class T>
constexpr interval<T> hull_of_values(interval<T> const& x, T first, T last) {
    constexpr curve c = curve_of<Activation, T>;
    if constexpr (rises(c))
        return {first, last};
    T low = smaller(first, last), high = larger(first, last);
    for (curves::extremum const& e : c.minima)
        if (may_hold(x, e))
            low = smaller(low, static_cast<T>(e.value));
    for (curves::extremum const& e : c.maxima)
        if (may_hold(x, e))
            high = larger(high, static_cast<T>(e.value));
    return {low, high};
}

// (A rounded bound may be on the wrong side.)
template <class T>
constexpr T cut_at(T y, double bound, T (*best)(T, T)) {
    T const rounded = static_cast<T>(bound);
    return static_cast<double>(rounded) == bound ? best(rounded, y) : y;
}

// For functions whose error is known: twice that error (number/detail/widen.hpp) at an end or an extremum is
// enough. A function that grows stays within its stated bounds.
template <class Activation, number::detail::floats T>
constexpr interval<T> range_with_errors(interval<T> const& x) {
    constexpr curve c = curve_of<Activation, T>;
    constexpr T epsilon = std::numeric_limits<T>::epsilon();
    constexpr auto parts = [](double error) { return static_cast<T>(2 * error + 1); };
    interval<T> const y =
        hull_of_values<Activation>(x, Activation::value(x.lower), Activation::value(x.upper));
    T by = T(0);
    if constexpr (c.error.of_argument > 0)
        by += parts(c.error.of_argument) * epsilon *
              larger((math::abs)(x.lower), (math::abs)(x.upper));
    if constexpr (c.error.alone > 0)
        by += parts(c.error.alone) * epsilon;
    T const low = below(y.lower, parts(c.error.of_value)) - by;
    T const high = above(y.upper, parts(c.error.of_value)) + by;
    if constexpr (rises(c) && customization::states_bounds<Activation>)
        return interval<T>::of(cut_at(low, Activation::bounds.lower, larger<T>),
                               cut_at(high, Activation::bounds.upper, smaller<T>));
    else
        return interval<T>::of(low, high);
}

// In fixed point: twice the error at a number of that magnitude, in steps, and two more for how it and the
// extremum's value are rounded.
template <class Activation, class T>
constexpr interval<T> range_with_errors_in_steps(interval<T> const& x, double magnitude) {
    double const error = fixed_error<Activation>::template at<T>(magnitude);
    double const twice = 2 * error / curves::step<T>;
    return hull_of_values<Activation>(x, Activation::value(x.lower), Activation::value(x.upper))
        .widened(2 + static_cast<std::int64_t>(twice));
}

// For x times a function that grows: above 0 the product falls only where that function falls.
template <class Activation, class T>
constexpr interval<T> gated_range(interval<T> const& x) {
    constexpr int falls = curves::falls::of<T>(curve_of<Activation, T>.falls);
    auto const positive = [](interval<T> const& v) {
        double const most = static_cast<double>(v.upper) * falls;
        return interval<T>{Activation::value(v.lower), Activation::value(v.upper)}.widened(
            falls == 0 ? 0 : 1 + static_cast<std::int64_t>(most));
    };
    if (x.lower > T(0))
        return positive(x);
    interval<T> const left = range_with_errors_in_steps<Activation>(
        interval<T>{x.lower, smaller(x.upper, T(0))}, -static_cast<double>(x.lower));
    if (!(x.upper > T(0)))
        return left;
    interval<T> const right = positive({T(0), x.upper});
    return interval<T>::of(smaller(left.lower, right.lower), larger(left.upper, right.upper));
}

template <class Activation, number::detail::goes_in_steps T>
constexpr interval<T> range_with_errors(interval<T> const& x) {
    constexpr curve c = curve_of<Activation, T>;
    if constexpr (c.is_gated && c.falls.is_known())
        return gated_range<Activation>(x);
    else if constexpr (rises(c) && c.falls.is_known())
        return interval<T>{Activation::value(x.lower), Activation::value(x.upper)}.widened(
            curves::falls::of<T>(c.falls));
    else
        return range_with_errors_in_steps<Activation>(
            x, larger(-static_cast<double>(x.lower), static_cast<double>(x.upper)));
}

// Whether that is enough.
template <class Activation, class T>
constexpr bool has_error() {
    constexpr curve c = curve_of<Activation, T>;
    if constexpr (!c.error.is_known())
        return false;
    else if constexpr (number::detail::goes_in_steps<T>)
        return has_fixed_error<Activation, T> || (rises(c) && c.falls.is_known());
    else
        return true;
}

template <class Activation, class X>
inline constexpr bool has_curve_range = false;
template <class Activation, class T>
inline constexpr bool has_curve_range<Activation, interval<T>> =
    ctnn::detail::is_straight(curve_of<Activation, T>) || has_error<Activation, T>();

template <class Activation, class T>
constexpr interval<T> curve_range(interval<T> const& x) {
    if constexpr (ctnn::detail::is_straight(curve_of<Activation, T>))
        return straight_range<Activation>(x);
    else
        return range_with_errors<Activation>(x);
}

template <class Activation, class X>
concept has_range_of = customization::normalizes_exponentials<Activation> ||
    customization::gives_log_probabilities<Activation> || customization::never_falls<Activation> ||
    has_curve_range<Activation, X> || customization::has_a_range<Activation, X> ||
    requires(X const& x) {
    { Activation::value(x) } -> std::same_as<X>;
};

} // namespace ctnn::verify::detail
