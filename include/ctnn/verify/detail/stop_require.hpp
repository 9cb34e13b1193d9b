#pragma once

#include <cstddef>
#include <ctnn/verify/question_problem.hpp>

// In a constant, a required verdict that is not a proof must end the build and show the numbers. Compilers
// print the names of types. In these, clang before 18 takes no floating-point numbers, and g++ writes each
// with an exponent, so a number is a text of its digits, as few as give it back. For a call in a constant,
// clang prints the arguments, to six digits; g++ does not.

namespace ctnn::error {

#if defined(__clang__) && __clang_major__ < 16
// (clang 14 prints an array of characters as their codes, and characters by themselves as such)
template <char... Digits>
struct number {};
#define CTNN_TEXT class
#else
template <std::size_t Size>
struct number {
    char digits[Size];
};
#define CTNN_TEXT auto
#endif

// (the numbers of the first inputs, and how many inputs there are if these are not all)
template <CTNN_TEXT... Input>
struct the_property_does_not_hold_for {
    template <std::size_t Inputs>
    struct and_more_numbers_in_the_counterexample_of_inputs {};
};
template <CTNN_TEXT... Input>
struct the_property_does_not_hold_between {
    template <CTNN_TEXT... Other>
    struct and_the_input {
        template <std::size_t Inputs>
        struct and_more_numbers_in_the_verdict_of_inputs {};
    };
};
template <CTNN_TEXT... Lower>
struct the_property_is_not_proven_from {
    template <CTNN_TEXT... Upper>
    struct up_to {
        template <std::size_t Boxes>
        struct after_boxes {
            template <std::size_t Inputs>
            struct and_more_numbers_in_the_box_left_of_inputs {};
        };
    };
};
template <CTNN_TEXT Slack>
struct the_property_is_proven_of_real_numbers_only_with_slack {};

#undef CTNN_TEXT

template <verify::question_problem Problem>
struct nothing_was_proven_because {};

inline void the_property_does_not_hold() {}
inline void the_property_is_not_proven() {}
inline void the_property_is_proven_of_real_numbers_only() {}
template <verify::question_problem>
inline void the_question_has_the_problem() {}

// (a constexpr function must have a constant result for some argument: for a NaN)
template <class Number>
constexpr bool is_number(Number number) {
    return number == number;
}
template <class... Numbers>
constexpr void an_input_that_violates_it(Numbers... numbers) {
    if ((... && is_number(numbers)))
        the_property_does_not_hold();
}
template <class... Numbers>
constexpr void two_inputs_that_violate_it(Numbers... numbers) {
    if ((... && is_number(numbers)))
        the_property_does_not_hold();
}
template <class... Numbers>
constexpr void a_box_left_over(Numbers... numbers) {
    if ((... && is_number(numbers)))
        the_property_is_not_proven();
}
template <class Number>
constexpr void as_computed_it_may_be_off_by(Number slack) {
    if (is_number(slack))
        the_property_is_proven_of_real_numbers_only();
}

} // namespace ctnn::error
