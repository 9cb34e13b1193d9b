#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/text/text.hpp>

namespace ctnn::verify {

/// Why a question makes no sense and nothing was searched: the `problem` of a verdict.
///
/// Shape:    an enumeration; `text_of` gives a sentence for each.
/// Example:  tests/verify/question_problem.cpp
enum class question_problem : unsigned char {
    none,
    an_end_of_the_box_is_not_finite_or_lower_ends_are_above_upper_ones,
    a_number_of_the_condition_is_not_finite_or_was_rounded_or_there_is_no_such_class,
    the_network_has_no_such_class,
    the_network_has_no_such_input_or_output,
    the_radius_is_below_0_or_no_number,
    the_tolerance_is_below_0_or_not_finite,
    the_limit_is_below_0_or_not_finite,
};

namespace detail {

inline constexpr std::size_t question_problems =
    static_cast<std::size_t>(question_problem::the_limit_is_below_0_or_not_finite) + 1;

} // namespace detail

/// The problem as a sentence without its full stop.
constexpr text text_of(question_problem problem) {
    switch (problem) {
    case question_problem::none:
        break;
    case question_problem::an_end_of_the_box_is_not_finite_or_lower_ends_are_above_upper_ones:
        return text("an end of the box is not finite, or a lower end is above the upper one");
    case question_problem::
        a_number_of_the_condition_is_not_finite_or_was_rounded_or_there_is_no_such_class:
        return text("a number of the condition is not finite or would be rounded, or the network "
                    "has no such class");
    case question_problem::the_network_has_no_such_class:
        return text("the network has no such class");
    case question_problem::the_network_has_no_such_input_or_output:
        return text("the network has no such input or output");
    case question_problem::the_radius_is_below_0_or_no_number:
        return text("the radius is below 0 or no number");
    case question_problem::the_tolerance_is_below_0_or_not_finite:
        return text("the tolerance is below 0 or not finite");
    case question_problem::the_limit_is_below_0_or_not_finite:
        return text("the limit is below 0 or not finite");
    }
    return text("there is no problem");
}

} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
