#pragma once

#include <ctnn/verify/question_problem.hpp>

namespace ctnn::verify::detail {

// What is wrong with a box, or with what is asked about it.
template <class Box, class Wanted>
constexpr question_problem problem_of(Box const& inputs, Wanted const& wanted) {
    if (!inputs.is_valid())
        return question_problem::an_end_of_the_box_is_not_finite_or_lower_ends_are_above_upper_ones;
    if constexpr (requires { wanted.problem(); })
        return wanted.problem();
    else
        return wanted.is_valid()
                   ? question_problem::none
                   : question_problem::
                         a_number_of_the_condition_is_not_finite_or_was_rounded_or_there_is_no_such_class;
}

} // namespace ctnn::verify::detail
