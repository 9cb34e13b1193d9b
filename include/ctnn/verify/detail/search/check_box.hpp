#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/linear/neuron_phases.hpp>
#include <ctnn/verify/detail/search/bound_rows.hpp>
#include <ctnn/verify/detail/search/bound_with_multipliers.hpp>
#include <ctnn/verify/detail/search/box_finding.hpp>
#include <ctnn/verify/detail/search/cut_scores.hpp>
#include <ctnn/verify/detail/search/output_functions.hpp>
#include <ctnn/verify/detail/search/output_intervals.hpp>
#include <ctnn/verify/detail/search/sides.hpp>
#include <limits>

// A condition on one box, or on a region of it: proven, violated at a corner, or how to halve it.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// Of relus that may be on both sides of their bends: their numbers.
template <class Network, int Index, class Work>
constexpr void for_open_neurons(linear_chain<Network, Index> const& chain, Work const& work) {
    if constexpr (Index >= 0) {
        using here = linear_chain<Network, Index>;
        for_open_neurons(chain.before, work);
        if constexpr (is_relu_stage<typename here::stage>)
            for (std::size_t j = 0; j < here::outputs; ++j)
                if (chain.low[j] < 0 && chain.high[j] > 0)
                    work(here::number + j);
    }
}

template <class Network>
constexpr std::size_t count_open_neurons(output_functions<Network> const& functions) {
    std::size_t open = 0;
    for_open_neurons(functions.chain(), [&](std::size_t) { ++open; });
    return open;
}

// Whether the stack has room for multipliers, 512 bytes for each number before activations.
template <class Network>
inline constexpr bool can_be_split = chain_bounds<Network>::size <= 4096;

// `known` are bounds that hold in the region, if there are any; `bounds_found` gets those of this one.
template <class Network, class Condition>
    requires(number::detail::floats<typename Network::scalar>&& requires { Condition::outputs; })
constexpr auto check_box(Network const& net,
                         box<typename Network::scalar, Network::input_size> const& in,
                         Condition const& wanted, neuron_phases<Network> const& phases = {},
                         most_passes const& most = passes_in_a_constant<Network>,
                         chain_bounds<Network> const* known = nullptr,
                         chain_bounds<Network>* bounds_found = nullptr) {
    constexpr std::size_t inputs = Network::input_size;
    box_finding<typename Network::scalar, inputs> found;

    output_functions<Network> const functions(net, in, finds_largest(wanted), phases, known);
    if (bounds_found != nullptr)
        functions.save(*bounds_found);
    if (functions.empty()) {
        found.state = box_state::holds;
        found.margin = std::numeric_limits<double>::infinity();
        return found;
    }
    // A neuron is split instead of a side cut where fewer neurons are open than there are sides: of few
    // sides, halves soon decide most neurons; of many, they are hardly smaller.
    std::size_t const open = functions.known() ? count_open_neurons(functions) : 0;
    bool const splits = can_be_split<Network> && open > 0 && open < count_sides(in);
    least_bound<Network> least;
    if (functions.known()) {
        output_intervals<Network> intervals(functions.chain(), net, in);
        bound_rows(functions, intervals, in, wanted, phases,
                   open > 0 ? most.before_a_split : most.at_the_end,
                   splits || has_forward_functions<Network>, least);
    } else {
        least.margin = -std::numeric_limits<double>::infinity();
        least.holds = false;
    }
    found.margin = least.margin;
    found.passes = least.passes;
    if (least.holds) {
        found.state = box_state::holds;
        return found;
    }
    found.part = in;
    if (functions.known()) {
        found.margin_of_rest = least.left.margin;
        if (!least.is_open) {
            found.state = box_state::holds;
            found.margin = found.margin_of_rest;
            return found;
        }
        found.part = least.left.in;
        found.is_shrunk = !(found.part == in);
    }
    for (std::size_t i = 0; i < inputs; ++i)
        found.suspect[i] = least.steepness[i] < 0 ? found.part.upper[i] : found.part.lower[i];
    auto const y = net(found.suspect);
    if (wanted.is_violated_by(y)) {
        found.state = box_state::violated;
        return found;
    }
    auto const middle = middle_of_box(found.part);
    if (wanted.is_violated_by(net(middle))) {
        found.state = box_state::violated;
        found.suspect = middle;
        return found;
    }
    if (found.part.lower == found.part.upper && in.is_valid()) { // the only input in it
        found.margin = wanted.margin_of(y);
        if (found.is_shrunk && found.margin > found.margin_of_rest)
            found.margin = found.margin_of_rest;
        if (wanted.is_satisfied_by(y))
            found.state = box_state::holds;
        return found;
    }
    // Where a cut is worth most; where nothing tells, where the bound falls most, or the widest side.
    double scores[inputs]{};
    if (functions.known())
        score_cuts(functions.chain(), in, least.constraint, least.losses, scores);
    found.cut = where_to_cut<sides_to_cut::of_two>(found.part, scores, least.steepness);
    // The neuron whose line loses most.
    double most_lost = -1;
    if (splits)
        for_open_neurons(functions.chain(), [&](std::size_t i) {
            if (double const loss = magnitude_of(least.losses[i], 0); loss > most_lost) {
                most_lost = loss;
                found.split = i;
                found.suspect_is_on = least.losses[i] > 0;
            }
        });
    return found;
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
