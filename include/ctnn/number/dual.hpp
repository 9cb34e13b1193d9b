#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <concepts>
#include <type_traits>

#include <ctnn/math/abs.hpp>
#include <ctnn/math/cos.hpp>
#include <ctnn/math/erf.hpp>
#include <ctnn/math/exp.hpp>
#include <ctnn/math/expm1.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/math/is_nan.hpp>
#include <ctnn/math/log.hpp>
#include <ctnn/math/log1p.hpp>
#include <ctnn/math/pow.hpp>
#include <ctnn/math/sin.hpp>
#include <ctnn/math/sqrt.hpp>
#include <ctnn/math/tanh.hpp>

// A namespace of its own, because argument-dependent lookup would find ctnn::tanh, the activation,
// beside the function.
namespace ctnn::number {

/// A dual number: a value and its derivative with respect to one variable, computed together.
///
/// Arithmetic and the elementary functions carry the derivative along by the chain rule, so any
/// code written for a scalar gives its exact derivative (up to rounding) when run on duals: start
/// the variable as {x, 1}, everything else as a plain number, whose derivative is 0. The value has
/// the bits that the same code gives on the scalar itself. dual<dual<T>> gives second derivatives.
/// Duals are ordered by value alone, so that comparisons choose the branch the scalar would; ==
/// asks that value and derivative be equal.
///
/// Shape:    two scalars, value and derivative; a number converts explicitly, with derivative 0.
/// Gradient: by the rules of differentiation; abs has derivative 0 at 0, and so has the sqrt of a 0 whose derivative is
///           0, as that of a square at 0.
/// Cost:     twice the memory of T; + and - twice the work, * three multiplications and a sum,
///           / two divisions, a function its own cost and up to one exp and two divisions.
/// Errors:   none; where the derivative is infinite (log and sqrt at 0) it is infinite or NaN
///           at run time, and no constant expression.
/// Source:   Wengert, "A simple automatic derivative evaluation program", 1964.
/// Example:  tests/number/dual.cpp
template <class T>
struct dual {
    T value;
    T derivative;

    dual() = default;

    constexpr dual(T the_value, T the_derivative) noexcept
        : value(the_value), derivative(the_derivative) {}

    template <class number>
        requires(std::is_arithmetic_v<number> || std::same_as<number, T>)
    explicit constexpr dual(number constant) noexcept
        : value(static_cast<T>(constant)), derivative(static_cast<T>(0)) {}

    friend constexpr dual operator-(dual const& x) noexcept { return {-x.value, -x.derivative}; }

    friend constexpr dual operator+(dual const& x, dual const& y) noexcept {
        return {x.value + y.value, x.derivative + y.derivative};
    }

    friend constexpr dual operator-(dual const& x, dual const& y) noexcept {
        return {x.value - y.value, x.derivative - y.derivative};
    }

    friend constexpr dual operator*(dual const& x, dual const& y) noexcept {
        return {x.value * y.value, x.derivative * y.value + x.value * y.derivative};
    }

    friend constexpr dual operator/(dual const& x, dual const& y) noexcept {
        T const quotient = x.value / y.value;
        return {quotient, (x.derivative - quotient * y.derivative) / y.value};
    }

    constexpr dual& operator+=(dual const& other) noexcept { return *this = *this + other; }
    constexpr dual& operator-=(dual const& other) noexcept { return *this = *this - other; }
    constexpr dual& operator*=(dual const& other) noexcept { return *this = *this * other; }
    constexpr dual& operator/=(dual const& other) noexcept { return *this = *this / other; }

    friend constexpr bool operator==(dual const&, dual const&) = default;
    friend constexpr bool operator<(dual const& x, dual const& y) { return x.value < y.value; }
    friend constexpr bool operator>(dual const& x, dual const& y) { return x.value > y.value; }
    friend constexpr bool operator<=(dual const& x, dual const& y) { return x.value <= y.value; }
    friend constexpr bool operator>=(dual const& x, dual const& y) { return x.value >= y.value; }

    friend constexpr bool is_nan(dual const& x) noexcept {
        using math::is_nan;
        return is_nan(x.value) || is_nan(x.derivative);
    }

    friend constexpr bool is_finite(dual const& x) noexcept {
        using math::is_finite;
        return is_finite(x.value) && is_finite(x.derivative);
    }

    friend constexpr dual(abs)(dual const& x) noexcept {
        using math::is_nan;
        T const zero = static_cast<T>(0);
        if (x.value < zero)
            return -x;
        if (x.value > zero)
            return x;
        T const y = is_nan(x.value) ? x.value : zero;
        return {y, y};
    }

    friend constexpr dual sqrt(dual const& x) noexcept {
        using math::sqrt;
        T const root = sqrt(x.value);
        T const zero = static_cast<T>(0);
        if (x.value == zero && x.derivative == zero)
            return {root, zero};
        return {root, x.derivative / (root + root)};
    }

    friend constexpr dual exp(dual const& x) noexcept {
        using math::exp;
        T const power = exp(x.value);
        return {power, x.derivative * power};
    }

    // exp, because 1 + expm1 cancels where x is far below 0.
    friend constexpr dual expm1(dual const& x) noexcept {
        using math::exp, math::expm1;
        return {expm1(x.value), x.derivative * exp(x.value)};
    }

    friend constexpr dual log(dual const& x) noexcept {
        using math::log;
        return {log(x.value), x.derivative / x.value};
    }

    friend constexpr dual log1p(dual const& x) noexcept {
        using math::log1p;
        return {log1p(x.value), x.derivative / (static_cast<T>(1) + x.value)};
    }

    // 4 e / (1 + e)^2 with e = exp(-2 |x|), because 1 - tanh^2 cancels where x is far from 0. The
    // formula is even in x, so the branch changes no derivative of any order.
    friend constexpr dual tanh(dual const& x) noexcept {
        using math::exp, math::tanh;
        T const twice = x.value + x.value;
        T const decayed = exp(x.value < static_cast<T>(0) ? twice : -twice);
        T const sum = static_cast<T>(1) + decayed;
        return {tanh(x.value), x.derivative * (static_cast<T>(4) * decayed / (sum * sum))};
    }

    friend constexpr dual erf(dual const& x) noexcept {
        using math::erf, math::exp;
        T const two_over_root_pi = static_cast<T>(1.1283791670955126);
        return {erf(x.value), x.derivative * (two_over_root_pi * exp(-(x.value * x.value)))};
    }

    // An exponent that is a constant makes no use of the logarithm, which a base below 0 has not, and
    // where it is 0 the derivative is 0, of a base of 0 too.
    friend constexpr dual pow(dual const& x, dual const& y) noexcept {
        using math::log, math::pow;
        T const zero = static_cast<T>(0);
        T const power = pow(x.value, y.value);
        T slope = zero;
        if (y.value != zero)
            slope = x.derivative * (y.value * pow(x.value, y.value - static_cast<T>(1)));
        if (y.derivative != zero)
            slope += y.derivative * (power * log(x.value));
        return {power, slope};
    }

    friend constexpr dual sin(dual const& x) noexcept {
        using math::cos, math::sin;
        return {sin(x.value), x.derivative * cos(x.value)};
    }

    friend constexpr dual cos(dual const& x) noexcept {
        using math::cos, math::sin;
        return {cos(x.value), -(x.derivative * sin(x.value))};
    }
};

} // namespace ctnn::number

namespace ctnn {
using number::dual;
}

#include <ctnn/config/epilogue.hpp>
