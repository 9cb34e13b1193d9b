#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/detail/gradient/directions.hpp>
#include <ctnn/verify/detail/gradient/real_distance.hpp>
#include <ctnn/verify/detail/search/piece_search.hpp>
#include <ctnn/verify/detail/stop_index.hpp>
#include <ctnn/verify/gradient_bounds.hpp>
#include <ctnn/verify/monotone_verdict.hpp>
#include <ctnn/verify/trend.hpp>
#include <limits>

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

template <class Network>
struct monotone_question {
    using scalar = typename Network::scalar;
    static constexpr std::size_t inputs = Network::input_size, outputs = Network::output_size;
    using verdict_type = monotone_verdict<scalar, inputs>;
    using box_type = box<scalar, inputs>;

    std::size_t input, output;
    trend wanted;

    constexpr question_problem problem() const {
        return input < inputs && output < outputs
                   ? question_problem::none
                   : question_problem::the_network_has_no_such_input_or_output;
    }
    constexpr verdict_type nothing_yet() const {
        verdict_type none{};
        none.kind = verdict_type::kinds::proven; // until a piece is shown for real numbers only
        none.margin = std::numeric_limits<double>::infinity();
        none.slack = 0;
        return none;
    }
    constexpr void finish(verdict_type& result) const {
        result.in_real_arithmetic = true;
        if (result.proven())
            result.slack = 0;
    }

    constexpr piece_finding examine(Network const& net, box_type const& in,
                                    verdict_type& result) const {
        linear_chain<Network, static_cast<int>(Network::depth) - 1> const chain(
            net, in, last_layer_for_derivatives<Network>);
        derivatives<1, inputs> slopes;
        bool const known = differentiate(chain, slopes, output);
        double const least =
            wanted == trend::nondecreasing ? slopes.low[0][input] : -slopes.high[0][input];
        bool const exact = chain.known && is_exact(chain, net, in);
        if (exact || (known && least >= 0)) {
            double errors[outputs]{};
            real_distances(chain, errors);
            double const slack = 2 * errors[output];
            double const margin = known && least > 0 ? least : 0;
            result.slack = slack > result.slack ? slack : result.slack;
            result.margin = margin < result.margin ? margin : result.margin;
            if (!exact) {
                result.kind = verdict_type::kinds::unknown;
                result.left = in;
            }
            return {box_state::holds, inputs};
        }
        if (is_violated(net, in, result))
            return {box_state::violated, inputs};
        std::array<double, inputs> weights{};
        for (std::size_t i = 0; i < inputs; ++i)
            weights[i] = known ? magnitude_of(slopes.low[0][i], slopes.high[0][i]) : 1;
        return {box_state::open, where_to_cut<sides_to_cut::with_one_between>(in, weights.data())};
    }

private:
    template <class Chain>
    constexpr bool is_exact(Chain const& chain, Network const& net, box_type const& in) const {
        if (!(in.lower[input] < in.upper[input]))
            return true; // no two inputs differ
        direction const way = directions(chain, net, growing_input<Network>(in, input)).way[output];
        return way == direction::level ||
               way == (wanted == trend::nondecreasing ? direction::rises : direction::falls);
    }

    // The input at both of its ends and in the middle, all others in a corner or in the middle.
    constexpr bool is_violated(Network const& net, box_type const& in, verdict_type& result) const {
        auto const middle = middle_of_box(in);
        for (auto const& others : {middle, in.lower, in.upper}) {
            std::array<scalar, inputs> a = others, b = others;
            a[input] = in.lower[input];
            for (scalar const next : {middle[input], in.upper[input]}) {
                b[input] = next;
                scalar const y = net(a)[output], z = net(b)[output];
                if (wanted == trend::nondecreasing ? z < y : z > y) {
                    result.counterexample = a;
                    result.other = b;
                    return true;
                }
                a[input] = next;
            }
        }
        return false;
    }
};

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail

namespace ctnn::verify {
CTNN_ARITHMETIC_BEGIN

/// Tries to prove that an output never falls (or, with trend::nonincreasing, never rises) where one
/// input grows and all others stay the same.
///
/// There are two ways, and the verdict says which it was. Of *this program*, exactly: from the signs of
/// weights, neuron by neuron, where all agree; that is `proven()`. Of *real arithmetic*: by
/// `gradient_bounds` at or above 0, cutting the box as often as the budget of boxes allows; this says of
/// the program that it never goes the wrong way by more than `slack`, and is `proven_up_to(slack)` alone.
///
/// Shape:    a network, a box of its inputs, the index of an input and that of an output; a
///           monotone_verdict.
/// Cost:     for each box that of `gradient_bounds` of one output, and at most twelve forward passes.
/// Errors:   those of `gradient_bounds`; an index beyond the last does not compile in a constant, and
///           of it nothing is known otherwise.
/// Source:   signs: J. Sill, "Monotonic networks", NeurIPS 1997; the rest is this library's.
/// Example:  tests/verify/monotone.cpp
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::gradient_box_diagnosis<Network, Box>>
    requires ctnn::detail::is_none<Diagnosis>
constexpr monotone_verdict<typename Network::scalar, Network::input_size>
monotone(Network const& net, Box const& inputs, std::size_t input, std::size_t output,
         std::size_t boxes = 1, trend wanted = trend::nondecreasing) {
    error::input_of_a_network_that_has(input, Network::input_size);
    error::output_of_a_network_that_has(output, Network::output_size);
    detail::monotone_question<Network> const asked{input, output, wanted};
    detail::piece_search<detail::monotone_question<Network>> search(inputs, asked);
    search.go_on(net, asked, boxes);
    auto verdict = search.verdict_now();
    if (!verdict.in_real_arithmetic) {
        if (!verdict.violated())
            verdict.kind = decltype(verdict)::kinds::unknown;
        verdict.slack = std::numeric_limits<double>::infinity();
    }
    return verdict;
}

// Chosen for a network or a box that does not fit, so that the compiler prints the diagnosis.
template <concepts::network Network, class Box = detail::box_of<Network>,
          class Diagnosis = detail::gradient_box_diagnosis<Network, Box>>
    requires(!ctnn::detail::is_none<Diagnosis>)
void monotone(Network const&, Box const&, std::size_t, std::size_t, std::size_t = 1,
              trend = trend::nondecreasing) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn::verify

#include <ctnn/config/epilogue.hpp>
