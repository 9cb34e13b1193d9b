#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/elu.hpp>
#include <ctnn/activation/gelu.hpp>
#include <ctnn/activation/hard_sigmoid.hpp>
#include <ctnn/activation/hard_tanh.hpp>
#include <ctnn/activation/identity.hpp>
#include <ctnn/activation/leaky_relu.hpp>
#include <ctnn/activation/relu.hpp>
#include <ctnn/activation/sigmoid.hpp>
#include <ctnn/activation/silu.hpp>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/activation/softplus.hpp>
#include <ctnn/activation/tanh.hpp>
#include <ctnn/math/abs.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/detail/range/fixed_error.hpp>
#include <ctnn/verify/detail/range/softmax_range.hpp>
#include <limits>

namespace ctnn::verify {
namespace detail {

using number::detail::above;
using number::detail::below;
using number::detail::larger;
using number::detail::smaller;

// What the program's value grows with, roundings included: nothing but comparisons, and products
// with a number that is not negative.
template <class Activation>
struct exact_range {
    template <class T>
    static constexpr interval<T> of(interval<T> const& x) {
        return interval<T>::of(Activation::value(x.lower), Activation::value(x.upper));
    }
};

// What grows as a real function and is computed with an error of at most Error epsilon |y|, never
// beyond Least and 1 if that is Bounded. (In fixed point it grows as it is computed, or nearly so.)
template <class Activation, int Error, bool Bounded, int Least>
struct smooth_range {
    template <class T>
    static constexpr interval<T> of(interval<T> const& x) {
        T const low = Activation::value(x.lower), high = Activation::value(x.upper);
        if constexpr (number::detail::goes_in_steps<T>)
            return interval<T>{low, high}.widened(number::detail::steps_that_a_function_falls<T>);
        else
            return around(low, high);
    }

private:
    template <class T>
    static constexpr interval<T> around(T low, T high) {
        T const y0 = below(low, T(2 * Error + 1)), y1 = above(high, T(2 * Error + 1));
        if constexpr (Bounded)
            return interval<T>::of(larger(T(Least), y0), smaller(T(1), y1));
        else
            return interval<T>::of(larger(T(Least), y0), y1);
    }
};

// The hull of two pieces, either of which may be absent.
template <class T, class Negative, class Positive>
constexpr interval<T> hull_around_zero(interval<T> const& x, Negative const& of_negative,
                                       Positive const& of_positive) {
    if (x.lower > T(0))
        return of_positive(x);
    interval<T> const left = of_negative(interval<T>{x.lower, smaller(x.upper, T(0))});
    if (!(x.upper > T(0)))
        return left;
    interval<T> const right = of_positive(interval<T>{T(0), x.upper});
    return interval<T>::of(smaller(left.lower, right.lower), larger(left.upper, right.upper));
}

// A function that falls to its only minimum and grows from there; the minimum is never below Least
// and lies from From to To. `error` is how far the computed value is from the real one, anywhere in
// the interval.
template <class T, class Activation>
constexpr interval<T> valley_range(interval<T> const& x, T from, T to, T least, T relative,
                                   T absolute) {
    T const left = Activation::value(x.lower), right = Activation::value(x.upper);
    T const high = above(larger(left, right), relative) + absolute;
    T low = smaller(left, right);
    if (x.lower < to && x.upper > from)
        low = smaller(low, least);
    return interval<T>::of(below(low, relative) - absolute, high);
}

// The same in fixed point, of x times a function that grows. Above 0 the product falls only where the
// function does, by at most `falls` steps.
template <class Activation, class T>
constexpr interval<T> valley_range_in_steps(interval<T> const& x, double from, double to,
                                            double least, int falls) {
    return hull_around_zero(
        x,
        [&](interval<T> const& v) {
            T const left = Activation::value(v.lower), right = Activation::value(v.upper);
            T low = smaller(left, right);
            if (static_cast<double>(v.lower) < to && static_cast<double>(v.upper) > from)
                low = smaller(low, T(least));
            // (two steps for how the constant and the error are rounded)
            double const error =
                fixed_error<Activation>::template at<T>(-static_cast<double>(v.lower));
            double const twice = 2 * error / step_of<T>;
            return interval<T>{low, larger(left, right)}.widened(2 +
                                                                 static_cast<std::int64_t>(twice));
        },
        [&](interval<T> const& v) {
            interval<T> const y{Activation::value(v.lower), Activation::value(v.upper)};
            double const most = static_cast<double>(v.upper) * falls;
            return y.widened(falls == 0 ? 0 : 1 + static_cast<std::int64_t>(most));
        });
}

} // namespace detail

/// The range of an activation: from an interval before it to an interval that holds what the program
/// computes for any number in it. One for each of the library's activations; an activation of your
/// own brings a function `range` for intervals, or says `static constexpr bool is_nondecreasing =
/// true`, if the value as it is computed, roundings included, never falls where x grows.
///
/// `of` is only asked with finite ends.
///
/// Shape:    one interval to one interval; of an activation that mixes its numbers, as softmax does,
///           an array of them to another.
/// Gradient: none.
/// Cost:     that of the activation twice; softmax: 2 N^2 exp.
/// Errors:   an activation that has neither does not compile.
/// Source:   this library; the errors are argued for in docs/verification.md.
/// Example:  tests/verify/activation_range.cpp
template <class Activation>
struct activation_range {
    static constexpr bool is_nondecreasing = requires { requires Activation::is_nondecreasing; };

    template <class T>
    static constexpr auto of(T const& x) requires(is_nondecreasing ||
                                                  requires { Activation::range(x); }) {
        if constexpr (is_nondecreasing)
            return detail::exact_range<Activation>::of(x);
        else
            return Activation::range(x);
    }
};

template <>
struct activation_range<identity> {
    template <class T>
    static constexpr interval<T> of(interval<T> const& x) {
        return x;
    }
};
template <>
struct activation_range<relu> : detail::exact_range<relu> {};
template <>
struct activation_range<hard_tanh> : detail::exact_range<hard_tanh> {};

// A slope may be negative.
template <real Slope>
struct activation_range<basic_leaky_relu<Slope>> {
    template <class T>
    static constexpr interval<T> of(interval<T> const& x) {
        return detail::hull_around_zero(
            x,
            [](interval<T> const& v) {
                constexpr T slope = static_cast<T>(Slope.value);
                T const a = v.lower * slope, b = v.upper * slope;
                return interval<T>::of(detail::smaller(a, b), detail::larger(a, b));
            },
            [](interval<T> const& v) { return v; });
    }
};

template <real Scale>
struct activation_range<basic_elu<Scale>> {
    template <class T>
    static constexpr interval<T> of(interval<T> const& x) {
        return detail::hull_around_zero(
            x,
            [](interval<T> const& v) {
                constexpr T scale = static_cast<T>(Scale.value);
                return interval<T>(scale) * expm1(v);
            },
            [](interval<T> const& v) { return v; });
    }
};

// (At its joints the line is 0 and 1 exactly in float and in double; in fixed point it may jump there.)
template <>
struct activation_range<hard_sigmoid> {
    template <class T>
    static constexpr interval<T> of(interval<T> const& x) {
        if constexpr (!number::detail::goes_in_steps<T>)
            return detail::exact_range<hard_sigmoid>::of(x);
        T const left = hard_sigmoid::value(x.lower), right = hard_sigmoid::value(x.upper);
        interval<T> y{detail::smaller(left, right), detail::larger(left, right)};
        for (T const joint : {T(-3), T(3)})
            if (x.contains(joint)) {
                T const there = hard_sigmoid::value(joint);
                y = {detail::smaller(y.lower, there), detail::larger(y.upper, there)};
            }
        return y;
    }
};

// exp, below 1 ulp; a sum and a quotient, half an ulp each.
template <>
struct activation_range<sigmoid> : detail::smooth_range<sigmoid, 3, true, 0> {};
template <>
struct activation_range<tanh> : detail::smooth_range<tanh, 1, true, -1> {};
// exp and log1p, below 1 ulp of ln(1 + exp(-|x|)) each, and half an ulp of the sum.
template <>
struct activation_range<softplus> : detail::smooth_range<softplus, 3, false, 0> {};

// Its minimum is -0.27846454 at -1.27846454; computed with errors as sigmoid's, relative.
template <>
struct activation_range<silu> {
    template <class T>
    static constexpr interval<T> of(interval<T> const& x) {
        if constexpr (number::detail::goes_in_steps<T>)
            return detail::valley_range_in_steps<silu>(
                x, -1.28, -1.27, -0.2784646, number::detail::steps_that_a_function_falls<T>);
        else
            return detail::valley_range<T, silu>(x, T(-1.28), T(-1.27), T(-0.2784646), T(7), T(0));
    }
};

// Its minimum is -0.16997121 at -0.75179160. The sum in it cancels where x is far below 0, so the
// error is at most 3 epsilon |x|, not relative to y.
template <>
struct activation_range<gelu> {
    template <class T>
    static constexpr interval<T> of(interval<T> const& x) {
        if constexpr (number::detail::goes_in_steps<T>) {
            return detail::valley_range_in_steps<gelu>(x, -0.76, -0.75, -0.1699713,
                                                       number::detail::steps_that_erf_falls<T>);
        } else {
            T const most = detail::larger((math::abs)(x.lower), (math::abs)(x.upper));
            return detail::valley_range<T, gelu>(x, T(-0.76), T(-0.75), T(-0.1699713), T(1),
                                                 T(7) * std::numeric_limits<T>::epsilon() * most);
        }
    }
};

template <>
struct activation_range<softmax> {
    template <class T, std::size_t Size>
    static constexpr std::array<interval<T>, Size> of(std::array<interval<T>, Size> const& x) {
        return detail::softmax_range(x);
    }
};

} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
