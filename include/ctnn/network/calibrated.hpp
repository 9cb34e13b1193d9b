#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/data/detail/samples_range.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/network/detail/normalizing_diagnosis.hpp>
#include <ctnn/placed/detail/apply_activation.hpp>
#include <ctnn/placed/normalizes.hpp>
#include <ctnn/tensor/detail/for_each_index.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {
CTNN_ARITHMETIC_BEGIN

// What layer End gets of x. f(that)
template <std::size_t End, std::size_t Index = 0, class Network, class Input, class F>
constexpr void with_input_of_layer(Network const& net, Input const& x, F const& f) {
    if constexpr (Index == End) {
        f(x);
    } else {
        using here = typename Network::template stage<Index>;
        with_input_of_layer<End, Index + 1>(
            net,
            apply_activation<typename here::activation>(
                here::bound::forward(net.template layer<Index>(), x)),
            f);
    }
}

// Mean and variance of numbers that come one after the other (B. P. Welford, 1962), as of a population.
template <std::size_t Count>
struct moments {
    std::array<double, Count> mean{}, squares{};
    double count = 0; // of each

    template <class Scalar, std::size_t Size>
    constexpr void add(std::array<Scalar, Size> const& x) {
        for (std::size_t i = 0; i < Size; i += Count) {
            count += 1;
            for (std::size_t k = 0; k < Count; ++k) {
                double const number = static_cast<double>(x[i + k]), off = number - mean[k];
                mean[k] += off / count;
                squares[k] += off * (number - mean[k]);
            }
        }
    }
};

// each_input(f) calls f(x) for what the network, or a branch of a layer in it, gets of each sample.
template <class Network, class Each>
constexpr void calibrate(Network& net, Each const& each_input) {
    for_each_index<Network::depth>(
        [&]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
            using bound = typename Network::template stage<Place>::bound;
            auto const each_here = [&](auto const& f) {
                each_input([&](auto const& x) { with_input_of_layer<Place>(net, x, f); });
            };
            if constexpr (placed::normalizes<bound>) {
                moments<bound::statistics> found;
                each_here([&found](auto const& x) { found.add(x); });
                if (found.count > 0)
                    for (std::size_t k = 0; k < bound::statistics; ++k)
                        bound::set_statistics(net.template layer<Place>(), k, found.mean[k],
                                              found.squares[k] / found.count);
            } else if constexpr (customization::has_branches<bound>) {
                for_each_index<bound::branch_count>([&]<std::size_t K>(
                                                        std::integral_constant<std::size_t, K>) {
                    if constexpr (bound::template branch<K>::parameter_count > 0)
                        calibrate(bound::template part<K>(net.template layer<Place>()), each_here);
                });
            }
        });
}

template <class Network, class Samples>
constexpr auto calibration_diagnosis() {
    if constexpr (!is_none<decltype(normalizing_diagnosis<Network>())>)
        return normalizing_diagnosis<Network>();
    else if constexpr (!contiguous_samples<Samples>)
        return typename error::samples_of_type<Samples>::are_not_a_contiguous_range_of_sample{};
    else if constexpr (!std::same_as<decltype(element_of<Samples>::input),
                                     typename Network::input_type>)
        return typename error::layer<0, typename Network::template stage<0>::layer>::
            template gets_an_input_of_type<decltype(element_of<Samples>::input)>::
                template but_needs_type<typename Network::input_type>{};
    else
        return error::none{};
}

CTNN_ARITHMETIC_END
} // namespace ctnn::detail

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// Returns the network with the statistics of its layers that normalize, `batch_norm` and `normalization`, set to the mean
/// and the variance of their inputs over all samples: layer by layer from the first one, also inside layers made of
/// layers. All other parameters stay as they are.
///
/// Shape:    a network, and any contiguous range of samples, whose targets are ignored; a network of the same type.
/// Cost:     for each layer that normalizes, a forward pass of all samples up to it.
/// Errors:   statistics are computed in double and rounded to the scalar. Without samples they stay as they are; a NaN
///           gives NaN. Samples of another size do not compile, nor does a layer that normalizes inside `over_time`.
/// Example:  tests/network/calibrated.cpp
template <concepts::trainable_network Network, class Samples,
          class Diagnosis = decltype(detail::calibration_diagnosis<Network, Samples>())>
    requires detail::is_none<Diagnosis>
constexpr Network calibrated(Network net, Samples const& samples) {
    detail::calibrate(net, [&samples](auto const& f) {
        auto const* one = std::data(samples);
        for (auto const* const end = one + std::size(samples); one != end; ++one)
            f(one->input);
    });
    return net;
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Samples,
          class Diagnosis = decltype(detail::calibration_diagnosis<Network, Samples>())>
    requires(!detail::is_none<Diagnosis>)
void calibrated(Network const&, Samples const&) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
