#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/verify/detail/outputs/exact.hpp>
#include <ctnn/verify/detail/outputs/operands.hpp>

namespace ctnn::error {

struct a_product_or_quotient_of_outputs_is_not_linear {};

} // namespace ctnn::error

namespace ctnn::verify::outputs {

/// A linear function of a network's outputs: a sum of numbers times outputs, divided by a number.
///
/// `+` and `-` take terms and numbers, `*` and `/` a term and a number. No number is rounded: if a double
/// cannot hold a sum or product of numbers, such as 0.1 + 0.2, a constant does not compile, and at run time
/// the condition is not valid.
///
/// Shape:    a coefficient for each of the first Size outputs, a constant, a denominator above 0.
/// Cost:     Size + 2 doubles.
/// Errors:   with a number that is not finite, the condition is not valid; a product of outputs does not
///           compile.
/// Example:  tests/verify/outputs/expressions.cpp
template <std::size_t Size>
struct term {
    std::array<double, Size> coefficients{};
    double constant{};
    double denominator = 1;
};

namespace detail {

template <class A, class B>
constexpr auto product_diagnosis() {
    if constexpr (is_term<A> && is_term<B>)
        return error::a_product_or_quotient_of_outputs_is_not_linear{};
    else
        return error::none{};
}
template <class A, class B>
constexpr auto quotient_diagnosis() {
    if constexpr (is_term<B>)
        return error::a_product_or_quotient_of_outputs_is_not_linear{};
    else
        return error::none{};
}

} // namespace detail

template <class A, class B>
    requires(detail::are_sides<A, B>)
constexpr auto operator+(A const& a, B const& b) {
    return detail::sum(detail::as_term(a), detail::as_term(b), false);
}

template <class A, class B>
    requires(detail::are_sides<A, B>)
constexpr auto operator-(A const& a, B const& b) {
    return detail::sum(detail::as_term(a), detail::as_term(b), true);
}

template <std::size_t Size>
constexpr term<Size> operator+(term<Size> const& a) {
    return a;
}

template <std::size_t Size>
constexpr term<Size> operator-(term<Size> const& a) {
    return detail::times(a, -1);
}

template <class A, class B, class Diagnosis = decltype(detail::product_diagnosis<A, B>())>
    requires(detail::are_sides<A, B>&& ctnn::detail::is_none<Diagnosis>)
constexpr auto operator*(A const& a, B const& b) {
    return detail::product(a, b);
}

template <class A, class B, class Diagnosis = decltype(detail::quotient_diagnosis<A, B>())>
    requires(detail::are_sides<A, B>&& ctnn::detail::is_none<Diagnosis>)
constexpr A operator/(A const& a, B const& b) {
    return detail::over(a, detail::exact_number(b));
}

// Chosen for products and quotients that are not linear. Deleted functions are what compilers print the sentence of at once.
template <class A, class B, class Diagnosis = decltype(detail::product_diagnosis<A, B>())>
    requires(detail::are_sides<A, B> && !ctnn::detail::is_none<Diagnosis>)
void operator*(A const&, B const&) = delete;
template <class A, class B, class Diagnosis = decltype(detail::quotient_diagnosis<A, B>())>
    requires(detail::are_sides<A, B> && !ctnn::detail::is_none<Diagnosis>)
void operator/(A const&, B const&) = delete;

} // namespace ctnn::verify::outputs

#include <ctnn/config/epilogue.hpp>
