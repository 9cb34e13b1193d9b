#pragma once

#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/condition.hpp>
#include <ctnn/verify/detail/linear/linear_chain.hpp>
#include <ctnn/verify/detail/linear/rounding_errors.hpp>
#include <utility>

// How much it helps to cut a box along each input. This is a hint: no proof rests on it, so its roundings do not matter.
//
// Where functions are carried forward: a bound loses against the network at neurons that may bend. For each of these, it
// is known how much is lost where the bound is least, and how much of its range comes from each input: halving the
// box along that input takes the share off. Elsewhere: how much the function can change along each input, by an
// interval for each derivative. (The slope of the bound itself misses inputs on which open neurons depend.)

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// No input counts for less than this share of the one that counts most.
inline constexpr double least_share_of_scores = 0.1;

// `losses` by the number of the neuron; adds for each input, for the width that the box has.
template <class Network, int Index>
constexpr void add_losses(linear_chain<Network, Index> const& chain, double const* losses,
                          double* scores) {
    if constexpr (Index >= 0) {
        using here = linear_chain<Network, Index>;
        add_losses(chain.before, losses, scores);
        if constexpr (here::keeps_functions)
            for (std::size_t j = 0; j < here::outputs; ++j)
                if (chain.low[j] < 0 && chain.high[j] > 0) {
                    double const loss = magnitude_of(losses[here::number + j], 0);
                    double const share = loss / (chain.high[j] - chain.low[j]);
                    for (std::size_t i = 0; loss > 0 && i < Network::input_size; ++i)
                        scores[i] +=
                            share * magnitude_of(chain.functions.slopes[j * here::slopes + i], 0);
                }
    }
}

// In pieces, because clang accepts no fold of more than 256 operands.
template <std::size_t... J>
constexpr void add_products(double const* weights, double const* low, double const* high,
                            double& least, double& most, std::index_sequence<J...>) {
    ((least += weights[J] * (weights[J] < 0 ? high[J] : low[J]),
      most += weights[J] * (weights[J] < 0 ? low[J] : high[J])),
     ...);
}

// From derivatives by the numbers after a layer, between low and high, to those by the inputs.
template <class Network, int Index>
constexpr void add_changes(linear_chain<Network, Index> const& chain, double* low, double* high,
                           double* scores) {
    using here = linear_chain<Network, Index>;
    if constexpr (Index < 0) {
        for (std::size_t i = 0; i < here::outputs; ++i)
            scores[i] = magnitude_of(low[i], high[i]);
    } else {
        // (after the last layer, those of softmax are of its logits)
        if constexpr (concepts::elementwise_activation<typename here::activation,
                                                       typename here::scalar> ||
                      static_cast<std::size_t>(Index) + 1 < Network::depth)
            for (std::size_t j = 0; j < here::outputs; ++j) {
                lines const& y = chain.between[j];
                double least = smaller(y.low_slope, y.high_slope);
                double most = larger(y.low_slope, y.high_slope);
                if (least != most)
                    least = smaller(least, 0.0), most = larger(most, 1.0);
                low[j] *= low[j] < 0 ? most : least;
                high[j] *= high[j] < 0 ? least : most;
            }
        if constexpr (here::is_affine_layer) {
            using layer = typename here::layer;
            constexpr std::size_t at_once = 64, whole = layer::channels / at_once * at_once;
            double next_low[here::inputs]{}, next_high[here::inputs]{};
            for_each_row<layer>(chain.weights, chain.before.taken,
                                [&](std::size_t h, double const* w, std::size_t first) {
                                    double const *const a = low + first, *const b = high + first;
                                    for (std::size_t j = 0; j < whole; j += at_once)
                                        add_products(w + j, a + j, b + j, next_low[h], next_high[h],
                                                     std::make_index_sequence<at_once>{});
                                    add_products(
                                        w + whole, a + whole, b + whole, next_low[h], next_high[h],
                                        std::make_index_sequence<layer::channels - whole>{});
                                });
            add_changes(chain.before, next_low, next_high, scores);
        } else if constexpr (here::is_opaque_layer || here::has_branches) {
            // (each number may depend on each)
            double next_low[here::inputs]{}, next_high[here::inputs]{}, most = 0;
            for (std::size_t j = 0; j < here::outputs; ++j)
                most += magnitude_of(low[j], high[j]);
            for (std::size_t h = 0; h < here::inputs; ++h)
                next_low[h] = -most, next_high[h] = most;
            add_changes(chain.before, next_low, next_high, scores);
        } else {
            add_changes(chain.before, low, high, scores);
        }
    }
}

// By how much an output of the box in its whole width along an input is worse: for each unit of its width.
template <class Network, int Index>
constexpr void score_cuts(linear_chain<Network, Index> const& chain,
                          box<typename Network::scalar, Network::input_size> const& in,
                          linear_constraint<Network::output_size> const& constraint,
                          double const* losses, double* scores) {
    if constexpr (has_forward_functions<Network>) {
        add_losses(chain, losses, scores);
        double most = 0;
        for (std::size_t i = 0; i < Network::input_size; ++i) {
            double const width =
                static_cast<double>(in.upper[i]) - static_cast<double>(in.lower[i]);
            scores[i] = width > 0 ? scores[i] / width : 0;
            most = larger(most, scores[i]);
        }
        // (what seems to be of no use now may be so after the cuts that seem to be)
        for (std::size_t i = 0; i < Network::input_size; ++i)
            scores[i] = larger(scores[i], least_share_of_scores * most);
    } else {
        double low[Network::output_size]{}, high[Network::output_size]{};
        for (std::size_t j = 0; j < Network::output_size; ++j)
            low[j] = high[j] = constraint.coefficients[j];
        add_changes(chain, low, high, scores);
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
