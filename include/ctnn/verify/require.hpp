#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/verify/detail/shown_verdict.hpp>
#include <ctnn/verify/detail/stop_require.hpp>
#include <ctnn/verify/question_problem.hpp>
#include <ctnn/verify/verdict.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::verify {
namespace detail {

// In a constant, ends the build.
template <std::size_t... Place>
constexpr void stop_for(question_problem problem, std::index_sequence<Place...>) {
    ((problem == static_cast<question_problem>(Place)
          ? error::the_question_has_the_problem<static_cast<question_problem>(Place)>()
          : void()),
     ...);
}

template <class Verdict, std::size_t... Place>
constexpr void stop_with_numbers(Verdict const& result, std::index_sequence<Place...>) {
    if (result.problem != question_problem::none)
        stop_for(result.problem, std::make_index_sequence<question_problems>{});
    if constexpr (is_of_pairs<Verdict>) {
        if (result.violated())
            error::two_inputs_that_violate_it(result.counterexample[Place]...,
                                              result.other[Place]...);
        if (is_real_only(result))
            error::as_computed_it_may_be_off_by(result.slack);
    } else {
        if (result.violated())
            error::an_input_that_violates_it(result.counterexample[Place]...);
    }
    error::a_box_left_over(result.left.lower[Place]..., result.left.upper[Place]...);
}

// (before version 18, clang takes no floating-point template arguments, but references to constants)
#if defined(__clang__) && __clang_major__ < 18
#define CTNN_VERDICT auto const&
#else
#define CTNN_VERDICT auto
#endif
template <CTNN_VERDICT Verdict>
struct constant {
    static constexpr auto const& value = Verdict;
};

} // namespace detail

/// True if a verdict is a proof. Otherwise the build fails and shows the input that violates the property
/// (for `monotone` and `lipschitz_below`, both inputs), or the ends of the box that is left and how many
/// boxes were examined, or, if only real numbers satisfy the property, how far the program may be off. With
/// more than 16 inputs, it shows the first 16.
///
/// Shape:    a verdict to bool: `require<verdict>()` of a constant at namespace scope, or `static`; with g++,
///           and clang from 18 on, of any constant.
/// Errors:   a verdict that is not a proof does not compile.
/// Example:  docs/examples/readme.cpp
template <CTNN_VERDICT Verdict,
          class Outcome = decltype(detail::outcome_of<detail::constant<Verdict>>())>
    requires ctnn::detail::is_none<Outcome>
constexpr bool(require)() {
    return true;
}

// Chosen for verdicts that are not proofs. Deleted functions are what compilers print the sentence of at once.
template <CTNN_VERDICT Verdict,
          class Outcome = decltype(detail::outcome_of<detail::constant<Verdict>>())>
    requires(!ctnn::detail::is_none<Outcome>)
constexpr bool(require)() = delete;

#undef CTNN_VERDICT

// The same for a verdict computed on the spot, as in `static_assert(require(robust(net, x, 0.1f)))`: clang
// shows its numbers, to six digits; g++ says only that it is not a proof. At run time, the result is false.
template <class Verdict>
    requires detail::is_verdict<Verdict>
constexpr bool(require)(Verdict const& result) {
    if (std::is_constant_evaluated() && !result.proven())
        detail::stop_with_numbers(
            result,
            detail::shown_inputs<std::tuple_size<decltype(result.counterexample)>::value>{});
    return result.proven();
}

} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
