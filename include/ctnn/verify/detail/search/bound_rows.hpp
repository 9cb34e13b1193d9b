#pragma once

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/linear/minimum.hpp>
#include <ctnn/verify/detail/linear/neuron_phases.hpp>
#include <ctnn/verify/detail/search/bound_with_multipliers.hpp>
#include <ctnn/verify/detail/search/combination.hpp>
#include <ctnn/verify/detail/search/multipliers.hpp>
#include <ctnn/verify/detail/search/output_functions.hpp>
#include <ctnn/verify/detail/search/output_intervals.hpp>
#include <ctnn/verify/detail/search/shrink.hpp>
#include <limits>

// Bounds of all rows of a condition over a box or a region of it, and what the open ones leave of the box.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// The least bound of a condition's rows, and what led to it; what all rows leave.
template <class Network>
struct least_bound {
    static constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;

    double margin = std::numeric_limits<double>::infinity();
    double steepness[inputs]{};                   // coefficients of the inputs
    double losses[chain_bounds<Network>::size]{}; // of neurons' lines
    linear_constraint<outputs> constraint{};
    std::size_t passes = 0;
    bool holds = true;    // of all rows: their bounds are above 0, or 0 suffices
    bool is_open = false; // something is left
    shrunk_box<typename Network::scalar, inputs> left{};

    constexpr void leave(shrunk_box<typename Network::scalar, inputs> const& row) {
        if (row.is_empty())
            left.margin = row.margin < left.margin ? row.margin : left.margin;
        else if (is_open)
            left.add(row);
        else
            left.in = row.in, left.margin = smaller(left.margin, row.margin), is_open = true;
    }
};

// What functions cannot show of a constraint, because of their roundings or because they know only
// orders after softmax, intervals of the outputs may show.
template <class Network>
constexpr bool is_for_intervals(linear_constraint<Network::output_size> const& constraint,
                                double bound) {
    using functions = output_functions<Network>;
    return !(bound > 0) && (constraint.zero_suffices ||
                            (!functions::is_elementwise && !functions::is_order(constraint)));
}

// What lines lose where there are no multipliers: rows for a pass that tells it.
template <class Network>
struct losses_of_lines {
    static constexpr std::size_t size = chain_bounds<Network>::size;
    static constexpr std::array<std::size_t, size> no_slots = [] {
        std::array<std::size_t, size> places{};
        places.fill(no_slot);
        return places;
    }();
    double losses[size * minimum_lanes]{}; // (0 where no line is taken)

    constexpr minimum_rows rows(std::size_t functions, double const* at_inputs) {
        return {no_slots.data(), nullptr, at_inputs, nullptr, losses, functions};
    }
    constexpr double loss(std::size_t neuron, std::size_t lane) const {
        return losses[neuron * minimum_lanes + lane];
    }
};

// As many rows at a time as there are lanes for, from one on.
template <class Network, class Condition>
class rows_at_once {
public:
    static constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;
    using box_type = box<typename Network::scalar, inputs>;
    using functions_type = output_functions<Network>;
    using phases_type = neuron_phases<Network>;

    constexpr rows_at_once(functions_type const& functions, output_intervals<Network>& intervals,
                           box_type const& in, Condition const& wanted, std::size_t first)
        : functions_(functions), in_(in), wanted_(wanted), first_(first), last_(first) {
        for (; last_ < wanted.rows.size() &&
               (last_ == first || count_ + wanted.rows[last_].size() <= functionals_at_once);
             ++last_)
            for (auto const& constraint : wanted.rows[last_])
                all_[count_++] = constraint;
        functions.bound(all_, count_, bounds_, slopes_);
        for (std::size_t k = 0; k < count_; ++k)
            if (is_for_intervals<Network>(all_[k], bounds_[k]) && intervals.satisfy(all_[k])) {
                held_[k] = true;
                bounds_[k] = intervals.margin_of(all_[k]);
            }
    }

    constexpr std::size_t last() const { return last_; }

    // Without phases: a second function for each row that is open, if it is of use.
    constexpr void finish(bool wants_losses, least_bound<Network>& least) const {
        if (!any_open())
            return keep(no_loss, no_loss, nullptr, least);
        second_functions second;
        choose(second, wants_losses);
        if (second.constraints.count == 0)
            return keep(no_loss, no_loss, nullptr, least);
        losses_of_lines<Network> lost;
        minimum_rows const minimum = lost.rows(second.constraints.count, second.slopes);
        functions_.bound(second.constraints.all, second.constraints.count, second.bounds,
                         second.slopes, &minimum);
        ++least.passes;
        keep(
            no_loss, [&](std::size_t neuron, std::size_t lane) { return lost.loss(neuron, lane); },
            &second, least);
    }

    // With phases: with multipliers for these, and then for a combination.
    constexpr void finish(phases_type const& phases, std::size_t passes,
                          least_bound<Network>& least) {
        if (!any_open())
            return keep(no_loss, no_loss, nullptr, least);
        multipliers<Network> first(phases);
        open_constraints<Network> open;
        for (std::size_t r = first_, k = 0; r < last_; ++r) {
            std::size_t const begin = k;
            if (!holds(best_of_row(r, k)))
                open.add(all_, begin, k, r);
        }
        least.passes += bound_with_multipliers(functions_, open, passes, first, bounds_, slopes_);
        auto const loss = [&](std::size_t neuron, std::size_t best) {
            std::size_t const lane = open.lane_of(best);
            return lane < open.count ? first.loss(neuron, lane) : 0;
        };
        second_functions second;
        choose(second, false);
        if (second.constraints.count == 0)
            return keep(loss, no_loss, nullptr, least);
        multipliers<Network> of_second(phases);
        for (double& bound : second.bounds)
            bound = -std::numeric_limits<double>::infinity();
        least.passes += bound_with_multipliers(functions_, second.constraints, passes, of_second,
                                               second.bounds, second.slopes);
        keep(
            loss,
            [&](std::size_t neuron, std::size_t lane) { return of_second.loss(neuron, lane); },
            &second, least);
    }

private:
    // Of rows that are open: one more constraint each, and a function below it.
    struct second_functions {
        open_constraints<Network> constraints{};
        double bounds[functionals_at_once]{}, slopes[inputs * functionals_at_once]{};
    };

    static constexpr double no_loss(std::size_t, std::size_t) { return 0; }

    constexpr bool any_open() const {
        bool all_hold = true;
        for (std::size_t r = first_, k = 0; r < last_; ++r)
            all_hold = holds(best_of_row(r, k)) && all_hold;
        return !all_hold;
    }

    // Of a row that begins at k: where its largest bound is. k becomes its end.
    constexpr std::size_t best_of_row(std::size_t r, std::size_t& k) const {
        std::size_t best = k;
        for (std::size_t const end = k + wanted_.rows[r].size(); k < end; ++k)
            if (bounds_[k] > bounds_[best] || (held_[k] && bounds_[k] == bounds_[best]))
                best = k;
        return best;
    }
    constexpr bool holds(std::size_t k) const { return bounds_[k] > 0 || held_[k]; }

    // A combination of the constraints of a row that is open, or the best of these where losses are asked for.
    constexpr void choose(second_functions& second, bool wants_losses) const {
        for (std::size_t r = first_, k = 0; r < last_ && second.constraints.count < minimum_lanes;
             ++r) {
            std::size_t const begin = k, best = best_of_row(r, k), size = k - begin;
            if (holds(best) || !(bounds_[best] > -1e100))
                continue;
            linear_constraint<outputs> one = all_[best];
            bool const is_combined = size > 1 && combine(begin, size, one);
            if (is_combined || wants_losses) {
                second.constraints.add(&one, 0, 1, r);
                second.constraints.places[second.constraints.count - 1] =
                    second.constraints.count - 1;
            }
        }
    }
    constexpr bool combine(std::size_t begin, std::size_t size,
                           linear_constraint<outputs>& to) const {
        if constexpr (functions_type::is_elementwise) {
            if (size > most_in_a_combination)
                return false;
            for (std::size_t c = begin; c < begin + size; ++c)
                if (!(bounds_[c] > -1e100))
                    return false;
            double radii[inputs]{}, sizes[outputs]{};
            for (std::size_t i = 0; i < inputs; ++i)
                radii[i] = 0.5 * static_cast<double>(in_.upper[i]) -
                           0.5 * static_cast<double>(in_.lower[i]);
            for (std::size_t j = 0; j < outputs; ++j) {
                sizes[j] = functions_.largest_output(j);
                if (!(sizes[j] < 1e100))
                    return false;
            }
            unsigned shares[most_in_a_combination]{};
            search_of_shares<inputs> search(
                {bounds_ + begin, slopes_ + begin, functionals_at_once, size}, radii);
            if (!search.find(shares))
                return false;
            to = combined(all_ + begin, shares, size, sizes);
            return true;
        } else {
            return false;
        }
    }

    // `loss` of a neuron for the constraint at a place, `second_loss` for that in a lane.
    constexpr void keep(auto const& loss, auto const& second_loss, second_functions const* second,
                        least_bound<Network>& least) const {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        for (std::size_t r = first_, k = 0; r < last_; ++r) {
            std::size_t const begin = k, best = best_of_row(r, k);
            std::size_t const seconds = second == nullptr ? 0 : second->constraints.count;
            std::size_t lane = 0;
            while (lane < seconds && second->constraints.rows[lane] != r)
                ++lane;
            bool const is_second = lane < seconds && second->bounds[lane] >= bounds_[best];
            double const found = is_second ? second->bounds[lane] : bounds_[best];
            double const bound = found > -infinity ? found : -infinity; // (a NaN is no margin)
            bool const is_held = bound > 0 || holds(best);
            least.holds = least.holds && is_held;
            if (bound < least.margin || r == 0) {
                double const* const slopes = is_second ? second->slopes + lane : slopes_ + best;
                least.margin = bound;
                least.constraint = is_second ? second->constraints.all[lane] : all_[best];
                for (std::size_t i = 0; i < inputs; ++i)
                    least.steepness[i] = slopes[i * functionals_at_once];
                for (std::size_t n = 0; !is_held && n < chain_bounds<Network>::size; ++n)
                    least.losses[n] = is_second ? second_loss(n, lane) : loss(n, best);
            }
            if (is_held) {
                least.left.margin = smaller(least.left.margin, bound);
                continue;
            }
            shrunk_box<typename Network::scalar, inputs> left{in_};
            for (std::size_t c = begin; c < k; ++c)
                left.leave(in_, bounds_[c], slopes_ + c, functionals_at_once);
            if (lane < seconds)
                left.leave(in_, second->bounds[lane], second->slopes + lane, functionals_at_once);
            least.leave(left);
        }
    }

    functions_type const& functions_;
    box_type const& in_;
    Condition const& wanted_;
    std::size_t first_, last_, count_ = 0;
    linear_constraint<outputs> all_[functionals_at_once]{};
    bool held_[functionals_at_once]{}; // by intervals
    double bounds_[functionals_at_once]{}, slopes_[inputs * functionals_at_once]{};
};

template <class Network, class Condition>
constexpr void bound_rows(output_functions<Network> const& functions,
                          output_intervals<Network>& intervals,
                          box<typename Network::scalar, Network::input_size> const& in,
                          Condition const& wanted, neuron_phases<Network> const& phases,
                          std::size_t passes, bool wants_losses, least_bound<Network>& least) {
    for (std::size_t first = 0; first < wanted.rows.size();) {
        rows_at_once<Network, Condition> rows(functions, intervals, in, wanted, first);
        if (phases.any())
            rows.finish(phases, passes, least);
        else
            rows.finish(wants_losses, least);
        first = rows.last();
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
