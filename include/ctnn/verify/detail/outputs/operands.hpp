#pragma once

#include <cstddef>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/outputs/exact.hpp>

// What stands on the sides of +, - and comparisons in a condition: terms of outputs, and numbers.

namespace ctnn::verify::outputs {

template <std::size_t Size>
struct term;

namespace detail {

using verify::detail::exact_number;
using verify::detail::exact_product;
using verify::detail::exact_sum;

template <class T>
inline constexpr bool is_term = false;
template <std::size_t Size>
inline constexpr bool is_term<term<Size>> = true;

template <class T>
constexpr bool is_operand = is_term<T> || verify::detail::is_condition_number<T>;
// Two sides of which not both are numbers.
template <class A, class B>
constexpr bool are_sides = (is_term<A> && is_operand<B>) || (is_operand<A> && is_term<B>);

template <std::size_t Size>
constexpr term<Size> as_term(term<Size> const& a) {
    return a;
}
// (a parameter, because no term is complete here)
template <class Number, class Term = term<0>>
constexpr Term as_term(Number number) {
    return {{}, exact_number(number), 1};
}

template <std::size_t Size>
constexpr term<Size> times(term<Size> a, double number) {
    for (std::size_t j = 0; j < Size; ++j)
        a.coefficients[j] = exact_product(a.coefficients[j], number);
    a.constant = exact_product(a.constant, number);
    return a;
}

template <class A, class B>
constexpr auto product(A const& a, B const& b) {
    if constexpr (is_term<A>)
        return times(a, exact_number(b));
    else
        return times(b, exact_number(a));
}

// (1 / 3 is no double, so the denominator waits until the other side can be multiplied with it)
template <std::size_t Size>
constexpr term<Size> over(term<Size> a, double number) {
    if (number == 0) {
        error::an_output_in_a_condition_is_divided_by_zero();
        a.constant = verify::detail::no_double;
        return a;
    }
    if (number < 0)
        a = times(a, -1);
    a.denominator = exact_product(a.denominator, number < 0 ? -number : number);
    return a;
}

// a + b, or a - b
template <std::size_t A, std::size_t B>
constexpr auto sum(term<A> a, term<B> b, bool is_difference) {
    auto const signed_number = [=](double x) { return is_difference ? -x : x; };
    if (a.denominator != b.denominator) {
        double const of_a = a.denominator;
        a = times(a, b.denominator);
        a.denominator = exact_product(of_a, b.denominator);
        b = times(b, of_a);
    }
    term<(A > B ? A : B)> all{};
    for (std::size_t j = 0; j < A; ++j)
        all.coefficients[j] = a.coefficients[j];
    for (std::size_t j = 0; j < B; ++j)
        all.coefficients[j] = exact_sum(all.coefficients[j], signed_number(b.coefficients[j]));
    all.constant = exact_sum(a.constant, signed_number(b.constant));
    all.denominator = a.denominator;
    return all;
}

// (a denominator is above 0 and changes no sign)
template <std::size_t Size>
constexpr linear_constraint<Size> above_0(term<Size> const& a, bool zero_suffices) {
    return {a.coefficients, math::is_finite(a.denominator) ? a.constant : verify::detail::no_double,
            zero_suffices};
}

} // namespace detail
} // namespace ctnn::verify::outputs
