#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/outputs/condition_expression.hpp>

namespace ctnn::error {

struct comparisons_in_a_chain_need_and_between_them {};

} // namespace ctnn::error

namespace ctnn::verify::outputs {

enum class connective { both, either };

/// Two conditions: both must hold (`a && b`), or at least one (`a || b`).
///
/// Shape:    rows of alternatives, as in `verify::condition`: for `&&`, the rows of both conditions; for
///           `||`, a row for each pair of rows, with the alternatives of both.
/// Cost:     that of the conditions.
/// Errors:   none by itself; `prove` does not compile with more than 256 rows, or more than 64 alternatives
///           in a row.
/// Example:  tests/verify/outputs/expressions.cpp
template <connective Connective, condition_expression A, condition_expression B>
struct combination {
    static constexpr std::size_t outputs_needed =
        A::outputs_needed > B::outputs_needed ? A::outputs_needed : B::outputs_needed;
    static constexpr bool all = Connective == connective::both;
    template <std::size_t Outputs>
    static constexpr std::size_t rows =
        all ? A::template rows<Outputs> + B::template rows<Outputs>
            : detail::at_most_a_million(A::template rows<Outputs>* B::template rows<Outputs>);
    template <std::size_t Outputs>
    static constexpr std::size_t alternatives =
        !all ? A::template alternatives<Outputs> + B::template alternatives<Outputs>
        : A::template alternatives<Outputs> > B::template alternatives<Outputs>
            ? A::template alternatives<Outputs>
            : B::template alternatives<Outputs>;

    A first;
    B second;

    template <std::size_t Outputs>
    constexpr std::size_t row(std::size_t index, linear_constraint<Outputs>* to) const {
        if constexpr (all) {
            constexpr std::size_t of_first = A::template rows<Outputs>;
            return index < of_first ? first.row(index, to) : second.row(index - of_first, to);
        } else {
            constexpr std::size_t of_second = B::template rows<Outputs>;
            std::size_t const count = first.row(index / of_second, to);
            return count + second.row(index % of_second, to + count);
        }
    }
    constexpr auto negated() const {
        constexpr connective other = all ? connective::either : connective::both;
        return combination<other, decltype(first.negated()), decltype(second.negated())>{
            first.negated(), second.negated()};
    }
};

template <condition_expression A, condition_expression B>
constexpr combination<connective::both, A, B> operator&&(A const& a, B const& b) {
    return {a, b};
}
template <condition_expression A, condition_expression B>
constexpr combination<connective::either, A, B> operator||(A const& a, B const& b) {
    return {a, b};
}
// Exact: the contrary of a strict comparison is satisfied by equality.
template <condition_expression A>
constexpr auto operator!(A const& a) {
    return a.negated();
}

// Chosen for 0 < output<0> < 1. Deleted functions are what compilers print the sentence of at once.
template <condition_expression A, class B,
          class Diagnosis = error::comparisons_in_a_chain_need_and_between_them>
void operator<(A const&, B const&) = delete;
template <condition_expression A, class B,
          class Diagnosis = error::comparisons_in_a_chain_need_and_between_them>
void operator<=(A const&, B const&) = delete;
template <condition_expression A, class B,
          class Diagnosis = error::comparisons_in_a_chain_need_and_between_them>
void operator>(A const&, B const&) = delete;
template <condition_expression A, class B,
          class Diagnosis = error::comparisons_in_a_chain_need_and_between_them>
void operator>=(A const&, B const&) = delete;

} // namespace ctnn::verify::outputs

#include <ctnn/config/epilogue.hpp>
