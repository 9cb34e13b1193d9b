#pragma once

#include <cstddef>

#include "../catch.hpp"
#include "../support/compare.hpp"
#include "oracle_values.hpp"

// What the tests of all losses share.

namespace loss_oracle {

template <class Scalar, class Loss>
constexpr bool agrees(Loss const& loss, point const& at, double units) {
    auto const y = compare::converted<Scalar>(at.y);
    auto const t = compare::converted<Scalar>(at.target);
    return compare::near(loss.value(y, t), at.value, units) &&
           compare::near(loss.derivative(y, t), at.derivative, units);
}

// The same of a loss behind the activation with which it is one.
template <class Scalar, class Activation, class Loss>
constexpr bool agrees_behind(Loss const& loss, point const& at, double units) {
    auto const v = compare::converted<Scalar>(at.y);
    auto const t = compare::converted<Scalar>(at.target);
    auto y = v;
    if constexpr (requires { Activation::forward(v); })
        y = Activation::forward(v);
    else
        for (std::size_t i = 0; i < v.size(); ++i)
            y[i] = Activation::value(v[i]);
    return compare::near(loss.value(Activation{}, v, y, t), at.value, units) &&
           compare::near(loss.derivative(Activation{}, v, y, t), at.derivative, units);
}

template <class Scalar, class Loss, std::size_t Size>
constexpr bool agrees_everywhere(Loss const& loss, point const (&points)[Size], double units) {
    for (point const& at : points)
        if (!agrees<Scalar>(loss, at, units))
            return false;
    return true;
}

template <class Scalar, class Activation, class Loss, std::size_t Size>
constexpr bool agrees_everywhere_behind(Loss const& loss, point const (&points)[Size],
                                        double units) {
    for (point const& at : points)
        if (!agrees_behind<Scalar, Activation>(loss, at, units))
            return false;
    return true;
}

template <class Loss, std::size_t Size>
void check_on_the_machine(Loss const& loss, point const (&points)[Size], double units) {
    for (point const& at : points) {
        CAPTURE(at.y[0], at.y[1], at.y[2]);
        CHECK(agrees<double>(loss, compare::opaque(at), units));
        CHECK(agrees<float>(loss, compare::opaque(at), units));
    }
}

template <class Activation, class Loss, std::size_t Size>
void check_on_the_machine_behind(Loss const& loss, point const (&points)[Size], double units) {
    for (point const& at : points) {
        CAPTURE(at.y[0], at.y[1], at.y[2]);
        CHECK(agrees_behind<double, Activation>(loss, compare::opaque(at), units));
        CHECK(agrees_behind<float, Activation>(loss, compare::opaque(at), units));
    }
}

// One NaN anywhere makes the value NaN, and the derivative where it is.
template <class Loss>
void check_that_nan_stays_nan(Loss const& loss) {
    for (double const target : {0.0, 1.0, 0.5})
        for (std::size_t place = 0; place < 2; ++place) {
            std::array<double, 2> y{0.5, 0.25};
            std::array<double, 2> const t{target, target};
            y[place] = compare::not_a_number<double>;
            y = compare::opaque(y);
            double const value = loss.value(y, t);
            double const slope = loss.derivative(y, t)[place];
            CAPTURE(target, place);
            CHECK(value != value);
            CHECK(slope != slope);
        }
}

} // namespace loss_oracle
