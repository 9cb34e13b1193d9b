#pragma once

#include <array>
#include <cstddef>

// In a constant what is required and not proven must end the build, and the build must say where it
// fails. Compilers name the function that is not constexpr and the calls that led to it; clang tells
// their arguments, g++ does not, but tells those of templates, which clang before 18 cannot have.

namespace ctnn::error {

inline void the_property_does_not_hold() {}
inline void the_property_is_not_proven() {}
inline void the_property_is_proven_of_real_numbers_only() {}

// Templates, with a condition, because a constexpr function must have a constant result for some
// argument.
template <class T, std::size_t Size>
constexpr void an_input_that_violates_it(std::array<T, Size>, bool stops) {
    if (stops)
        the_property_does_not_hold();
}
template <class T, std::size_t Size>
constexpr void a_box_left_over(std::array<T, Size>, std::array<T, Size>, std::size_t, bool stops) {
    if (stops)
        the_property_is_not_proven();
}

template <class T, std::size_t Size>
constexpr void two_inputs_that_violate_it(std::array<T, Size>, std::array<T, Size>, bool stops) {
    if (stops)
        the_property_does_not_hold();
}
template <class Number>
constexpr void as_computed_it_may_be_off_by(Number, bool stops) {
    if (stops)
        the_property_is_proven_of_real_numbers_only();
}

template <auto Input>
struct the_property_does_not_hold_for {};
template <auto Input, auto Other>
struct the_property_does_not_hold_between {};
template <auto Slack>
struct the_property_is_proven_of_real_numbers_only_with_slack {};
template <auto Lower, auto Upper, std::size_t Boxes>
struct the_property_is_not_proven_from {};

} // namespace ctnn::error
