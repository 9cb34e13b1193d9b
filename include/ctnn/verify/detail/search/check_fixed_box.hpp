#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/detail/arithmetic_in_use.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/search/box_finding.hpp>
#include <ctnn/verify/detail/search/sides.hpp>
#include <limits>

// A condition on one box of a network in fixed point, by interval arithmetic: its ends are exact for
// each neuron, and a box of one input is computed.

CTNN_NAMESPACE(ctnn::verify::detail) {

// By how much a constraint holds of all outputs in their intervals, with certainty; 0 or less where that
// is not so.
template <class T, std::size_t Outputs>
constexpr double certain_of_all(linear_constraint<Outputs> const& of,
                                std::array<interval<T>, Outputs> const& y) {
    std::array<T, Outputs> least{};
    for (std::size_t j = 0; j < Outputs; ++j)
        least[j] = of.coefficients[j] < 0 ? y[j].upper : y[j].lower;
    return of.certain(least);
}

template <concepts::network Network, std::size_t All, std::size_t Any>
    requires number::detail::goes_in_steps<typename Network::scalar>
constexpr auto check_box(Network const& net,
                         box<typename Network::scalar, Network::input_size> const& in,
                         condition<Network::output_size, All, Any> const& wanted) {
    using scalar = typename Network::scalar;
    constexpr std::size_t inputs = Network::input_size;
    box_finding<scalar, inputs> found;
    if (in.lower == in.upper) {
        auto const y = net(in.lower);
        found.suspect = in.lower;
        found.margin = wanted.margin_of(y);
        if (found.margin > 0)
            found.state = box_state::holds;
        else if (wanted.is_violated_by(y))
            found.state = box_state::violated;
        return found;
    }
    auto const y = bounds(net, in);
    found.margin = std::numeric_limits<double>::infinity();
    for (auto const& row : wanted.rows) {
        double most = -std::numeric_limits<double>::infinity();
        for (auto const& constraint : row)
            if (double const by = certain_of_all(constraint, y); by > most)
                most = by;
        found.margin = most < found.margin ? most : found.margin;
    }
    if (found.margin > 0) {
        found.state = box_state::holds;
        return found;
    }
    found.cut = widest_side(in);
    for (auto const& suspect : {middle_of_box(in), in.lower, in.upper})
        if (wanted.is_violated_by(net(suspect))) {
            found.state = box_state::violated;
            found.suspect = suspect;
            break;
        }
    return found;
}

} // CTNN_NAMESPACE(ctnn::verify::detail)
