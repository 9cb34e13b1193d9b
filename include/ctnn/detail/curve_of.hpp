#pragma once

#include <cstddef>
#include <ctnn/concept/curve.hpp>

// An activation's curve in a scalar, and what is derived from it.

namespace ctnn::detail {

template <class Activation, class T>
constexpr curve find_curve() {
    if constexpr (requires { Activation::facts.bend; })
        return Activation::facts;
    else if constexpr (requires { Activation::template facts<T>.bend; })
        return Activation::template facts<T>;
    else
        return curve{};
}

template <class Activation, class T>
inline constexpr curve curve_of = find_curve<Activation, T>();

// Where piece `index` ends.
constexpr double end_of_piece(curve const& of, std::size_t index) {
    return index + 1 < 4 ? of.pieces[index + 1].from : curves::infinity;
}

constexpr bool is_straight(curve const& of) {
    for (curves::piece const& p : of.pieces)
        if (p.is_there() && !p.is_straight())
            return false;
    return of.pieces[0].is_there();
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

// x above 0, and below 0 x times a number from 0 to 1.
template <class Activation>
constexpr bool find_bend_at_zero() {
    constexpr curve c = curve_of<Activation, double>;
    if constexpr (is_straight(c))
        return c.pieces[1].from == 0 && !c.pieces[2].is_there() && c.pieces[1].slope == 1 &&
               c.pieces[0].slope >= 0 && c.pieces[0].slope <= 1 && Activation::value(0.0) == 0;
    else
        return false;
}
template <class Activation>
inline constexpr bool bends_at_zero = find_bend_at_zero<Activation>();

// 0 below 0 and x above it, as the program computes it.
template <class Activation>
inline constexpr bool
    is_rectifier = bends_at_zero<Activation>&& curve_of<Activation, double>.pieces[0].slope == 0 &&
                   curve_of<Activation, double>.error.is_exact();

// x, cut off somewhere at one side or at both.
template <class Activation>
constexpr bool find_cut() {
    constexpr curve c = curve_of<Activation, double>;
    if constexpr (is_straight(c) && c.error.is_exact()) {
        bool has_line = false, cuts = false;
        for (std::size_t i = 0; i < 4 && c.pieces[i].is_there(); ++i) {
            double const from = c.pieces[i].from, to = end_of_piece(c, i);
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
