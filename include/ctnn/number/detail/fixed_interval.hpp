#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/math/tanh.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/number/detail/sum_of_intervals.hpp>
#include <ctnn/number/detail/word.hpp>
#include <type_traits>

// Intervals of fixed-point numbers. Nothing in them is ever infinite or a NaN, so `everything` is from
// the first number to the last one, and every result holds what the same operation on numbers
// gives, saturated as it is: rounding to nearest and saturation keep an order.

namespace ctnn::number {

template <class T>
    requires detail::interval_end<T>
struct interval;

namespace detail {

template <class T>
struct comparison_of_intervals;

// By how many steps a function that grows may fall from one number to a later one. With 8 and 16 bits
// none but erf does, in any format (tests/number/fixed_interval.cpp tries all numbers). With 32 bits
// twice the largest error of docs/fixed_point.md, which is measured on a part of the numbers, and as much
// room again.
template <class T>
inline constexpr int steps_that_a_function_falls = T::bits == 32 ? 5 : 0;
template <class T>
inline constexpr int steps_that_erf_falls = T::bits == 32 ? 5 : 1;

// A number that many steps on, or the last one.
template <goes_in_steps T>
constexpr T steps_from(T x, std::int64_t steps) noexcept {
    return T::from_raw(saturate<typename T::storage>(std::int64_t{x.raw} + steps));
}

} // namespace detail

template <class T>
    requires detail::goes_in_steps<T>
struct interval<T> {
    T lower;
    T upper;

    interval() = default;

    template <std::size_t Terms>
    using sum_of_products = detail::sum_of_intervals<interval, T, Terms>;

    constexpr interval(T the_lower, T the_upper) noexcept : lower(the_lower), upper(the_upper) {}
    explicit constexpr interval(T constant) noexcept : lower(constant), upper(constant) {}
    template <class number>
        requires std::is_arithmetic_v<number>
    explicit constexpr interval(number constant) noexcept : interval(static_cast<T>(constant)) {}

    static constexpr interval everything() noexcept { return {T::lowest(), T::largest()}; }
    static constexpr interval of(T the_lower, T the_upper) noexcept {
        return the_lower <= the_upper ? interval{the_lower, the_upper} : everything();
    }
    // That many steps wider at both ends.
    constexpr interval widened(std::int64_t steps) const noexcept {
        return {detail::steps_from(lower, -steps), detail::steps_from(upper, steps)};
    }

    constexpr bool contains(T x) const noexcept { return lower <= x && x <= upper; }

    friend constexpr bool is_finite(interval const& x) noexcept { return x.lower <= x.upper; }

    friend constexpr interval operator-(interval const& x) noexcept { return {-x.upper, -x.lower}; }
    friend constexpr interval operator+(interval const& x, interval const& y) noexcept {
        return {x.lower + y.lower, x.upper + y.upper};
    }
    friend constexpr interval operator-(interval const& x, interval const& y) noexcept {
        return {x.lower - y.upper, x.upper - y.lower};
    }
    friend constexpr interval operator*(interval const& x, interval const& y) noexcept {
        return hull(x.lower * y.lower, x.lower * y.upper, x.upper * y.lower, x.upper * y.upper);
    }
    friend constexpr interval operator/(interval const& x, interval const& y) noexcept {
        if (y.lower <= T(0) && T(0) <= y.upper)
            return everything();
        return hull(x.lower / y.lower, x.lower / y.upper, x.upper / y.lower, x.upper / y.upper);
    }

    constexpr interval& operator+=(interval const& other) noexcept { return *this = *this + other; }
    constexpr interval& operator-=(interval const& other) noexcept { return *this = *this - other; }
    constexpr interval& operator*=(interval const& other) noexcept { return *this = *this * other; }
    constexpr interval& operator/=(interval const& other) noexcept { return *this = *this / other; }

    friend constexpr interval larger(interval const& x, interval const& y) noexcept {
        return {larger(x.lower, y.lower), larger(x.upper, y.upper)};
    }

    using comparison = detail::comparison_of_intervals<T>;
    friend constexpr comparison operator==(interval const&, interval const&) { return {}; }
    friend constexpr comparison operator!=(interval const&, interval const&) { return {}; }
    friend constexpr comparison operator<(interval const&, interval const&) { return {}; }
    friend constexpr comparison operator>(interval const&, interval const&) { return {}; }
    friend constexpr comparison operator<=(interval const&, interval const&) { return {}; }
    friend constexpr comparison operator>=(interval const&, interval const&) { return {}; }

    friend constexpr interval(abs)(interval const& x) noexcept {
        if (x.lower >= T(0))
            return x;
        return x.upper <= T(0) ? -x : interval{T(0), larger(-x.lower, x.upper)};
    }
    friend constexpr interval sqrt(interval const& x) noexcept {
        return {sqrt(x.lower), sqrt(x.upper)};
    }
    friend constexpr interval exp(interval const& x) noexcept {
        return interval{exp(x.lower), exp(x.upper)}.widened(falls);
    }
    friend constexpr interval expm1(interval const& x) noexcept {
        return interval{expm1(x.lower), expm1(x.upper)}.widened(falls);
    }
    friend constexpr interval log(interval const& x) noexcept {
        return interval{log(x.lower), log(x.upper)}.widened(falls);
    }
    friend constexpr interval log1p(interval const& x) noexcept {
        return interval{log1p(x.lower), log1p(x.upper)}.widened(falls);
    }
    friend constexpr interval tanh(interval const& x) noexcept {
        using math::tanh; // (and not ctnn::tanh, the activation)
        return interval{tanh(x.lower), tanh(x.upper)}.widened(falls);
    }
    friend constexpr interval erf(interval const& x) noexcept {
        return interval{erf(x.lower), erf(x.upper)}.widened(detail::steps_that_erf_falls<T>);
    }
    friend constexpr interval logistic(interval const& x) noexcept {
        return interval{logistic(x.lower), logistic(x.upper)}.widened(falls);
    }

    // (Two products are off by half a step each.)
    friend constexpr interval blended(interval const& v, interval const& z, interval const& x,
                                      interval const& y) noexcept {
        T const first = larger(z.lower, T(0)), last = z.upper < T(1) ? z.upper : T(1);
        auto const blend = [](T share, T a, T b) { return share * a + (T(1) - share) * b; };
        interval const ends =
            interval{hull(blend(first, x.lower, y.lower), blend(last, x.lower, y.lower)).lower,
                     hull(blend(first, x.upper, y.upper), blend(last, x.upper, y.upper)).upper}
                .widened(2);
        return {larger(v.lower, ends.lower), ends.upper < v.upper ? ends.upper : v.upper};
    }

private:
    static constexpr int falls = detail::steps_that_a_function_falls<T>;

    static constexpr interval hull(T a, T b) noexcept {
        return a < b ? interval{a, b} : interval{b, a};
    }
    static constexpr interval hull(T a, T b, T c, T d) noexcept {
        T const low1 = a < b ? a : b, high1 = a < b ? b : a;
        T const low2 = c < d ? c : d, high2 = c < d ? d : c;
        return {low1 < low2 ? low1 : low2, high1 < high2 ? high2 : high1};
    }
};

} // namespace ctnn::number
