#pragma once

#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/placed/is_composite.hpp>
#include <ctnn/verify/derivative_range.hpp>
#include <ctnn/verify/detail/gradient/gradient_chain.hpp>
#include <ctnn/verify/detail/linear/branch_chains.hpp>
#include <ctnn/verify/detail/linear/linear_chain.hpp>
#include <ctnn/verify/detail/range/softmax_range.hpp>
#include <ctnn/verify/detail/range/value_error.hpp>
#include <limits>
#include <type_traits>

// How far the outputs that the program computes are from those of the real function, for the same
// input: an error from the roundings of each layer, carried on by those after it.

CTNN_NAMESPACE(ctnn::verify::detail) {

// Of an activation on a number from low to high, which both have up to `error`.
template <class Activation, class T>
constexpr double distance_behind(double low, double high, double error) {
    constexpr value_error own = error_of_value<Activation>;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if constexpr (!(own.of_value < infinity)) {
        return infinity;
    } else {
        interval<double> const d =
            derivative_range<Activation>::template of<T>(interval<double>{low, high});
        ends const y = lines_of<Activation>::template range<T>(low, high);
        double const carried = magnitude_of(d.lower, d.upper) * error * (1 + 4 * unit);
        return carried + own.template most<T>(magnitude_of(y.low, y.high), magnitude_of(low, high));
    }
}

template <class Network, int Index>
constexpr void real_distances(Network const& net, linear_chain<Network, Index> const& chain,
                              double* out, double const* of_inputs = nullptr);

// Of branches that are added up, from those of the numbers before them.
template <class Stage, class Before>
constexpr void distances_of_sums(typename Stage::parameters const& p, Before const& before,
                                 double const* of_inputs, double* out) {
    using scalar = typename Stage::scalar;
    using join = typename Stage::bound::join;
    constexpr std::size_t branches = Stage::bound::branch_count;
    for_each_branch_chain<Stage>(p, before.y_low, before.y_high, refined::all,
                                 [&]<std::size_t K>(std::integral_constant<std::size_t, K>,
                                                    auto const& branch, auto const& chain) {
                                     auto const y = last_numbers(chain);
                                     double own[y.size()]{};
                                     real_distances(branch, chain, +own, of_inputs);
                                     for (std::size_t i = 0; i < y.size(); ++i)
                                         out[join::template place<K>(i)] +=
                                             (own[i] + program_error<scalar, branches> *
                                                           magnitude_of(y[i].lower, y[i].upper)) *
                                             (1 + 4 * own_error<branches, 1>);
                                 });
}

// Of the numbers after the layers up to Index, `out`, which are zeros, gets how far they may be off; those of the inputs
// are off by `of_inputs`, if that is anything.
template <class Network, int Index>
constexpr void real_distances([[maybe_unused]] Network const& net,
                              [[maybe_unused]] linear_chain<Network, Index> const& chain,
                              double* out, double const* of_inputs) {
    using here = linear_chain<Network, Index>;
    if constexpr (Index < 0) {
        for (std::size_t i = 0; of_inputs != nullptr && i < here::outputs; ++i)
            out[i] = of_inputs[i];
    } else {
        using scalar = typename Network::scalar;
        using activation = typename here::activation;
        constexpr std::size_t inputs = here::inputs, outputs = here::outputs;
        double before[inputs]{};
        real_distances(net, chain.before, before, of_inputs);
        if constexpr (here::is_affine_layer) {
            using layer = typename here::layer;
            for_each_row<layer>(chain.weights, chain.before.taken,
                                [&](std::size_t i, double const* w, std::size_t first) {
                                    for (std::size_t c = 0; c < layer::channels; ++c)
                                        out[first + c] += magnitude_of(w[c], 0) * before[i];
                                });
            for (std::size_t j = 0; j < outputs; ++j)
                out[j] = (out[j] + program_error<scalar, placed::terms<typename here::stage>> *
                                       chain.magnitude[j]) *
                         (1 + 4 * own_error<inputs, outputs>);
        } else if constexpr (placed::adds_branches<typename here::stage::bound>) {
            distances_of_sums<typename here::stage>(net.template layer<here::stage::index>(),
                                                    chain.before, before, out);
        } else {
            for (std::size_t j = 0; j < outputs; ++j)
                out[j] = before[j];
        }
        if constexpr (concepts::elementwise_activation<activation, scalar>) {
            for (std::size_t j = 0; j < outputs; ++j)
                out[j] = distance_behind<activation, scalar>(chain.low[j], chain.high[j], out[j]);
        } else { // softmax moves by at most half of what its numbers do: sum_i |dp/dv_i| = 2 p (1 - p)
            double most = 0, low = chain.low[0], high = chain.high[0];
            for (std::size_t j = 0; j < outputs; ++j) {
                most = out[j] > most ? out[j] : most;
                low = smaller(low, chain.low[j]), high = larger(high, chain.high[j]);
            }
            double const own = softmax_distance<scalar, outputs>(high - low);
            for (std::size_t j = 0; j < outputs; ++j)
                out[j] = 0.5 * most + own;
        }
    }
}

} // CTNN_NAMESPACE(ctnn::verify::detail)
