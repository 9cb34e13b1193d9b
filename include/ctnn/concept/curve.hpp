#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <cstdint>
#include <ctnn/concept/output_bounds.hpp>
#include <limits>

namespace ctnn::curves {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double curved = std::numeric_limits<double>::quiet_NaN(); // the slope of a piece

// The graph from `from` to the start of the next piece, or to infinity: straight, with this slope, or `curved`.
// The function does not jump where pieces meet.
struct piece {
    double from = infinity;
    double slope = curved;

    constexpr bool is_there() const { return from < infinity; }
    constexpr bool is_straight() const { return slope == slope; }
};

// The function has a minimum or a maximum between `from` and `to` and does not go beyond `value` there. Leave room on
// both sides, because both are rounded to the network's scalar.
struct extremum {
    double from = infinity, to = -infinity, value = 0;

    constexpr bool is_there() const { return from < to; }
};

// Where the function changes between convex and concave: at `place`, to all digits of a double, and always between
// `from` and `to`. The derivative has its extrema there.
struct inflection {
    double place = infinity;
    double from = place - 1e-7, to = place + 1e-6;

    constexpr bool is_there() const { return place < infinity; }
};

// The largest error of the program's value for a given argument: in epsilons of the value, epsilons of the argument,
// and epsilons.
struct value_error {
    double of_value = infinity, of_argument = 0, alone = 0;

    constexpr bool is_known() const { return of_value < infinity; }
    constexpr bool is_exact() const { return of_value == 0 && of_argument == 0 && alone == 0; }
};

// The largest error in double of `slope`, or else of `derivative`: in epsilons of the derivative, and as a number.
// For straight pieces: by how many epsilons of the network's scalar the program's slope may differ from the stated
// one.
struct slope_error {
    double of_slope = infinity, alone = 0;
    double of_straight = 0;

    constexpr bool is_known() const { return of_slope < infinity; }
};

// By how many steps the fixed-point value may fall where the function grows, with 32 bits and with fewer.
struct falls {
    int of_32_bits = -1, of_fewer = -1;

    constexpr bool is_known() const { return of_fewer >= 0; }
    template <class T>
    static constexpr int of(falls const& steps) {
        return T::bits == 32 ? steps.of_32_bits : steps.of_fewer;
    }
};
// For functions built on one exp, logarithm, tanh or logistic, and for functions built on one erf.
inline constexpr falls of_a_function{5, 0}, of_erf{5, 1};

// The distance between neighbours in fixed point.
template <class T>
inline constexpr double step = 1 / static_cast<double>(std::int64_t{1} << T::fraction_bits);

// How far a constant stored in fixed point is from the real one.
template <class T>
constexpr double constant_error(double constant) {
    double const off = static_cast<double>(T(constant)) - constant;
    return off < 0 ? -off : off;
}

} // namespace ctnn::curves

namespace ctnn {

/// What is known of an activation's graph. An activation that acts on each number alone may state it as
/// `static constexpr ctnn::curve facts{.pieces = {{-ctnn::curves::infinity, 0}, {0, 1}}, .error = {0}};`,
/// or as a template of the scalar if its settings are rounded to the scalar. Proofs and approximations
/// derive everything else from these facts. Each is optional, and none slows the activation down.
///
/// | fact | what it gives |
/// | --- | --- |
/// | pieces | exact intervals, if all are straight; slopes at joints; relu's special treatment, if it is a relu |
/// | minima, maxima, error | intervals, if it has no other extrema; linear bounds that hold for real numbers |
/// | slopes, bend, inflections, slope_error | derivatives; lines that follow the graph; `bend` is 1 where it begins convex, -1 where it begins concave, and turns at each inflection |
/// | rises_in_float | `monotone`, in float |
/// | is_gated | narrower intervals in fixed point, for x times a function that grows from 0 to 1 |
/// | falls | the same; for a gated function, by how much that other function falls |
/// | keeps_range | `no_overflow`: in fixed point nothing on the way is larger than the larger of |x| and 1 |
///
/// An activation may also have `slope<T>(double x)`, its derivative where `derivative` loses digits;
/// `fixed_point_error<T>(double magnitude)`, its largest error in fixed point for numbers up to that
/// magnitude; and `fixed_point_headroom(interval)`, how many steps it is from saturating.
///
/// Shape:    at most four pieces and four inflections, two minima and two maxima.
/// Cost:     none at run time.
/// Errors:   facts that contradict one another do not compile, nor do pieces that the value leaves at the places
///           that are tried. The library cannot check the other facts.
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

    constexpr double end_of_piece(std::size_t index) const {
        return index + 1 < 4 ? pieces[index + 1].from : curves::infinity;
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
