#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/difference/difference_chain.hpp>
#include <ctnn/verify/detail/search/difference_diagnosis.hpp>

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// Bounds of the differences between a network's outputs and those of an approximation of it, the same
/// one in fixed point or in integers of 8 bits: for every input in the box, as both programs compute
/// them. Differences are carried through both networks layer by layer, so they are much narrower than
/// the difference of two `bounds`.
///
/// Shape:    a network of float or double, an approximation of it as `output_error` takes it, a box of
///           the network's inputs; output_size intervals of double, .lower and .upper.
/// Cost:     about eight forward passes.
/// Errors:   an approximation with other layers, layers that are neither affine nor activations, and activations
///           of your own do not compile. Where anything overflows, or the box is not valid, all intervals
///           are `everything`.
/// Source:   B. Paulsen, J. Wang, C. Wang, "ReluDiff: differential verification of deep neural
///           networks", ICSE 2020.
/// Example:  tests/verify/equivalent.cpp
template <concepts::network Network, class Approximation, class Box = detail::box_of<Network>,
          class Diagnosis = detail::difference_diagnosis<Network, Approximation, Box>>
    requires ctnn::detail::is_none<Diagnosis>
constexpr std::array<interval<double>, Network::output_size>
difference_bounds(Network const& net, Approximation const& approximation, Box const& inputs) {
    auto const side = detail::side_of(net, approximation);
    detail::difference_chain<Network, decltype(side)> const chain(net, side, inputs);
    auto result = chain.difference;
    for (auto& d : result)
        d = interval<double>::of(d.lower, d.upper);
    if (!chain.known || !detail::all_known(result))
        detail::forget_all(result);
    return result;
}

// Chosen for arguments that do not fit, so that the compiler prints the diagnosis.
template <concepts::network Network, class Approximation, class Box = detail::box_of<Network>,
          class Diagnosis = detail::difference_diagnosis<Network, Approximation, Box>>
    requires(!ctnn::detail::is_none<Diagnosis>)
void difference_bounds(Network const&, Approximation const&, Box const&) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
