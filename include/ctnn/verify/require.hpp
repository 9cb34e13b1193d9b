#pragma once

#include <cstddef>
#include <ctnn/detail/verdict.hpp>
#include <ctnn/verify/detail/stop_require.hpp>
#include <ctnn/verify/verdict.hpp>

namespace ctnn::verify {

/// True if a verdict is a proof. In a constant, as in `static_assert(require(robust(net, x, 0.1f)))`,
/// everything else ends the build, and the build shows the input that violates the property, or the
/// lower and the upper ends of the box that is left and how many boxes were looked at.
///
/// Shape:    a verdict to bool.
/// Gradient: none.
/// Cost:     none.
/// Errors:   in a constant, what is not proven does not compile; at run time it is false.
/// Source:   this library.
/// Example:  tests/compile_fail/verify_violated.cpp
template <class T, std::size_t N>
constexpr bool require(verdict<T, N> const& of) {
    error::an_input_that_violates_it(of.counterexample, of.violated());
    error::a_box_left_over(of.left.lower, of.left.upper, of.boxes, of.unknown());
    return of.proven();
}

#if !defined(__clang__) || __clang_major__ >= 18
namespace detail {

template <auto Verdict>
constexpr auto outcome_of() {
    if constexpr (Verdict.violated())
        return error::the_property_does_not_hold_for<Verdict.counterexample>{};
    else if constexpr (Verdict.proven())
        return error::none{};
    else
        return error::the_property_is_not_proven_from<Verdict.left.lower, Verdict.left.upper,
                                                      Verdict.boxes>{};
}

} // namespace detail

// `require<verdict>()` says the same of a constant, with the numbers in the message of every compiler
// that takes them in a template.
template <auto Verdict, class Outcome = decltype(detail::outcome_of<Verdict>())>
    requires ctnn::detail::is_none<Outcome>
constexpr bool require() {
    return true;
}
#endif

} // namespace ctnn::verify
