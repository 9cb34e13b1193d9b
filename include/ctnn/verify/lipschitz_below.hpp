#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/verify/detail/gradient/steepness.hpp>
#include <ctnn/verify/detail/search/piece_search.hpp>
#include <ctnn/verify/gradient_bounds.hpp>
#include <ctnn/verify/lipschitz_verdict.hpp>
#include <limits>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// Whether an output changes by more than the limit allows, from a to b, whatever was rounded.
template <class Network, class Input>
constexpr bool is_steeper(Network const& net, Input const& a, Input const& b, double const* errors,
                          double limit) {
    double apart = 0;
    for (std::size_t i = 0; i < Network::input_size; ++i) {
        double const by = static_cast<double>(b[i]) - static_cast<double>(a[i]);
        apart = magnitude_of(apart, by);
    }
    auto const y = net(a), z = net(b);
    bool steeper = false;
    for (std::size_t j = 0; j < Network::output_size; ++j) {
        double const change =
            magnitude_of(static_cast<double>(z[j]) - static_cast<double>(y[j]), 0);
        steeper =
            steeper || change * (1 - 4 * unit) - 2 * errors[j] > limit * apart * (1 + 8 * unit);
    }
    return steeper;
}

template <class Network>
struct lipschitz_question {
    using scalar = typename Network::scalar;
    static constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;
    using verdict_type = lipschitz_verdict<scalar, inputs>;
    using box_type = box<scalar, inputs>;

    double limit;

    constexpr question_problem problem() const {
        return math::is_finite(limit) && limit >= 0
                   ? question_problem::none
                   : question_problem::the_limit_is_below_0_or_not_finite;
    }
    constexpr verdict_type nothing_yet() const {
        verdict_type none{};
        none.margin = limit;
        none.slack = 0;
        return none;
    }
    constexpr void finish(verdict_type& result) const { result.kind = verdict_type::kinds::proven; }

    constexpr piece_finding examine(Network const& net, box_type const& in,
                                    verdict_type& result) const {
        steepness<Network> const steep(net, in);
        if (steep.known) {
            double const margin = limit - steep.limit;
            if (margin > 0) {
                result.margin = margin < result.margin ? margin : result.margin;
                for (double const error : steep.errors)
                    result.slack = 2 * error > result.slack ? 2 * error : result.slack;
                return {box_state::holds, inputs};
            }
            if (is_violated(net, in, steep.errors, result))
                return {box_state::violated, inputs};
        }
        std::array<double, inputs> weights{};
        for (std::size_t i = 0; i < inputs; ++i)
            weights[i] = steep.known ? magnitude_of(steep.slopes.low[steep.steepest][i],
                                                    steep.slopes.high[steep.steepest][i])
                                     : 1;
        return {box_state::open, where_to_cut<sides_to_cut::with_one_between>(in, weights.data())};
    }

private:
    // As the steepest output rises in the middle: from corner to corner, and around the middle as far
    // in each number, from as far as the piece goes to so near that it is level there.
    constexpr bool is_violated(Network const& net, box_type const& in, double const* errors,
                               verdict_type& result) const {
        scalar shortest = scalar(0);
        auto const middle = middle_of_box(in);
        std::array<scalar, inputs> a{}, b{};
        for (std::size_t i = 0; i < inputs; ++i) {
            scalar const half = scalar(0.5) * in.upper[i] - scalar(0.5) * in.lower[i];
            if (half > scalar(0) && (shortest == scalar(0) || half < shortest))
                shortest = half;
        }
        steepness<Network> const middle_steepness(net, box_type{middle, middle}, in);
        scalar reach = shortest;
        for (int k = 0; k < 4; ++k) {
            for (std::size_t i = 0; i < inputs; ++i) {
                double const slope = middle_steepness.slopes.low[middle_steepness.steepest][i] +
                                     middle_steepness.slopes.high[middle_steepness.steepest][i];
                scalar const below = k == 0 ? in.lower[i] : middle[i] - reach;
                scalar const above = k == 0 ? in.upper[i] : middle[i] + reach;
                scalar const low = below > in.lower[i] ? below : in.lower[i];
                scalar const high = above < in.upper[i] ? above : in.upper[i];
                a[i] = slope > 0 ? low : high;
                b[i] = slope > 0 ? high : low;
            }
            if (is_steeper(net, a, b, errors, limit)) {
                result.counterexample = a;
                result.other = b;
                return true;
            }
            if (k > 0)
                reach *= scalar(0.0625);
        }
        return false;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// Tries to prove that no output of a network changes by more than `limit` times the largest change of
/// an input, between any two inputs in a box: by derivatives over the box, and where these do not
/// suffice by cutting it into pieces, as often as the budget of boxes allows.
///
/// It covers *real arithmetic*; the verdict's `slack` is what the program's roundings may add. A
/// counterexample is a pair of inputs, and holds for real numbers as well.
///
/// Shape:    a network, a box of its inputs, a limit; a lipschitz_verdict.
/// Cost:     for each box twice that of `gradient_bounds` at most, and eight forward passes; 97 boxes of memory.
/// Errors:   those of `gradient_bounds`; of a limit that is negative or not finite nothing is known.
/// Example:  tests/verify/lipschitz_below.cpp
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::gradient_box_diagnosis<Network, Box>>
    requires ctnn::detail::is_none<Diagnosis>
constexpr lipschitz_verdict<typename Network::scalar, Network::input_size>
lipschitz_below(Network const& net, Box const& inputs, double limit, std::size_t boxes = 1) {
    detail::lipschitz_question<Network> const asked{limit};
    detail::piece_search<detail::lipschitz_question<Network>> search(inputs, asked);
    search.go_on(net, asked, boxes);
    auto verdict = search.verdict_now();
    if (!verdict.proven())
        verdict.slack = std::numeric_limits<double>::infinity();
    return verdict;
}

// Chosen for a network or a box that does not fit, so that the compiler prints the diagnosis.
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::gradient_box_diagnosis<Network, Box>>
    requires(!ctnn::detail::is_none<Diagnosis>)
void lipschitz_below(Network const&, Box const&, double, std::size_t = 1) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
