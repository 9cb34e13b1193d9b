#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/curve.hpp>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/detail/interval/curve_slopes.hpp>

namespace ctnn::verify {

/// The derivatives that an activation, as a real function, has in an interval: from the numbers before
/// it to an interval that holds (f(b) - f(a)) / (b - a) for any two of them. At a joint, as that of relu
/// at 0, these are all numbers between the derivatives on both sides, Clarke's generalised gradient.
///
/// An activation has a function `derivative_range` from `interval<double>` to `interval<double>`, or states
/// `facts` (concept/curve.hpp): straight pieces, or where its derivative turns and how exact that is.
///
/// `of<T>` is only asked with finite ends; T is the network's scalar, whose rounded constants count.
///
/// Shape:    one interval to one interval.
/// Cost:     that of the derivative two to four times.
/// Errors:   an activation without one does not compile in `gradient_bounds`.
/// Source:   F. H. Clarke, Optimization and Nonsmooth Analysis, 1983.
/// Example:  tests/verify/derivative_range.cpp
template <class Activation>
struct derivative_range {
    template <class T>
        requires(customization::has_a_derivative_range<Activation, interval<double>> ||
                 detail::has_slopes<Activation, T>)
    static constexpr interval<double> of(interval<double> const& x) {
        if constexpr (customization::has_a_derivative_range<Activation, interval<double>>)
            return Activation::derivative_range(x);
        else
            return detail::slopes_over<Activation, T>(x);
    }
};

} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
