#pragma once

#include <cstddef>
#include <limits>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "point.hpp"

// What the tests of all elementwise activations share.

namespace activation_oracle {

// The x of the first point at which the value or the derivative is off by more than some units of
// rounding, or NaN.
template <class Activation, class Scalar, std::size_t Size>
constexpr double first_wrong(point const (&points)[Size], double units) {
    for (point const& at : points) {
        Scalar const x = static_cast<Scalar>(at.x);
        Scalar const y = Activation::value(x);
        if (!compare::near(y, at.value, units) ||
            !compare::near(Activation::derivative(x, y), at.derivative, units))
            return at.x;
    }
    return compare::not_a_number<double>;
}

template <class Activation, class Scalar, std::size_t Size>
constexpr bool agrees(point const (&points)[Size], double units) {
    double const wrong = first_wrong<Activation, Scalar>(points, units);
    return wrong != wrong;
}

template <class Activation, class Scalar, std::size_t Size>
void check_on_the_machine(point const (&points)[Size], double units) {
    for (point const& at : points) {
        Scalar const x = compare::opaque(static_cast<Scalar>(at.x));
        Scalar const y = Activation::value(x);
        CAPTURE(at.x, y, at.value);
        CHECK(compare::near(y, at.value, units));
        CHECK(compare::near(Activation::derivative(x, y), at.derivative, units));
    }
}

template <class Activation>
void check_that_nan_stays_nan() {
    double const d = Activation::value(compare::opaque(compare::not_a_number<double>));
    float const f = Activation::value(compare::opaque(compare::not_a_number<float>));
    CHECK(d != d);
    CHECK(f != f);
}

template <class Activation>
double at(double x) {
    return Activation::value(compare::opaque(x));
}
template <class Activation>
double slope_at(double x) {
    double const hidden = compare::opaque(x);
    return Activation::derivative(hidden, Activation::value(hidden));
}

} // namespace activation_oracle
