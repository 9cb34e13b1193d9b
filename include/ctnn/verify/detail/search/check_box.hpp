#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/detail/interval_end.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/linear/neuron_phases.hpp>
#include <ctnn/verify/detail/search/bound_with_multipliers.hpp>
#include <ctnn/verify/detail/search/box_finding.hpp>
#include <ctnn/verify/detail/search/multipliers.hpp>
#include <ctnn/verify/detail/search/output_functions.hpp>
#include <ctnn/verify/detail/search/output_intervals.hpp>
#include <ctnn/verify/detail/search/sides.hpp>
#include <limits>

// A condition on one box, or on a region of it: proven, violated at a corner, or how to halve it.

CTNN_NAMESPACE(ctnn::verify::detail) {

// The least bound of a condition's rows, and what led to it.
template <class Network>
struct least_bound {
    double margin = std::numeric_limits<double>::infinity();
    double steepness[Network::input_size]{};      // coefficients of the inputs
    double losses[chain_bounds<Network>::size]{}; // of neurons' lines
    std::size_t passes = 0;
    bool holds = true; // of all rows: their bounds are above 0, or 0 suffices
};

// What functions cannot show of a constraint, because of their roundings or because they know only
// orders after softmax, intervals of the outputs may show.
template <class Network>
constexpr bool is_for_intervals(linear_constraint<Network::output_size> const& of, double bound) {
    using functions = output_functions<Network>;
    return !(bound > 0) &&
           (of.zero_suffices || (!functions::is_elementwise && !functions::is_order(of)));
}

template <class Network, class Condition>
constexpr void bound_rows(output_functions<Network> const& functions,
                          output_intervals<Network>& intervals, Condition const& wanted,
                          neuron_phases<Network> const& phases, std::size_t passes,
                          least_bound<Network>& least) {
    constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;
    // As many rows at a time as there are lanes for.
    for (std::size_t first = 0, last = 0; first < wanted.rows.size(); first = last) {
        linear_constraint<outputs> all[functionals_at_once]{};
        double bounds[functionals_at_once]{}, at_inputs[inputs * functionals_at_once]{};
        std::size_t count = 0;
        for (; last < wanted.rows.size() &&
               (last == first || count + wanted.rows[last].size() <= functionals_at_once);
             ++last)
            for (auto const& constraint : wanted.rows[last])
                all[count++] = constraint;
        functions.bound(all, count, bounds, at_inputs);
        bool held[functionals_at_once]{};
        for (std::size_t k = 0; k < count; ++k)
            if (is_for_intervals<Network>(all[k], bounds[k]) && intervals.satisfy(all[k])) {
                held[k] = true;
                bounds[k] = intervals.margin_of(all[k]);
            }
        auto const best_of_row = [&](std::size_t r, std::size_t& k) {
            std::size_t best = k;
            for (std::size_t const end = k + wanted.rows[r].size(); k < end; ++k)
                if (bounds[k] > bounds[best] || (held[k] && bounds[k] == bounds[best]))
                    best = k;
            return best;
        };
        auto const keep_least = [&](auto const& keep_losses) {
            for (std::size_t r = first, k = 0; r < last; ++r) {
                std::size_t const best = best_of_row(r, k);
                // (a NaN is no margin)
                double const of_row = bounds[best] > -std::numeric_limits<double>::infinity()
                                          ? bounds[best]
                                          : -std::numeric_limits<double>::infinity();
                least.holds = least.holds && (of_row > 0 || held[best]);
                if (of_row < least.margin || r == 0) {
                    least.margin = of_row;
                    for (std::size_t i = 0; i < inputs; ++i)
                        least.steepness[i] = at_inputs[i * functionals_at_once + best];
                    keep_losses(best);
                }
            }
        };
        if (passes == 0) {
            keep_least([](std::size_t) {});
            continue;
        }
        open_constraints<Network> open;
        for (std::size_t r = first, k = 0; r < last; ++r) {
            std::size_t const begin = k;
            std::size_t const best = best_of_row(r, k);
            if (!(bounds[best] > 0) && !held[best])
                open.add(all, begin, k, r);
        }
        multipliers<Network> of(phases);
        if (open.count > 0)
            least.passes += bound_with_multipliers(functions, open, passes, of, bounds, at_inputs);
        keep_least([&](std::size_t best) {
            std::size_t const lane = open.lane_of(best);
            for (std::size_t i = 0; i < of.neurons; ++i)
                least.losses[i] = lane < open.count ? of.loss(i, lane) : 0;
        });
    }
}

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
    bool const splits = open > 0 && open < count_sides(in);
    least_bound<Network> least;
    if (functions.known()) {
        output_intervals<Network> intervals(functions.chain(), net, in);
        bound_rows(functions, intervals, wanted, phases,
                   !phases.any() ? (splits ? 1 : 0)
                   : open > 0    ? most.before_a_split
                                 : most.at_the_end,
                   least);
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
    for (std::size_t i = 0; i < inputs; ++i)
        found.suspect[i] = least.steepness[i] < 0 ? in.upper[i] : in.lower[i];
    auto const y = net(found.suspect);
    if (wanted.is_violated_by(y)) {
        found.state = box_state::violated;
        return found;
    }
    auto const middle = middle_of_box(in);
    if (wanted.is_violated_by(net(middle))) {
        found.state = box_state::violated;
        found.suspect = middle;
        return found;
    }
    if (in.lower == in.upper && in.is_valid()) { // the only input in it
        found.margin = wanted.margin_of(y);
        if (wanted.is_satisfied_by(y))
            found.state = box_state::holds;
        return found;
    }
    // Where the function falls most over the box; where nothing tells, the widest side.
    found.cut = where_to_cut<sides_to_cut::of_two>(in, least.steepness);
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

} // CTNN_NAMESPACE(ctnn::verify::detail)
