#pragma once

#include <array>
#include <cstddef>

#include "../catch.hpp"
#include "../support/compare.hpp"

// What the tests of all activations that mix their numbers share. Point is the oracle's vector_point.

namespace activation_oracle {

template <class Activation, class Scalar, class Point>
constexpr bool vector_agrees(Point const& at, double units) {
    auto const x = compare::converted<Scalar>(at.x);
    auto const y = Activation::forward(x);
    return compare::near(y, at.value, units) &&
           compare::near(Activation::backward(x, y, compare::converted<Scalar>(at.dy)),
                         at.derivative, units);
}

template <class Activation, class Scalar, class Points>
constexpr bool vectors_agree(Points const& points, double units) {
    for (auto const& at : points)
        if (!vector_agrees<Activation, Scalar>(at, units))
            return false;
    return true;
}

template <class Activation, class Points>
void check_vectors_on_the_machine(Points const& points, double units) {
    for (auto const& at : points) {
        CAPTURE(at.x[0], at.x[1], at.x[2]);
        CHECK(vector_agrees<Activation, double>(compare::opaque(at), units));
        CHECK(vector_agrees<Activation, float>(compare::opaque(at), units));
    }
}

// One NaN, or a positive infinity, makes every output NaN.
template <class Activation>
void check_that_nan_spreads() {
    for (std::size_t place = 0; place < 3; ++place)
        for (double const bad : {compare::not_a_number<double>, compare::infinity<double>}) {
            std::array<double, 3> x{0.5, -1, 2};
            x[place] = bad;
            for (double const y : Activation::forward(compare::opaque(x)))
                CHECK(y != y);
        }
}

} // namespace activation_oracle
