#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/detail/verdict.hpp>
#include <ctnn/verify/detail/stop_require.hpp>
#include <ctnn/verify/verdict.hpp>

namespace ctnn::verify {
namespace detail {

template <class Verdict>
constexpr bool is_verdict = requires(Verdict const& of) {
    of.counterexample;
    of.left;
};

// A verdict on pairs of inputs, and one that may hold for real numbers alone.
template <class Verdict>
constexpr bool is_of_pairs = requires(Verdict const& of) {
    of.other;
};

template <class Verdict>
constexpr bool is_real_only(Verdict const& of) {
    if constexpr (requires { of.in_real_arithmetic; })
        return of.unknown() && of.in_real_arithmetic;
    else
        return false;
}

} // namespace detail

/// True if a verdict is a proof. In a constant, as in `static_assert(require(robust(net, x, 0.1f)))`,
/// everything else ends the build, and the build shows the input that violates the property, or the
/// lower and the upper ends of the box that is left and how many boxes were looked at; of `monotone` and
/// `lipschitz_below` both inputs, and of what holds for real numbers alone, by how much the program may
/// be off.
///
/// Shape:    a verdict to bool.
/// Gradient: none.
/// Cost:     none.
/// Errors:   in a constant, what is not proven does not compile; at run time it is false.
/// Source:   this library.
/// Example:  tests/compile_fail/verify_violated.cpp
template <class Verdict>
    requires detail::is_verdict<Verdict>
constexpr bool(require)(Verdict const& of) {
    bool const is_real_only = detail::is_real_only(of);
    if constexpr (detail::is_of_pairs<Verdict>) {
        error::two_inputs_that_violate_it(of.counterexample, of.other, of.violated());
        error::as_computed_it_may_be_off_by(of.slack, is_real_only);
    } else {
        error::an_input_that_violates_it(of.counterexample, of.violated());
    }
    error::a_box_left_over(of.left.lower, of.left.upper, of.boxes, of.unknown() && !is_real_only);
    return of.proven();
}

#if !defined(__clang__) || __clang_major__ >= 18
namespace detail {

template <auto Verdict>
constexpr auto outcome_of() {
    if constexpr (Verdict.violated() && is_of_pairs<decltype(Verdict)>)
        return error::the_property_does_not_hold_between<Verdict.counterexample, Verdict.other>{};
    else if constexpr (Verdict.violated())
        return error::the_property_does_not_hold_for<Verdict.counterexample>{};
    else if constexpr (Verdict.proven())
        return error::none{};
    else if constexpr (is_real_only(Verdict))
        return error::the_property_is_proven_of_real_numbers_only_with_slack<Verdict.slack>{};
    else
        return error::the_property_is_not_proven_from<Verdict.left.lower, Verdict.left.upper,
                                                      Verdict.boxes>{};
}

} // namespace detail

// `require<verdict>()` says the same of a constant, with the numbers in the message of every compiler
// that takes them in a template.
template <auto Verdict, class Outcome = decltype(detail::outcome_of<Verdict>())>
    requires ctnn::detail::is_none<Outcome>
constexpr bool(require)() {
    return true;
}
#endif

} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
