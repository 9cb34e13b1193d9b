#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstdint>
#include <ctnn/concept/output_bounds.hpp>
#include <limits>

namespace ctnn::curves {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double curved = std::numeric_limits<double>::quiet_NaN(); // the slope of a piece

// The graph from `from` to where the next piece begins, the last one to infinity: straight, with this slope, or
// `curved`. The function does not jump where pieces meet.
struct piece {
    double from = infinity;
    double slope = curved;

    constexpr bool is_there() const { return from < infinity; }
    constexpr bool is_straight() const { return slope == slope; }
};

// The function has a minimum or a maximum between `from` and `to`, and does not go beyond `value` there. Leave room at
// both sides, as both are rounded to the network's scalar.
struct extremum {
    double from = infinity, to = -infinity, value = 0;

    constexpr bool is_there() const { return from < to; }
};

// Where the function turns from convex to concave or back: at `at`, to all digits of a double, and not outside
// `from` to `to`. The derivative has its extrema there.
struct inflection {
    double at = infinity;
    double from = at - 1e-7, to = at + 1e-6;

    constexpr bool is_there() const { return at < infinity; }
};

// How far the program's value is from the function, for the same number before it, at most: in epsilons of the
// value, epsilons of that number, and epsilons.
struct value_error {
    double of_value = infinity, of_argument = 0, alone = 0;

    constexpr bool is_known() const { return of_value < infinity; }
    constexpr bool is_exact() const { return of_value == 0 && of_argument == 0 && alone == 0; }
};

// How far `slope`, or else `derivative`, is from the real derivative in double, at most: in epsilons of
// the derivative, and a number. Of straight pieces: by how many epsilons of the network's scalar the slope that the
// program uses may differ from the one that is stated.
struct slope_error {
    double of_slope = infinity, alone = 0;
    double of_straight = 0;

    constexpr bool is_known() const { return of_slope < infinity; }
};

// By how many steps the value in fixed point may fall where the function grows, of 32 bits and of fewer.
struct falls {
    int of_32_bits = -1, of_fewer = -1;

    constexpr bool is_known() const { return of_fewer >= 0; }
    template <class T>
    static constexpr int of(falls const& steps) {
        return T::bits == 32 ? steps.of_32_bits : steps.of_fewer;
    }
};
// What is made of one exp, logarithm, tanh or logistic, and what is made of one erf.
inline constexpr falls of_a_function{5, 0}, of_erf{5, 1};

// The distance of neighbours in fixed point.
template <class T>
inline constexpr double step = 1 / static_cast<double>(std::int64_t{1} << T::fraction_bits);

// How far a constant, as it is stored in fixed point, is from the real one.
template <class T>
constexpr double constant_error(double constant) {
    double const off = static_cast<double>(T(constant)) - constant;
    return off < 0 ? -off : off;
}

} // namespace ctnn::curves

namespace ctnn {

/// What is known of an activation's graph. An activation that acts on each number alone may state it,
/// `static constexpr ctnn::curve facts{.pieces = {{-ctnn::curves::infinity, 0}, {0, 1}}, .error = {0}};`,
/// as a template of the scalar if its settings are rounded to that. Proofs and approximations derive
/// everything else from these facts; each may be left out. None of them slows the activation down.
///
/// | fact | what it gives |
/// | --- | --- |
/// | pieces | exact intervals, if all are straight; slopes at joints; what is done for relu, if it is one |
/// | minima, maxima, error | intervals, of a function that turns nowhere else; linear bounds that hold for real numbers |
/// | slopes, bend, inflections, slope_error | derivatives; lines that follow the graph; `bend` is 1 where it begins convex, -1 where it begins concave, and turns at each inflection |
/// | rises_in_float | `monotone`, in float |
/// | is_gated | narrower intervals in fixed point, of x times a function that grows from 0 to 1 |
/// | falls | the same; of a gated function, by how much that other one falls |
/// | keeps_range | `no_overflow`: in fixed point nothing on the way is larger than the larger of |x| and 1 |
///
/// Besides, an activation may have `slope<T>(double x)`, its derivative where `derivative` loses digits,
/// `fixed_point_error<T>(double magnitude)`, how far it is from the real function in fixed point
/// for numbers up to that, and `fixed_point_room(interval)`, how many steps it is from saturating.
///
/// Shape:    no more than four pieces and inflections, two minima and maxima.
/// Cost:     none at run time.
/// Errors:   facts that contradict one another, or pieces that the value leaves at some places that are tried, do
///           not compile; whether the others are true, nobody checks.
/// Example:  tests/concept/curve.cpp
struct curve {
    curves::piece pieces[4]{};
    curves::extremum minima[2]{}, maxima[2]{};
    output_bounds slopes{}; // of the curved pieces
    int bend = 0;
    curves::inflection inflections[4]{};
    curves::value_error error{};
    curves::slope_error slope_error{};
    bool rises_in_float = false;
    bool is_gated = false;
    curves::falls falls{};
    bool keeps_range = false;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
