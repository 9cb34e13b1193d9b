#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/outputs/operands.hpp>
#include <ctnn/verify/outputs/term.hpp>

namespace ctnn::error {

struct outputs_are_rounded_so_ask_for_a_range_with_two_comparisons_and_not_for_equality {};

} // namespace ctnn::error

namespace ctnn::verify::outputs {

/// A condition that compares two terms: `output<0> < 5`, `output<1> >= 2 * output<2> - 1`.
///
/// Shape:    one constraint on the first Size outputs.
/// Cost:     that of the constraint.
/// Errors:   `==` and `!=` do not compile.
/// Example:  tests/verify/outputs/expressions.cpp
template <std::size_t Size>
struct comparison {
    static constexpr std::size_t outputs_needed = Size;
    template <std::size_t Outputs>
    static constexpr std::size_t rows = 1;
    template <std::size_t Outputs>
    static constexpr std::size_t alternatives = 1;

    linear_constraint<Size> wanted{};

    // Writes the constraints of one row, at least one of which must hold; returns how many there are.
    template <std::size_t Outputs>
    constexpr std::size_t row(std::size_t, linear_constraint<Outputs>* to) const {
        for (std::size_t j = 0; j < Size; ++j)
            to->coefficients[j] = wanted.coefficients[j];
        to->constant = wanted.constant;
        to->zero_suffices = wanted.zero_suffices;
        return 1;
    }
    // (for a NaN, both the condition and its contrary are false, as with is_violated_by of constraints)
    constexpr comparison negated() const {
        comparison result = *this;
        for (double& c : result.wanted.coefficients)
            c = c == 0 ? 0 : -c;
        result.wanted.constant = wanted.constant == 0 ? 0 : -wanted.constant;
        result.wanted.zero_suffices = !wanted.zero_suffices;
        return result;
    }
};

template <std::size_t Size>
comparison(linear_constraint<Size>) -> comparison<Size>;

template <class A, class B>
    requires(detail::are_sides<A, B>)
constexpr auto operator<(A const& a, B const& b) {
    return comparison{
        detail::above_0(detail::sum(detail::as_term(b), detail::as_term(a), true), false)};
}
template <class A, class B>
    requires(detail::are_sides<A, B>)
constexpr auto operator<=(A const& a, B const& b) {
    return comparison{
        detail::above_0(detail::sum(detail::as_term(b), detail::as_term(a), true), true)};
}
template <class A, class B>
    requires(detail::are_sides<A, B>)
constexpr auto operator>(A const& a, B const& b) {
    return comparison{
        detail::above_0(detail::sum(detail::as_term(a), detail::as_term(b), true), false)};
}
template <class A, class B>
    requires(detail::are_sides<A, B>)
constexpr auto operator>=(A const& a, B const& b) {
    return comparison{
        detail::above_0(detail::sum(detail::as_term(a), detail::as_term(b), true), true)};
}

// Chosen for equality. Deleted functions are what compilers print the sentence of at once.
template <
    class A, class B,
    class Diagnosis =
        error::outputs_are_rounded_so_ask_for_a_range_with_two_comparisons_and_not_for_equality>
    requires(detail::are_sides<A, B>)
void operator==(A const&, B const&) = delete;
template <
    class A, class B,
    class Diagnosis =
        error::outputs_are_rounded_so_ask_for_a_range_with_two_comparisons_and_not_for_equality>
    requires(detail::are_sides<A, B>)
void operator!=(A const&, B const&) = delete;

} // namespace ctnn::verify::outputs

#include <ctnn/config/epilogue.hpp>
