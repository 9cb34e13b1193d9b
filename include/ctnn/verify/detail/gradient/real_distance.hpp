#pragma once

#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/placed/adds_branches.hpp>
#include <ctnn/placed/affine_map.hpp>
#include <ctnn/verify/derivative_range.hpp>
#include <ctnn/verify/detail/gradient/gradient_chain.hpp>
#include <ctnn/verify/detail/interval/softmax_range.hpp>
#include <ctnn/verify/detail/interval/value_error.hpp>
#include <ctnn/verify/detail/linear/linear_chain.hpp>
#include <limits>
#include <type_traits>

// How far the program's outputs are from those of the real function, for the same input: the roundings
// of each layer cause an error, and the layers after it carry it on.

namespace ctnn::verify::detail {
CTNN_ARITHMETIC_BEGIN

// For an activation on a number from low to high that is known up to `error`.
template <class Activation, class T>
constexpr double distance_after(double low, double high, double error) {
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

// For softmax, which moves by at most half as much as its numbers, sum_i |dp_k/dv_i| = 2 p_k (1 - p_k), and log_softmax,
// by at most twice as much, 2 (1 - p_k).
template <class Activation, class T, class Chain>
constexpr void distances_after_exponentials(Chain const& chain, double* out) {
    constexpr std::size_t size = Chain::outputs;
    constexpr bool are_logarithms = customization::gives_log_probabilities<Activation>;
    double most = 0, low = chain.low[0], high = chain.high[0];
    for (std::size_t j = 0; j < size; ++j) {
        most = larger(out[j], most);
        low = smaller(low, chain.low[j]), high = larger(high, chain.high[j]);
    }
    double const own = are_logarithms ? log_softmax_distance<T, size>(high - low)
                                      : softmax_distance<T, size>(high - low);
    for (std::size_t j = 0; j < size; ++j)
        out[j] = (are_logarithms ? 2 : 0.5) * most + own;
}

template <class Network, int Index>
constexpr void real_distances(linear_chain<Network, Index> const& chain, double* out,
                              double const* of_inputs = nullptr);

// For branches that are added up, from the errors of the numbers before them.
template <class Bound, class T, class Branches>
constexpr void distances_of_sums(Branches const& branches, double const* of_inputs, double* out) {
    constexpr std::size_t count = Bound::branch_count;
    branches.for_each([=]<std::size_t K>(std::integral_constant<std::size_t, K>,
                                         auto const& chain) {
        constexpr std::size_t size = std::remove_cvref_t<decltype(chain)>::outputs;
        double own[size]{};
        real_distances(chain, +own, of_inputs);
        placed::for_each_number<typename Bound::join, K, size>([&](std::size_t i, std::size_t j) {
            double const most = magnitude_of(chain.y_low[i], chain.y_high[i]);
            out[j] += (own[i] + program_error<T, count> * most) * (1 + 4 * own_error<count, 1>);
        });
    });
}

// For branches that are multiplied: x y - u v = x (y - v) + (x - u) v, and x, y, u and v are all between the same ends.
template <class Bound, class T, std::size_t Size, class Branches>
constexpr void distances_of_products(Branches const& branches, double const* of_inputs,
                                     double* out) {
    constexpr std::size_t count = Bound::branch_count;
    double most[Size]{};
    branches.for_each(
        [&]<std::size_t K>(std::integral_constant<std::size_t, K>, auto const& chain) {
            double own[Size]{};
            real_distances(chain, +own, of_inputs);
            for (std::size_t i = 0; i < Size; ++i) {
                double const here = magnitude_of(chain.y_low[i], chain.y_high[i]);
                double const carried = K == 0 ? own[i] : most[i] * own[i] + out[i] * here;
                most[i] = K == 0 ? here : most[i] * here;
                double const rounded = K == 0 ? 0 : program_error<T, count> * most[i];
                constexpr double nothing = static_cast<double>((std::numeric_limits<T>::min)());
                out[i] = (carried + rounded) * (1 + 4 * own_error<count, 1>)+nothing;
            }
        });
}

// `out`, which starts as zeros, gets the largest errors of the numbers after the layers up to Index. The inputs are off
// by `of_inputs`, unless that is null.
template <class Network, int Index>
constexpr void real_distances([[maybe_unused]] linear_chain<Network, Index> const& chain,
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
        real_distances(chain.before, +before, of_inputs);
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
        } else if constexpr (placed::multiplies_branches<typename here::layer>) {
            distances_of_products<typename here::layer, scalar, outputs>(chain.branches, before,
                                                                         out);
        } else if constexpr (here::has_branches) {
            distances_of_sums<typename here::layer, scalar>(chain.branches, before, out);
        } else {
            for (std::size_t j = 0; j < outputs; ++j)
                out[j] = before[j];
        }
        if constexpr (bends<typename here::stage>) {
            for (std::size_t j = 0; j < outputs; ++j) {
                interval<double> const d = chain.after.derivatives(j, chain.low[j], chain.high[j]);
                out[j] = magnitude_of(d.lower, d.upper) * out[j] * (1 + 4 * unit) +
                         chain.after.rounding(j, chain.low[j]);
            }
        } else if constexpr (concepts::elementwise_activation<activation, scalar>) {
            for (std::size_t j = 0; j < outputs; ++j)
                out[j] = distance_after<activation, scalar>(chain.low[j], chain.high[j], out[j]);
        } else {
            distances_after_exponentials<activation, scalar>(chain, out);
        }
    }
}

CTNN_ARITHMETIC_END
} // namespace ctnn::verify::detail
