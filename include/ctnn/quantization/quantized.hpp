#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/activation/softmax.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/detail/verdict.hpp>
#include <ctnn/quantization/detail/footprint_int8.hpp>
#include <ctnn/quantization/detail/layers.hpp>
#include <ctnn/quantization/int8_scale.hpp>
#include <type_traits>

namespace ctnn {

/// A trained network in integers of 8 bits, as `quantize` makes it: a quarter of the size of one in
/// float, and for inference alone. Between input and output there is no floating point.
///
/// `net.run(q)` takes and gives integers; `net(x)` takes and gives the network's numbers. The class is
/// `argmax` of either. `net.input.quantized(x)` makes an integer of an input, `net.output.value(q)` a
/// number of an output, before the softmax if there is one.
///
/// Shape:    std::array<std::int8_t, input_size> -> std::array<std::int8_t, output_size>; the same of
///           the network's scalar.
/// Gradient: none.
/// Cost:     a byte for each weight (of an input count that is no multiple of four: of the next one),
///           8 for each neuron, 8 for each layer, 256 for each activation but those that only cut
///           off, as relu does, and a softmax at the end. Inputs * Outputs multiply-adds. The same
///           instructions for all inputs of `run`.
/// Errors:   a network that cannot be quantized does not compile, and the message names the layer.
/// Source:   B. Jacob et al., "Quantization and training of neural networks for efficient
///           integer-arithmetic-only inference", CVPR 2018; TensorFlow Lite's 8-bit quantization
///           specification; gemmlowp's fixed-point rounding.
/// Example:  docs/examples/digits_int8.cpp
template <concepts::network Network>
    requires detail::fits<decltype(quantization::quantization_verdict<Network>())>
struct quantized {
    static constexpr std::size_t input_size = Network::input_size;
    static constexpr std::size_t output_size = Network::output_size;

    using scalar = typename Network::scalar;
    using input_type = std::array<std::int8_t, input_size>;
    using output_type = std::array<std::int8_t, output_size>;
    using footprint = quantization::footprint_int8<quantized, Network>;

    quantization::layers_int8<Network> layers{};
    int8_scale<scalar> input{};
    int8_scale<scalar> output{};

    constexpr output_type run(input_type const& x) const {
        output_type y;
        run_on(
            x.data(), [](std::int8_t q) { return q; }, y.data());
        return y;
    }

    constexpr typename Network::output_type
    operator()(typename Network::input_type const& x) const {
        std::int8_t q[output_size];
        run_on(
            x.data(), [scale = input](scalar number) { return scale.quantized(number); }, q);
        typename Network::output_type y;
        scalar* const to = y.data();
        for (std::size_t j = 0; j < output_size; ++j)
            to[j] = output.value(q[j]);
        if constexpr (std::is_same_v<typename Network::last_stage::activation, softmax>)
            softmax::forward<output_size>(to, to);
        return y;
    }

    friend constexpr bool operator==(quantized const&, quantized const&) = default;

private:
    template <class Number, class ToInteger>
    [[gnu::flatten]] constexpr void run_on(Number const* x, ToInteger const& to_integer,
                                           std::int8_t* y) const {
        constexpr std::size_t width = quantization::in_fours<input_size>;
        alignas(4) std::int16_t values[width];
        for (std::size_t i = 0; i < input_size; ++i)
            values[i] = to_integer(x[i]);
        for (std::size_t i = input_size; i < width; ++i)
            values[i] = 0;
        layers.run(values, y);
    }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
