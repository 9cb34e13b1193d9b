#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/bounds.hpp>
#include <ctnn/verify/detail/search/linear_diagnosis.hpp>
#include <ctnn/verify/detail/search/piece_search.hpp>
#include <ctnn/verify/linear_bounds.hpp>
#include <ctnn/verify/verdict.hpp>
#include <limits>
#include <utility>

// Whether a plant and its controller stay in a box of states for one step, asked of pieces of it.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// The controls over a box of states: neuron by neuron the narrower of both bounds.
template <class Network, class Box>
constexpr auto controls_of(Network const& net, Box const& states) {
    auto u = bounds(net, states);
    using input = typename Network::input_type;
    if constexpr (ctnn::detail::is_none<decltype(linear_diagnosis<Network, input>())>) {
        auto const lines = linear_bounds(net, states);
        for (std::size_t j = 0; j < Network::output_size; ++j)
            if (is_finite(lines[j])) {
                u[j].lower = larger(u[j].lower, lines[j].lower);
                u[j].upper = smaller(u[j].upper, lines[j].upper);
            }
    }
    return u;
}

template <class Network, class Plant>
struct invariant_question {
    using scalar = typename Network::scalar;
    static constexpr std::size_t inputs = Network::input_size;
    using verdict_type = verdict<scalar, inputs>;
    using box_type = box<scalar, inputs>;
    using state = std::array<scalar, inputs>;

    Plant plant;
    box_type all;

    constexpr question_problem problem() const { return question_problem::none; }
    constexpr verdict_type nothing_yet() const {
        verdict_type none{};
        none.margin = std::numeric_limits<double>::infinity();
        return none;
    }
    constexpr void finish(verdict_type& result) const { result.kind = verdict_type::kinds::proven; }

    constexpr piece_finding examine(Network const& net, box_type const& in,
                                    verdict_type& result) const {
        std::array<interval<scalar>, inputs> const next =
            plant(intervals_of(in), controls_of(net, in));
        box_type reached{};
        for (std::size_t i = 0; i < inputs; ++i)
            reached.lower[i] = next[i].lower, reached.upper[i] = next[i].upper;
        if (all.contains(reached.lower) && all.contains(reached.upper)) {
            keep_margin(reached, result);
            return {box_state::holds, inputs};
        }
        std::array<double, inputs> weights{};
        for (std::size_t i = 0; i < inputs; ++i) {
            double const width =
                static_cast<double>(all.upper[i]) - static_cast<double>(all.lower[i]);
            weights[i] = width > 0 ? 1 / width : 0;
        }
        std::size_t const cut = where_to_cut<sides_to_cut::with_one_between>(in, weights.data());
        box_state const found = try_points(net, in, cut == inputs, result);
        return {found, cut};
    }

private:
    static constexpr std::size_t most_corners = 16;
    static constexpr bool tries_all_corners =
        (std::size_t{1} << (inputs < 5 ? inputs : 5)) <= most_corners;

    constexpr void keep_margin(box_type const& reached, verdict_type& result) const {
        for (std::size_t i = 0; i < inputs; ++i) {
            double const below =
                static_cast<double>(reached.lower[i]) - static_cast<double>(all.lower[i]);
            double const above =
                static_cast<double>(all.upper[i]) - static_cast<double>(reached.upper[i]);
            result.margin = smaller(result.margin, smaller(below, above));
        }
    }

    // The middle and corners. Where no number is between the ends, the corners are all there is.
    constexpr box_state try_points(Network const& net, box_type const& in, bool is_last,
                                   verdict_type& result) const {
        state x = middle_of_box(in);
        bool stays = try_point(net, x, is_last, result);
        for (std::size_t corner = 0; stays && corner < most_corners; ++corner) {
            for (std::size_t i = 0; i < inputs; ++i)
                x[i] = corner >> (i % 4) & 1 ? in.upper[i] : in.lower[i];
            stays = try_point(net, x, is_last, result);
        }
        return !stays                         ? box_state::violated
               : is_last && tries_all_corners ? box_state::holds
                                              : box_state::open;
    }

    constexpr bool try_point(Network const& net, state const& x, bool is_last,
                             verdict_type& result) const {
        state const next = plant(x, net(x));
        if (!all.contains(next)) {
            result.counterexample = x;
            return false;
        }
        if (is_last && tries_all_corners)
            keep_margin({next, next}, result);
        return true;
    }
};

// A plant that maps arrays of states and of controls to states, of numbers and of intervals.
template <class Network, class Plant, class T>
constexpr bool is_plant = requires(Plant const& plant, std::array<T, Network::input_size> const& x,
                                   std::array<T, Network::output_size> const& u) {
    { plant(x, u) } -> std::same_as<std::array<T, Network::input_size>>;
};

template <class Network, class Plant, class Input>
constexpr auto plant_diagnosis() {
    using scalar = typename Network::scalar;
    using bounds = decltype(bounds_diagnosis<Network, Input>());
    using input = std::array<scalar, Network::input_size>;
    using output = std::array<scalar, Network::output_size>;
    if constexpr (!ctnn::detail::is_none<bounds>)
        return bounds{};
    else if constexpr (!is_plant<Network, Plant, scalar> ||
                       !is_plant<Network, Plant, interval<scalar>>)
        return typename error::plant_of_type<Plant>::template called_with<
            input, output>::does_not_give_such_a_state{};
    else
        return error::none{};
}

template <class Network, class Plant, class T, std::size_t Size>
auto plant_box_diagnosis_of(box<T, Size> const&)
    -> decltype(plant_diagnosis<Network, Plant, std::array<T, Size>>());

template <class Network, class Plant, class Box>
using plant_box_diagnosis =
    decltype(plant_box_diagnosis_of<Network, Plant>(std::declval<Box const&>()));

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
