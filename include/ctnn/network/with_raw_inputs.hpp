#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <concepts>
#include <cstddef>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/data/standardization.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/has_windows.hpp>

namespace ctnn::error {

template <std::size_t Inputs>
struct standardization_of_inputs {
    template <std::size_t Needed>
    struct but_the_network_has {};
};
template <class Layer>
struct raw_inputs_need_a_dense_layer_first_and_not {};
template <class Scalar>
struct raw_inputs_of_scalar {
    struct but_need_float_or_double_so_convert_afterwards {};
};

} // namespace ctnn::error

namespace ctnn::detail {
CTNN_ARITHMETIC_BEGIN

template <class Network, std::size_t Inputs>
constexpr auto raw_inputs_diagnosis() {
    if constexpr (concepts::network<Network> && !concepts::trainable_network<Network>)
        return typename error::network_that_only_infers<
            Network>::cannot_take_raw_inputs_so_call_with_raw_inputs_first_and_quantize_then{};
    else if constexpr (!concepts::network<Network>)
        return typename error::first_argument_of_type<Network>::is_not_a_network{};
    else if constexpr (Inputs != Network::input_size)
        return typename error::standardization_of_inputs<Inputs>::template but_the_network_has<
            Network::input_size>{};
    else if constexpr (!std::floating_point<typename Network::scalar>)
        return typename error::raw_inputs_of_scalar<
            typename Network::scalar>::but_need_float_or_double_so_convert_afterwards{};
    else if constexpr (!placed::has_one_window<typename Network::template stage<0>::bound>)
        return error::raw_inputs_need_a_dense_layer_first_and_not<
            typename Network::template stage<0>::descriptor>{};
    else
        return error::none{};
}

CTNN_ARITHMETIC_END
} // namespace ctnn::detail

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// A network that takes raw inputs and does what the given one does with standardized inputs. The
/// standardization moves into its first layer, whose weights are divided by the deviations. So proofs are
/// in raw units and cover everything that runs: ship this network, and call it without `scale`.
///
/// Shape:    a network of float or double whose first layer is dense, and a standardization of its inputs;
///           a network of the same type.
/// Cost:     a division for each weight of the first layer, once; the network runs without the
///           standardization, which saves its cost.
/// Errors:   weights are computed in double and then rounded to the scalar, so outputs differ from
///           net(scale(x)) by a few last places, and by more the larger a mean is relative to its deviation.
///           A deviation of 0 gives weights that are not finite, and nothing is proven about these.
/// Source:   (x - m) / d w = x (w / d) - m (w / d).
/// Example:  docs/examples/raw_units.cpp
template <class Network, class Scalar, std::size_t Inputs,
          class Diagnosis = decltype(detail::raw_inputs_diagnosis<Network, Inputs>())>
    requires detail::is_none<Diagnosis>
constexpr Network with_raw_inputs(Network const& net,
                                  standardization<Scalar, Inputs> const& scale) {
    using scalar = typename Network::scalar;
    constexpr std::size_t outputs = Network::template stage<0>::output_size;
    Network raw = net;
    auto& first = raw.template layer<0>();
    for (std::size_t j = 0; j < outputs; ++j) {
        double bias = static_cast<double>(first.biases[j]);
        for (std::size_t i = 0; i < Inputs; ++i) {
            scalar& w = first.weights.values[i * outputs + j];
            double const raw_weight =
                static_cast<double>(w) / static_cast<double>(scale.deviation[i]);
            double const moved = static_cast<double>(scale.mean[i]) * raw_weight;
            bias -= moved;
            w = static_cast<scalar>(raw_weight);
        }
        first.biases[j] = static_cast<scalar>(bias);
    }
    return raw;
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Network, class Scalar, std::size_t Inputs,
          class Diagnosis = decltype(detail::raw_inputs_diagnosis<Network, Inputs>())>
    requires(!detail::is_none<Diagnosis>)
void with_raw_inputs(Network const&, standardization<Scalar, Inputs> const&) = delete;

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
