#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/concept/detail/curve_of.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/network/network.hpp>
#include <ctnn/quantization/detail/footprint_int8.hpp>
#include <ctnn/quantization/detail/layers.hpp>
#include <ctnn/quantization/int8_scale.hpp>
#include <ctnn/tensor/detail/braces.hpp>
#include <type_traits>

namespace ctnn {

/// A trained network in 8-bit integers, made by `quantize`: a quarter of the size of the float network, and
/// for inference only. Between input and output there is no floating point.
///
/// `net(x)`, `net(batch)` and `net(inputs, outputs)` take and return the same numbers as a `network`;
/// `net.run(q)` takes and returns integers. The class is `argmax` of either. `net.input.quantized(x)` turns
/// an input into integers, `net.output.value(q)` an output into numbers, before the softmax or log_softmax if there
/// is one.
/// Metrics and costs accept it like a `network`: see `concepts::network`.
///
/// Shape:    std::array<scalar, input_size> -> std::array<scalar, output_size>, batches as a `network`;
///           for `run`, int8_input_type -> int8_output_type, which are arrays of std::int8_t.
/// Cost:     a byte for each weight (input counts are rounded up to a multiple of four), 8 for each
///           neuron, 8 for each layer, 256 for each activation except a softmax or log_softmax at the end and
///           those that only clamp, as relu does. Inputs * Outputs multiply-adds. `run` takes the same
///           instructions for all inputs. A batch is computed one sample after the other.
/// Errors:   a network that cannot be quantized does not compile, and the message names the layer; nor
///           does an input that does not fit.
/// Source:   B. Jacob et al., "Quantization and training of neural networks for efficient
///           integer-arithmetic-only inference", CVPR 2018; TensorFlow Lite's 8-bit quantization
///           specification; gemmlowp's fixed-point rounding.
/// Example:  docs/examples/digits_int8.cpp
template <concepts::trainable_network Network>
    requires detail::fits<decltype(quantization::quantization_diagnosis<Network>())>
struct quantized {
    template <std::size_t Index>
    using stage = typename Network::template stage<Index>;
    using last_stage = typename Network::last_stage;
    static constexpr std::size_t depth = Network::depth;
    using input_shape = typename Network::input_shape;
    using output_shape = typename Network::output_shape;
    static constexpr std::size_t input_size = Network::input_size;
    static constexpr std::size_t output_size = Network::output_size;
    static constexpr std::size_t parameter_count = Network::parameter_count;

    using scalar = typename Network::scalar;
    using input_type = typename Network::input_type;
    using output_type = typename Network::output_type;
    using int8_input_type = std::array<std::int8_t, input_size>;
    using int8_output_type = std::array<std::int8_t, output_size>;
    using footprint = quantization::footprint_int8<quantized, Network>;
    template <std::size_t Index>
    static constexpr auto layer_cost = quantization::layer_cost_int8<stage<Index>>;

    quantization::layers_int8<Network> layers{};
    int8_scale<scalar> input{};
    int8_scale<scalar> output{};

    constexpr int8_output_type run(int8_input_type const& x) const {
        int8_output_type y;
        run_on(
            x.data(), [](std::int8_t q) { return q; }, y.data());
        return y;
    }

    template <class Input = detail::input_braces<quantized>,
              class Diagnosis = decltype(detail::input_or_batch_diagnosis<quantized, Input>())>
    constexpr auto operator()(Input const& x) const {
        if constexpr (detail::is_batch<Input>) {
            std::array<output_type, std::tuple_size<Input>::value> outputs{};
            (*this)(x, outputs);
            return outputs;
        } else {
            return infer(detail::array_of<input_type>(x));
        }
    }

    // Chosen for an input that does not fit, because compilers print a deleted function's sentence first.
    template <class Input,
              class Diagnosis = decltype(detail::input_or_batch_diagnosis<quantized, Input>())>
        requires(!detail::is_none<Diagnosis>)
    constexpr output_type operator()(Input const& x) const = delete;

    template <class Inputs, class Outputs>
    constexpr std::size_t operator()(Inputs const& inputs, Outputs&& outputs) const {
        using diagnosis = decltype(detail::batch_diagnosis<quantized, Inputs, Outputs>());
        static_assert(detail::fits<diagnosis>);
        std::size_t both = 0;
        if constexpr (detail::fits<diagnosis>) {
            std::size_t const count = std::size(inputs), space = std::size(outputs);
            both = count < space ? count : space;
            auto const* const x = std::data(inputs);
            auto* const y = std::data(outputs);
            for (std::size_t i = 0; i < both; ++i)
                y[i] = (*this)(x[i]);
        }
        return both;
    }

    // What a loss needs. The input of another activation is unknown if that activation is a table.
    constexpr typename last_stage::outcome forward_last(input_type const& x) const
        requires(quantization::int8_kind<last_stage>::is_of_all) {
        typename last_stage::outcome seen;
        infer_without_softmax(x, seen.preactivation.data());
        last_stage::activation::template forward<output_size>(seen.preactivation.data(),
                                                              seen.value.data());
        return seen;
    }

    friend constexpr bool operator==(quantized const&, quantized const&) = default;

private:
    constexpr output_type infer(input_type const& x) const {
        using activation = typename last_stage::activation;
        output_type y;
        infer_without_softmax(x, y.data());
        if constexpr (customization::normalizes_exponentials<activation>) {
            activation::template forward<output_size>(y.data(), y.data());
        } else if constexpr (customization::gives_log_probabilities<activation>) {
            output_type const before = y; // log_softmax has no place to work in but its outputs
            activation::template forward<output_size>(before.data(), y.data());
        }
        return y;
    }
    constexpr void infer_without_softmax(input_type const& x, scalar* y) const {
        std::int8_t q[output_size];
        run_on(
            x.data(), [scale = input](scalar number) { return scale.integer_of(number); }, q);
#pragma GCC unroll 4
        for (std::size_t j = 0; j < output_size; ++j)
            y[j] = output.value(q[j]);
    }

    template <class Number, class ToInteger>
    [[gnu::flatten]] constexpr void run_on(Number const* x, ToInteger const& to_integer,
                                           std::int8_t* y) const {
        constexpr std::size_t width = quantization::in_fours<input_size>;
        alignas(4) std::int16_t values[width];
#pragma GCC unroll 4
        for (std::size_t i = 0; i < input_size; ++i)
            values[i] = static_cast<std::int16_t>(to_integer(x[i]));
        for (std::size_t i = input_size; i < width; ++i)
            values[i] = 0;
        layers.run(values, y);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
