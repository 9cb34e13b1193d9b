#pragma once

#include <cstddef>
#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/follows_pieces.hpp>
#include <ctnn/concept/detail/with_names.hpp>
#include <ctnn/concept/output_bounds.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <type_traits>

// An activation's curve in a scalar, and what follows from it.

namespace ctnn::detail {

template <class Activation, class T>
constexpr curve find_curve() {
    if constexpr (customization::states_facts<Activation>)
        return Activation::facts;
    else if constexpr (customization::states_facts_in<Activation, T>)
        return Activation::template facts<T>;
    else
        return curve{};
}

constexpr bool are_in_order(curve const& facts) {
    if (facts.pieces[0].is_there() && facts.pieces[0].from != -curves::infinity)
        return false;
    for (std::size_t i = 0; i + 1 < 4; ++i)
        if (facts.pieces[i + 1].is_there() && !(facts.pieces[i].from < facts.pieces[i + 1].from))
            return false;
    return true;
}
constexpr bool turn_in_order(curve const& facts) {
    for (std::size_t i = 0; i < 4; ++i) {
        curves::inflection const& turn = facts.inflections[i];
        if (!turn.is_there())
            continue;
        if ((facts.bend != 1 && facts.bend != -1) ||
            !(turn.from <= turn.place && turn.place <= turn.to) ||
            (i > 0 && !(facts.inflections[i - 1].to < turn.from)))
            return false;
    }
    return true;
}
// (One that is not stated is as it was made: anything else that does not lie between two numbers would be left out.)
constexpr bool are_extrema(curves::extremum const (&all)[2]) {
    for (curves::extremum const& e : all)
        if (!e.is_there() && !(e.from == curves::infinity && e.to == -curves::infinity))
            return false;
    return true;
}
constexpr bool are_errors(curve const& facts) {
    return facts.error.of_value >= 0 && facts.error.of_argument >= 0 && facts.error.alone >= 0 &&
           facts.slope_error.of_slope >= 0 && facts.slope_error.alone >= 0 &&
           facts.slope_error.of_straight >= 0;
}
constexpr bool stays_within(curve const& facts, output_bounds const& bounds) {
    // (the value of an extremum is rounded away from the function)
    double const allowance =
        1e-6 * (bounds.upper - bounds.lower < 1 ? bounds.upper - bounds.lower : 1);
    for (curves::extremum const& e : facts.minima)
        if (e.is_there() && (e.value > bounds.upper || e.value < bounds.lower - allowance))
            return false;
    for (curves::extremum const& e : facts.maxima)
        if (e.is_there() && (e.value < bounds.lower || e.value > bounds.upper + allowance))
            return false;
    return true;
}
template <class Activation>
constexpr output_bounds stated_bounds() {
    if constexpr (customization::states_bounds<Activation>)
        return Activation::bounds;
    else
        return output_bounds{};
}

// (An activation that states no pieces may lack a value of a number, or in double.)
template <class Activation>
constexpr bool has_its_pieces() {
    constexpr curve c = find_curve<Activation, double>();
    if constexpr (c.pieces[0].is_there())
        return follows_pieces<Activation>(c);
    else
        return true;
}

struct activation_names {
    int facts, slope;
};
template <class Activation>
struct named_in_activation {
    using names = with_names<Activation, activation_names>;
    static constexpr bool facts = !requires { &names::facts; };
    static constexpr bool slope = !requires { &names::slope; };
};
template <class Activation>
    requires std::is_final_v<Activation>
struct named_in_activation<Activation> {
    static constexpr bool facts = requires { &Activation::facts; };
    static constexpr bool slope = requires { &Activation::slope; };
};

template <class Activation, class T>
concept finds_facts =
    customization::states_facts<Activation> || customization::states_facts_in<Activation, T>;

// The facts that contradict one another, or the values, or that would not be found.
template <class Activation, class T>
constexpr auto facts_diagnosis() {
    using activation = error::activation<Activation>;
    constexpr curve c = find_curve<Activation, T>();
    constexpr output_bounds bounds = stated_bounds<Activation>();
    if constexpr (!finds_facts<Activation, T> && named_in_activation<Activation>::facts)
        return typename activation::
            has_facts_that_are_neither_a_static_constexpr_curve_nor_such_a_template{};
    else if constexpr (!customization::has_a_slope<Activation, T> &&
                       named_in_activation<Activation>::slope)
        return typename activation::has_a_slope_that_is_no_static_template_of_a_double{};
    else if constexpr (!(bounds.lower <= bounds.upper))
        return typename activation::has_bounds_of_which_the_lower_is_above_the_upper{};
    else if constexpr (!are_in_order(c))
        return typename activation::
            has_facts_with_pieces_that_are_not_in_order_from_minus_infinity_on{};
    else if constexpr (!turn_in_order(c))
        return typename activation::
            has_facts_with_inflections_that_are_not_in_order_or_without_a_bend{};
    else if constexpr (!are_extrema(c.minima) || !are_extrema(c.maxima))
        return typename activation::has_facts_with_an_extremum_of_which_from_is_not_below_to{};
    else if constexpr (!(c.slopes.lower <= c.slopes.upper))
        return typename activation::has_facts_with_slopes_of_which_the_lower_is_above_the_upper{};
    else if constexpr (!are_errors(c))
        return typename activation::has_facts_with_an_error_below_0{};
    else if constexpr (!has_its_pieces<Activation>())
        return typename activation::has_facts_with_pieces_that_its_value_does_not_follow{};
    else if constexpr (!stays_within(c, bounds))
        return typename activation::has_facts_with_an_extremum_beyond_its_bounds{};
    else
        return error::none{};
}

template <class Activation, class T>
inline constexpr curve curve_of = find_curve<Activation, T>();

constexpr bool is_straight(curve const& facts) {
    for (curves::piece const& p : facts.pieces)
        if (p.is_there() && !p.is_straight())
            return false;
    return facts.pieces[0].is_there();
}

// x itself.
template <class Activation>
constexpr bool find_line() {
    constexpr curve c = curve_of<Activation, double>;
    if constexpr (is_straight(c) && c.error.is_exact())
        return !c.pieces[1].is_there() && c.pieces[0].slope == 1 && Activation::value(0.0) == 0;
    else
        return false;
}
template <class Activation>
inline constexpr bool is_line = find_line<Activation>();

// x above 0, up to `end_of_bend`, and below 0 x times a number from 0 to 1.
template <class Activation>
constexpr bool find_bend_at_zero() {
    constexpr curve c = curve_of<Activation, double>;
    if constexpr (is_straight(c))
        return c.pieces[1].from == 0 && c.pieces[1].slope == 1 && c.pieces[0].slope >= 0 &&
               c.pieces[0].slope <= 1 && Activation::value(0.0) == 0;
    else
        return false;
}
template <class Activation>
inline constexpr bool bends_at_zero = find_bend_at_zero<Activation>();
template <class Activation>
inline constexpr double end_of_bend = curve_of<Activation, double>.end_of_piece(1);

// 0 below 0 and x above it, up to `end_of_bend`, as the program computes it.
template <class Activation>
inline constexpr bool
    rectifies_at_zero = bends_at_zero<Activation>&& curve_of<Activation, double>.pieces[0].slope ==
                            0 &&
                        curve_of<Activation, double>.error.is_exact();

// The same without an end.
template <class Activation>
inline constexpr bool is_rectifier =
    rectifies_at_zero<Activation>&& end_of_bend<Activation> == curves::infinity;

// x, cut off on one side or on both, neither of which cuts off 0: a scale of integers always has a 0.
template <class Activation>
constexpr bool find_cut() {
    constexpr curve c = curve_of<Activation, double>;
    if constexpr (is_straight(c) && c.error.is_exact()) {
        bool has_line = false, cuts = false;
        if (!(Activation::value(0.0) == 0))
            return false;
        for (std::size_t i = 0; i < 4 && c.pieces[i].is_there(); ++i) {
            double const from = c.pieces[i].from, to = c.end_of_piece(i);
            double const end = from > -curves::infinity ? from : to;
            if (c.pieces[i].slope == 0)
                cuts = true;
            else if (has_line || c.pieces[i].slope != 1 || !(end < curves::infinity) ||
                     Activation::value(end) != end)
                return false;
            else
                has_line = true;
        }
        return has_line && cuts;
    } else {
        return false;
    }
}
template <class Activation>
inline constexpr bool cuts_off = find_cut<Activation>();

} // namespace ctnn::detail
