#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/gradient/steepness.hpp>
#include <ctnn/verify/gradient_bounds.hpp>

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// A Lipschitz constant of a network over a box, in the norm of the largest number on both sides: for
/// any a and b in the box no output changes by more than this times the largest |b[i] - a[i]|. It is
/// the largest sum of a row of `gradient_bounds`, inputs of which the ends are equal left out.
///
/// It covers *real arithmetic*, every rounding of this computation included, and not the rounded
/// program, which may change by a last place where an input does. It is infinite where nothing is known.
///
/// Shape:    a network, a box of its inputs; a double.
/// Cost:     that of `gradient_bounds`.
/// Errors:   those of `gradient_bounds`.
/// Source:   F. H. Clarke, Optimization and Nonsmooth Analysis, 1983, 2.6.
/// Example:  tests/verify/lipschitz_below.cpp
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::gradient_box_diagnosis<Network, Box>>
    requires ctnn::detail::is_none<Diagnosis>
constexpr double lipschitz_bound(Network const& net, Box const& inputs) {
    return detail::steepness<Network>(net, inputs).limit;
}

// Chosen for a network or a box that does not fit, so that the compiler prints the diagnosis.
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::gradient_box_diagnosis<Network, Box>>
    requires(!ctnn::detail::is_none<Diagnosis>)
void lipschitz_bound(Network const&, Box const&) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
