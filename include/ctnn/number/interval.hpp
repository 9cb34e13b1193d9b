#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <limits>
#include <type_traits>

#include <ctnn/math/abs.hpp>
#include <ctnn/math/cos.hpp>
#include <ctnn/math/detail/reduced_angle.hpp>
#include <ctnn/math/erf.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/expm1.hpp>
#include <ctnn/math/fma.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/math/log.hpp>
#include <ctnn/math/log1p.hpp>
#include <ctnn/math/pow.hpp>
#include <ctnn/math/sin.hpp>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/math/tanh.hpp>
#include <ctnn/number/detail/fixed_interval.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/number/detail/widen.hpp>

namespace ctnn::number {

// (for an is_finite of the program would hide those of the classes)
using math::is_finite;

namespace detail {

// What a comparison of intervals gives: nothing that a program may branch on. The branch that an
// interval took would be that of some of its numbers only. (A concept only asks for the type.)
template <class T>
struct comparison_of_intervals {
    constexpr operator bool() const noexcept {
        static_assert(sizeof(T) == 0, "code that compares numbers cannot be run on intervals: an "
                                      "activation states its facts, and a layer calls larger(x, y) "
                                      "(docs/verification.md)");
        return false;
    }
};

template <class T>
constexpr T smaller(T a, T b) noexcept {
    return b < a ? b : a;
}
template <class T>
constexpr T larger(T a, T b) noexcept {
    return b > a ? b : a;
}

// In which quarter turn a finite angle is, modulo 4. Exact: no angle but 0 is a multiple of pi/2.
template <class T>
constexpr std::uint32_t quarter_turn(T angle) noexcept {
    T const a = angle < T(0) ? -angle : angle;
    std::uint32_t turn = 0;
    if (a >= T(0.5)) {
        auto const reduced = math::detail::reduce_angle(a);
        turn = reduced.high < T(0) ? reduced.quadrant - 1 : reduced.quadrant;
    }
    return (angle < T(0) ? 3 - turn : turn) % 4;
}

} // namespace detail

/// All numbers from lower to upper: what a program on numbers can give, computed by running the same
/// program on intervals.
///
/// The operations are those of the machine, rounded to nearest, at the ends that give the smallest
/// and the largest result. Rounding to nearest never changes an order, so the result holds all that
/// the same operation on numbers gives, rounded as it is, without any widening. The elementary
/// functions are widened by more than twice their error, square root and absolute value are not.
/// A result with an end that is not finite holds nothing at all (overflow, a NaN, a division by an
/// interval with 0 in it) and is `everything`, and so is all that is computed from it. Intervals
/// have no order and no equality that a program could branch on: such code does not compile.
///
/// Of a fixed_point the same, saturated where the numbers are: number/detail/fixed_interval.hpp.
///
/// Shape:    two scalars, lower and upper; a number converts explicitly to itself alone.
/// Cost:     twice the memory of T; + and - twice the work, * and / four times, a function twice.
/// Errors:   none. In a constant g++ does not compile what overflows.
/// Source:   R. E. Moore, Interval Analysis, 1966; monotone rounding: IEEE 754-2019, 4.3.1.
/// Example:  tests/number/interval.cpp
template <class T>
    requires detail::interval_end<T>
struct interval {
    T lower;
    T upper;

    interval() = default;

    constexpr interval(T the_lower, T the_upper) noexcept : lower(the_lower), upper(the_upper) {}

    template <class number>
        requires std::is_arithmetic_v<number>
    explicit constexpr interval(number constant) noexcept
        : lower(static_cast<T>(constant)), upper(static_cast<T>(constant)) {}

    static constexpr interval everything() noexcept {
        return {-std::numeric_limits<T>::infinity(), std::numeric_limits<T>::infinity()};
    }
    // The interval of these ends if they are finite and in order, else everything.
    static constexpr interval of(T the_lower, T the_upper) noexcept {
        constexpr T most = (std::numeric_limits<T>::max)();
        if (-most <= the_lower && the_lower <= the_upper && the_upper <= most)
            return {the_lower, the_upper};
        return everything();
    }

    constexpr bool contains(T x) const noexcept { return lower <= x && x <= upper; }

    friend constexpr bool is_finite(interval const& x) noexcept {
        constexpr T most = (std::numeric_limits<T>::max)();
        return -most <= x.lower && x.lower <= x.upper && x.upper <= most;
    }

    friend constexpr interval operator-(interval const& x) noexcept { return {-x.upper, -x.lower}; }

    friend constexpr interval operator+(interval const& x, interval const& y) noexcept {
        if (!is_finite(x) || !is_finite(y))
            return everything();
        return of(x.lower + y.lower, x.upper + y.upper);
    }

    friend constexpr interval operator-(interval const& x, interval const& y) noexcept {
        if (!is_finite(x) || !is_finite(y))
            return everything();
        return of(x.lower - y.upper, x.upper - y.lower);
    }

    friend constexpr interval operator*(interval const& x, interval const& y) noexcept {
        if (!is_finite(x) || !is_finite(y))
            return everything();
        return hull(x.lower * y.lower, x.lower * y.upper, x.upper * y.lower, x.upper * y.upper);
    }

    friend constexpr interval operator/(interval const& x, interval const& y) noexcept {
        if (!is_finite(x) || !is_finite(y) || (y.lower <= T(0) && T(0) <= y.upper))
            return everything();
        return hull(x.lower / y.lower, x.lower / y.upper, x.upper / y.lower, x.upper / y.upper);
    }

    constexpr interval& operator+=(interval const& other) noexcept { return *this = *this + other; }
    constexpr interval& operator-=(interval const& other) noexcept { return *this = *this - other; }
    constexpr interval& operator*=(interval const& other) noexcept { return *this = *this * other; }
    constexpr interval& operator/=(interval const& other) noexcept { return *this = *this / other; }

    // The larger one of two numbers.
    friend constexpr interval larger(interval const& x, interval const& y) noexcept {
        if (!is_finite(x) || !is_finite(y))
            return everything();
        return {detail::larger(x.lower, y.lower), detail::larger(x.upper, y.upper)};
    }

    using comparison = detail::comparison_of_intervals<T>;
    friend constexpr comparison operator==(interval const&, interval const&) { return {}; }
    friend constexpr comparison operator!=(interval const&, interval const&) { return {}; }
    friend constexpr comparison operator<(interval const&, interval const&) { return {}; }
    friend constexpr comparison operator>(interval const&, interval const&) { return {}; }
    friend constexpr comparison operator<=(interval const&, interval const&) { return {}; }
    friend constexpr comparison operator>=(interval const&, interval const&) { return {}; }

    // x y + z, rounded once, for kernels that fuse.
    friend constexpr interval fma(interval const& x, interval const& y,
                                  interval const& z) noexcept {
        using math::fma;
        if (!is_finite(x) || !is_finite(y) || !is_finite(z))
            return everything();
        T const low = detail::smaller(
            detail::smaller(fma(x.lower, y.lower, z.lower), fma(x.lower, y.upper, z.lower)),
            detail::smaller(fma(x.upper, y.lower, z.lower), fma(x.upper, y.upper, z.lower)));
        T const high = detail::larger(
            detail::larger(fma(x.lower, y.lower, z.upper), fma(x.lower, y.upper, z.upper)),
            detail::larger(fma(x.upper, y.lower, z.upper), fma(x.upper, y.upper, z.upper)));
        return of(low, high);
    }

    friend constexpr interval(abs)(interval const& x) noexcept {
        if (!is_finite(x))
            return everything();
        if (x.lower >= T(0))
            return x;
        return x.upper <= T(0) ? -x : interval{T(0), detail::larger(-x.lower, x.upper)};
    }

    friend constexpr interval sqrt(interval const& x) noexcept {
        using math::sqrt;
        if (!is_finite(x) || x.lower < T(0))
            return everything();
        return of(sqrt(x.lower), sqrt(x.upper));
    }

    friend constexpr interval exp(interval const& x) noexcept {
        using math::exp;
        return widened(
            x, [](T v) { return exp(v); }, T(0), (std::numeric_limits<T>::max)());
    }
    friend constexpr interval expm1(interval const& x) noexcept {
        using math::expm1;
        return widened(
            x, [](T v) { return expm1(v); }, T(-1), (std::numeric_limits<T>::max)());
    }
    friend constexpr interval log(interval const& x) noexcept {
        using math::log;
        if (!(x.lower > T(0)))
            return everything();
        return widened(x, [](T v) { return log(v); });
    }
    friend constexpr interval log1p(interval const& x) noexcept {
        using math::log1p;
        if (!(x.lower > T(-1)))
            return everything();
        return widened(x, [](T v) { return log1p(v); });
    }
    friend constexpr interval tanh(interval const& x) noexcept {
        using math::tanh;
        return widened(
            x, [](T v) { return tanh(v); }, T(-1), T(1));
    }
    friend constexpr interval erf(interval const& x) noexcept {
        using math::erf;
        return widened(
            x, [](T v) { return erf(v); }, T(-1), T(1));
    }
    friend constexpr interval sin(interval const& x) noexcept {
        using math::sin;
        return wave(x, 0, [](T v) { return sin(v); });
    }
    friend constexpr interval cos(interval const& x) noexcept {
        using math::cos;
        return wave(x, 1, [](T v) { return cos(v); });
    }
    // Of bases that are not negative: with either of x and y fixed, it grows or falls all along.
    friend constexpr interval pow(interval const& x, interval const& y) noexcept {
        using math::pow;
        bool const is_known = x.lower > T(0) || (x.lower == T(0) && y.lower > T(0));
        if (!is_finite(x) || !is_finite(y) || !is_known)
            return everything();
        return widened(
            hull(pow(x.lower, y.lower), pow(x.lower, y.upper), pow(x.upper, y.lower),
                 pow(x.upper, y.upper)),
            [](T v) { return v; }, T(0));
    }

    // z x + (1 - z) y for z from 0 to 1, of which v is what the operations give. It is linear in z, which they do not
    // know: its ends are at those of z, but for roundings, which are at most two epsilon of the larger number.
    friend constexpr interval blended(interval const& v, interval const& z, interval const& x,
                                      interval const& y) noexcept {
        if (!is_finite(v))
            return v;
        T const first = detail::larger(z.lower, T(0)), last = detail::smaller(z.upper, T(1));
        auto const blend = [](T share, T a, T b) { return share * a + (T(1) - share) * b; };
        T const low =
            detail::smaller(blend(first, x.lower, y.lower), blend(last, x.lower, y.lower));
        T const high =
            detail::larger(blend(first, x.upper, y.upper), blend(last, x.upper, y.upper));
        T const largest =
            detail::larger(detail::larger(-x.lower, x.upper), detail::larger(-y.lower, y.upper));
        T const lost = largest * (8 * std::numeric_limits<T>::epsilon()) + detail::tiny<T>;
        return {detail::larger(v.lower, low - lost), detail::smaller(v.upper, high + lost)};
    }

private:
    // The sine of `first` quarter turns more than x, which is what f computes. It is largest where the
    // first quarter turn ends, and smallest where the third one ends.
    template <class Function>
    static constexpr interval wave(interval const& x, std::uint32_t first,
                                   Function const& f) noexcept {
        if (!is_finite(x))
            return everything();
        std::uint32_t const begin = detail::quarter_turn(x.lower) + first;
        std::uint32_t const turns = (detail::quarter_turn(x.upper) + first - begin) % 4;
        // (within one quarter turn an interval is shorter than 1.6, or longer than 4.7)
        if (x.upper - x.lower > (turns == 0 ? T(1.6) : T(4.7)))
            return {T(-1), T(1)};
        bool has_top = false, has_bottom = false;
        for (std::uint32_t i = 0; i < turns; ++i) {
            has_top = has_top || (begin + i) % 4 == 0;
            has_bottom = has_bottom || (begin + i) % 4 == 2;
        }
        T const low = f(x.lower), high = f(x.upper);
        T const least = detail::below(detail::smaller(low, high), T(4));
        T const most = detail::above(detail::larger(low, high), T(4));
        return {has_bottom ? T(-1) : detail::larger(T(-1), least),
                has_top ? T(1) : detail::smaller(T(1), most)};
    }

    static constexpr interval hull(T a, T b, T c, T d) noexcept {
        using math::is_finite;
        // (a NaN may get lost in a minimum)
        if (!is_finite(a) || !is_finite(b) || !is_finite(c) || !is_finite(d))
            return everything();
        return of(detail::smaller(detail::smaller(a, b), detail::smaller(c, d)),
                  detail::larger(detail::larger(a, b), detail::larger(c, d)));
    }

    // A function that grows, the results of which are off by less than an ulp, and never beyond
    // least and most.
    template <class Function>
    static constexpr interval widened(interval const& x, Function const& f,
                                      T least = -(std::numeric_limits<T>::max)(),
                                      T most = (std::numeric_limits<T>::max)()) noexcept {
        if (!is_finite(x))
            return everything();
        T const low = f(x.lower), high = f(x.upper);
        // (the infinity of a result that overflows would become a NaN)
        if (!math::is_finite(low) || !math::is_finite(high))
            return everything();
        return of(detail::larger(least, detail::below(low, T(4))),
                  detail::smaller(most, detail::above(high, T(4))));
    }
};

} // namespace ctnn::number

namespace ctnn {
using number::interval;
}

#include <ctnn/config/epilogue.hpp>
