#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/activation.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/detail/for_each_index.hpp>
#include <ctnn/number/interval.hpp>
#include <ctnn/verify/activation_range.hpp>
#include <ctnn/verify/box.hpp>
#include <ctnn/verify/detail/linear/lines.hpp>
#include <ctnn/verify/detail/linear/refined.hpp>
#include <ctnn/verify/detail/linear/rounding_errors.hpp>
#include <limits>
#include <type_traits>

// The branches of a composite layer, each with a chain of its own over the box of what the layer gets.

CTNN_NAMESPACE(ctnn::verify::detail) {

template <class Network, int Index>
struct linear_chain;

// use(K, network, chain) for each branch, of which the shortcut's chain is the box alone.
template <class Stage, class Use>
constexpr void for_each_branch_chain(typename Stage::parameters const& p, double const* low,
                                     double const* high, refined which, Use const& use) {
    using bound = typename Stage::bound;
    using scalar = typename Stage::scalar;
    box<scalar, Stage::input_size> in{};
    for (std::size_t i = 0; i < Stage::input_size; ++i) {
        interval<scalar> const x = outward<scalar>(low[i], high[i]);
        in.lower[i] = x.lower, in.upper[i] = x.upper;
    }
    ctnn::detail::for_each_index<bound::branch_count>(
        [&]<std::size_t K>(std::integral_constant<std::size_t, K> k) {
            using network = typename bound::template branch<K>;
            auto const& branch = bound::template part<K>(p);
            linear_chain<network, static_cast<int>(network::depth) - 1> const chain(
                branch, in, which, nullptr, nullptr);
            use(k, branch, chain);
        });
}

// The numbers after the last layer of a chain.
template <class Network, int Index>
constexpr auto last_numbers(linear_chain<Network, Index> const& chain) {
    constexpr std::size_t size = linear_chain<Network, Index>::outputs;
    std::array<interval<double>, size> y{};
    for (std::size_t j = 0; j < size; ++j)
        y[j] = {chain.y_low[j], chain.y_high[j]};
    if constexpr (Index >= 0) {
        using activation = typename linear_chain<Network, Index>::activation;
        using scalar = typename Network::scalar;
        if constexpr (!concepts::elementwise_activation<activation, scalar>) {
            std::array<interval<scalar>, size> v{};
            for (std::size_t j = 0; j < size; ++j)
                v[j] = outward<scalar>(chain.low[j], chain.high[j]);
            auto const values = activation_range<activation>::of(v);
            for (std::size_t j = 0; j < size; ++j)
                y[j] = {static_cast<double>(values[j].lower), static_cast<double>(values[j].upper)};
        }
    }
    return y;
}

// Of branches that are added up: bounds of the sums, of the program and of numbers that are never rounded.
template <class Stage>
constexpr void range_of_sums(typename Stage::parameters const& p, double const* from_low,
                             double const* from_high, refined which, double* low, double* high) {
    using scalar = typename Stage::scalar;
    using join = typename Stage::bound::join;
    constexpr std::size_t branches = Stage::bound::branch_count;
    double size[Stage::output_size]{};
    bool known = true, is_sum[Stage::output_size]{}, has_one[Stage::output_size]{};
    for (std::size_t j = 0; j < Stage::output_size; ++j)
        low[j] = high[j] = 0;
    for_each_branch_chain<Stage>(
        p, from_low, from_high, which,
        [&]<std::size_t K>(std::integral_constant<std::size_t, K>, auto const&, auto const& chain) {
            known = known && chain.known;
            auto const y = last_numbers(chain);
            for (std::size_t i = 0; i < y.size(); ++i) {
                std::size_t const j = join::template place<K>(i);
                low[j] += y[i].lower, high[j] += y[i].upper;
                size[j] += magnitude_of(y[i].lower, y[i].upper);
                is_sum[j] = has_one[j], has_one[j] = true;
            }
        });
    constexpr double most = static_cast<double>((std::numeric_limits<scalar>::max)()) / 4;
    constexpr double share = program_error<scalar, branches> + 4 * own_error<branches, 1>;
    for (std::size_t j = 0; j < Stage::output_size; ++j) {
        double const error = is_sum[j] ? share * size[j] + magnitude_of_nothing<scalar> : 0;
        low[j] -= error, high[j] += error;
        if (!known || !(size[j] < most)) {
            high[j] = std::numeric_limits<double>::infinity();
            low[j] = -high[j];
        }
    }
}

} // CTNN_NAMESPACE(ctnn::verify::detail)
