#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <concepts>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/verify/condition.hpp>

namespace ctnn::error {

template <std::size_t Index>
struct condition_on_output {
    template <std::size_t Needed>
    struct needs_outputs {
        template <std::size_t Outputs>
        struct but_the_network_has {};
    };
};
template <class Wanted>
struct condition_of_type {
    struct is_neither_comparisons_of_outputs_nor_a_condition {};
};
template <std::size_t Rows>
struct condition_with_rows {
    template <std::size_t Most>
    struct but_takes_at_most {};
};
template <std::size_t Count>
struct condition_with_alternatives {
    template <std::size_t Most>
    struct but_takes_at_most {};
};

} // namespace ctnn::error

namespace ctnn::verify::outputs {

/// A condition written as an expression of outputs: `output<0> < 5 && class_is(2)`. Functions that take one
/// turn it into a `verify::condition` on all outputs of the network.
///
/// Shape:    how many outputs it needs; for a given number of outputs, how many rows and at most how many
///           alternatives it has, what they are, and the contrary of the whole.
/// Example:  tests/verify/outputs/expressions.cpp
template <class T>
concept condition_expression = requires(T const& expression,
                                        linear_constraint<T::outputs_needed + 1>* to) {
    {
        T::template rows<T::outputs_needed + 1> + std::size_t {}
        } -> std::same_as<std::size_t>;
    { expression.row(std::size_t{}, to) } -> std::same_as<std::size_t>;
    expression.negated();
};

namespace detail {

// (a million is too many anyway, and more could overflow)
constexpr std::size_t at_most_a_million(std::size_t count) {
    return count < 1'000'000 ? count : 1'000'000;
}

inline constexpr std::size_t most_rows = 256, most_alternatives = 64;

// What is wrong with an expression as a condition on this number of outputs.
template <condition_expression Expression, std::size_t Outputs>
constexpr auto expression_diagnosis() {
    constexpr std::size_t needed = Expression::outputs_needed;
    if constexpr (needed > Outputs)
        return typename error::condition_on_output<needed - 1>::template needs_outputs<
            needed>::template but_the_network_has<Outputs>{};
    else if constexpr (Expression::template alternatives<Outputs> > most_alternatives)
        return typename error::condition_with_alternatives<Expression::template alternatives<
            Outputs>>::template but_takes_at_most<most_alternatives>{};
    else if constexpr (Expression::template rows<Outputs> > most_rows)
        return typename error::condition_with_rows<
            Expression::template rows<Outputs>>::template but_takes_at_most<most_rows>{};
    else
        return error::none{};
}

// The rows of a condition are equally long: a shorter one repeats its last alternative.
template <std::size_t Outputs, condition_expression Expression>
constexpr auto condition_on(Expression const& expression) {
    constexpr std::size_t all = Expression::template rows<Outputs>;
    constexpr std::size_t any = Expression::template alternatives<Outputs>;
    condition<Outputs, all, any> wanted{};
    for (std::size_t r = 0; r < all; ++r) {
        auto* const row = wanted.rows[r].data();
        for (std::size_t k = expression.row(r, row); k < any; ++k)
            row[k] = row[k - 1];
    }
    return wanted;
}

// A condition that already has rows stays as it is.
template <std::size_t Outputs, class Wanted>
constexpr decltype(auto) as_condition(Wanted const& wanted) {
    if constexpr (condition_expression<Wanted>)
        return condition_on<Outputs>(wanted);
    else
        return (wanted);
}

} // namespace detail
} // namespace ctnn::verify::outputs

#include <ctnn/config/epilogue.hpp>
