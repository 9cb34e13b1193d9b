#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/detail/interval/curve_range.hpp>
#include <ctnn/verify/detail/interval/log_softmax_range.hpp>
#include <ctnn/verify/detail/interval/softmax_range.hpp>

namespace ctnn::verify {

/// The range of an activation: from an interval before it to an interval that holds what the program
/// computes for any number in it. It comes from the first of these that the activation has:
/// `static constexpr bool is_nondecreasing = true`, if the value as it is computed, roundings included,
/// never falls where x grows; a function `range` for intervals; what its `facts` say (concept/curve.hpp); its
/// `value`, if that computes without comparing.
///
/// `of` is only asked with finite ends.
///
/// Shape:    one interval to one interval; of an activation that mixes its numbers, as softmax does,
///           an array of them to another.
/// Cost:     that of the activation twice; softmax and log_softmax: 2 N^2 exp.
/// Errors:   an activation that has none of them does not compile.
/// Source:   this library; the errors are argued for in docs/verification.md.
/// Example:  tests/verify/activation_range.cpp
template <class Activation>
struct activation_range {
    template <class X>
    static constexpr auto of(X const& x) requires detail::has_range_of<Activation, X> {
        if constexpr (customization::normalizes_exponentials<Activation>)
            return detail::softmax_range(x);
        else if constexpr (customization::gives_log_probabilities<Activation>)
            return detail::log_softmax_range(x);
        else if constexpr (customization::never_falls<Activation>)
            return detail::exact_range<Activation>(x);
        else if constexpr (customization::has_a_range<Activation, X>)
            return Activation::range(x);
        else if constexpr (detail::has_curve_range<Activation, X>)
            return detail::curve_range<Activation>(x);
        else
            return Activation::value(x);
    }
};

} // namespace ctnn::verify

namespace ctnn::number {

// What the activations inside a cell make of an interval (placed/cell_activation.hpp).
template <class Activation, class T>
constexpr auto activation_range_of(Activation, interval<T> const& x) {
    return verify::activation_range<Activation>::of(x);
}

} // namespace ctnn::number

#include <ctnn/config/epilogue.hpp>
