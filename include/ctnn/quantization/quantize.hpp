#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/network/detail/samples_diagnosis.hpp>
#include <ctnn/placed/detail/all_finite.hpp>
#include <ctnn/quantization/detail/calibrate.hpp>
#include <ctnn/quantization/detail/layers.hpp>
#include <ctnn/quantization/detail/make_layer.hpp>
#include <ctnn/quantization/quantization_problem.hpp>
#include <ctnn/quantization/quantization_result.hpp>
#include <type_traits>
#include <utility>

namespace ctnn {

namespace error {

inline void quantization_has_no_samples() {}
inline void a_calibration_sample_holds_a_nan_or_an_infinity() {}
inline void a_parameter_is_a_nan_or_infinite() {}
inline void a_calibration_sample_makes_a_layer_give_a_nan_or_an_infinity() {}

// Like training_stopped_in_epoch_at_sample (training/detail/stop_constant.hpp).
template <class Sample>
constexpr void quantization_stopped_at_sample(Sample, quantization_problem problem) {
    using kinds = quantization_problem::kinds;
    switch (problem.kind) {
    case kinds::none:
        break;
    case kinds::no_samples:
        return quantization_has_no_samples();
    case kinds::sample_is_not_finite:
        return a_calibration_sample_holds_a_nan_or_an_infinity();
    case kinds::parameters_are_not_finite:
        return a_parameter_is_a_nan_or_infinite();
    case kinds::layer_is_not_finite:
        return a_calibration_sample_makes_a_layer_give_a_nan_or_an_infinity();
    }
}

} // namespace error

namespace quantization {

template <class Network, class Samples, class Observe>
constexpr quantization_problem calibrate(Network const& net, Samples const& samples,
                                         Observe const& observe, ranges<Network>& found) {
    using kinds = quantization_problem::kinds;
    std::size_t const count = std::size(samples);
    auto const* const first = std::data(samples);
    if (count == 0)
        return {kinds::no_samples, 0};
    if (!ctnn::detail::all_finite(net))
        return {kinds::parameters_are_not_finite, 0};
    for (std::size_t i = 0; i < count; ++i) {
        if (!ctnn::detail::all_finite(first[i].input))
            return {kinds::sample_is_not_finite, i};
        found.input.template include<Network::input_size>(first[i].input.data());
        if (!observe(first[i].input))
            return {kinds::layer_is_not_finite, i};
    }
    return {};
}

// What is wrong with the arguments of `quantize`.
template <class Network, class Samples>
constexpr auto call_diagnosis() {
    if constexpr (concepts::network<Network> && !concepts::trainable_network<Network>)
        return typename error::network_that_only_infers<Network>::is_quantized_already{};
    else if constexpr (!ctnn::detail::fits<
                           decltype(ctnn::detail::samples_diagnosis<Network, Samples>())>)
        return ctnn::detail::samples_diagnosis<Network, Samples>();
    else
        return quantization_diagnosis<Network>();
}

// (A separate function: without optimization, a compiler reserves stack for everything in a function.)
template <class Network, class Samples>
constexpr quantization_problem calibrate_in_compiler(Network const& net, Samples const& samples,
                                                     ranges<Network>& found) {
    using input = typename Network::input_type;
    compiler::network_form<Network> const form(net);
    return calibrate(
        net, samples,
        [&](input const& x) {
            return observe_in_compiler<Network, 0>(form, compiler::view<input const>(x), found);
        },
        found);
}

// Returns the scale of the output.
template <class Network, std::size_t Index, class Scalar>
constexpr int8_scale<Scalar> make_layers(Network const& net, ranges<Network> const& found,
                                         int8_scale<Scalar> const& in,
                                         layers_int8<Network, Index>& to);

template <class Stage, class Scalar, std::size_t... Branch>
constexpr int8_scale<Scalar>
make_branches(typename Stage::parameters const& p, ranges_inside<Stage> const& found,
              int8_scale<Scalar> const& in, range<Scalar> const& wanted,
              branches_of<Stage, std::index_sequence<Branch...>>& to) {
    double steps[sizeof...(Branch)]{};
    auto const make = [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
        using bound = typename Stage::bound;
        using network = typename bound::template branch<K>;
        int8_scale<Scalar> const out = make_layers<network, 0>(
            bound::template part<K>(p), found.template branch<K>(), in, to.template branch<K>());
        steps[K] = static_cast<double>(out.step);
        to.sums.zeros[K] = out.zero;
    };
    (make(std::integral_constant<std::size_t, Branch>{}), ...);
    if constexpr (!int8_kind<Stage>::adds)
        return make_product<Scalar>(steps[0] * steps[1], static_cast<double>(wanted.least),
                                    static_cast<double>(wanted.most), to.sums);
    else
        return make_join<Scalar>(steps, static_cast<double>(wanted.least),
                                 static_cast<double>(wanted.most), to.sums);
}

template <class Network, std::size_t Index, class Scalar>
constexpr int8_scale<Scalar>
make_layers([[maybe_unused]] Network const& net, [[maybe_unused]] ranges<Network> const& found,
            int8_scale<Scalar> const& in, [[maybe_unused]] layers_int8<Network, Index>& to) {
    if constexpr (Index == Network::depth) {
        return in;
    } else {
        using stage = typename Network::template stage<Index>;
        using kind = int8_kind<stage>;
        int8_scale<Scalar> out = in;
        auto const& wanted = kind::cuts_off ? found.value[Index] : found.preactivation[Index];
        if constexpr (kind::joins) {
            out = make_branches<stage>(net.template layer<Index>(), found.template inside<Index>(),
                                       in, wanted, to.layer());
        } else if constexpr (kind::has_weights) {
            out = make_dense(net.template layer<Index>(), in, static_cast<double>(wanted.least),
                             static_cast<double>(wanted.most), to.layer().weights);
        }
        if constexpr (kind::bends)
            out = make_bend(net.template layer<Index>(), in, static_cast<double>(wanted.least),
                            static_cast<double>(wanted.most), to.layer().bend);
        if constexpr (kind::has_outside)
            to.layer().outside = static_cast<std::int8_t>(in.zero);
        if constexpr (kind::has_table)
            out = make_table<typename stage::activation>(out, to.layer().table);
        return make_layers<Network, Index + 1>(net, found, out, to.rest());
    }
}

} // namespace quantization

/// Converts a trained network to 8-bit integers, at compile time or at run time. Calibration samples, like
/// those that the network will meet, show how large the numbers of each layer are. A hundred are enough,
/// and their targets do not matter.
///
/// Shape:    takes a network of float or double with affine layers, layers that only compare (`max_pool`) or
///           add up branches (`residual`) or multiply two, and elementwise activations, perhaps a softmax at the end; and a
///           contiguous range of its samples. Returns a quantization_result.
/// Cost:     one forward pass for each sample; two divisions for each weight.
/// Errors:   if there are no samples, or a NaN or an infinity, the result says what is wrong and where; in a
///           constant, the build ends with a sentence. What cannot be quantized does not compile, and the
///           message names the layer. A number beyond those of the samples is clamped: see `output_error`.
/// Source:   B. Jacob et al., "Quantization and training of neural networks for efficient
///           integer-arithmetic-only inference", CVPR 2018: steps of 1/255 of the range for the numbers
///           of a layer, of 1/127 of the largest weight for each neuron's weights.
/// Example:  docs/examples/digits_int8.cpp
template <concepts::network Network, class Samples,
          class Diagnosis = decltype(quantization::call_diagnosis<Network, Samples>())>
    requires detail::is_none<Diagnosis>
constexpr quantization_result<Network> quantize(Network const& net, Samples const& samples) {
    using scalar = typename Network::scalar;
    using input = typename Network::input_type;
    quantization::ranges<Network> found;
    quantization_result<Network> result;
    if (std::is_constant_evaluated()) {
        result.stopped_by = quantization::calibrate_in_compiler(net, samples, found);
    } else {
        result.stopped_by = quantization::calibrate(
            net, samples,
            [&](input const& x) { return quantization::observe_on_machine(net, x, found); }, found);
    }
    if (!result.ok()) {
        if (std::is_constant_evaluated())
            error::quantization_stopped_at_sample(result.stopped_by.sample, result.stopped_by);
        return result;
    }
    result.network.input = quantization::scale_of<scalar>(static_cast<double>(found.input.least),
                                                          static_cast<double>(found.input.most), 0);
    result.network.output = quantization::make_layers<Network, 0>(net, found, result.network.input,
                                                                  result.network.layers);
    return result;
}

// Chosen for arguments that do not fit, because compilers print a deleted function's sentence first.
template <class Network, class Samples,
          class Diagnosis = decltype(quantization::call_diagnosis<Network, Samples>())>
    requires(!detail::is_none<Diagnosis>)
void quantize(Network const&, Samples const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
