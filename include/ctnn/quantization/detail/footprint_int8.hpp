#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/detail/sum_of.hpp>
#include <ctnn/quantization/detail/dense_int8.hpp>
#include <ctnn/quantization/detail/layers.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::quantization {

// What a layer costs, as `summary` shows it: its weights and biases are counted, and the bytes are those of all that
// it has, multipliers and tables too.
template <class Stage>
struct layer_cost_int8_of {
    static constexpr bool has_weights = layer_kind<Stage>::has_weights;
    std::size_t parameters = [] {
        if constexpr (has_weights)
            return (placed::terms<Stage> + 1) * Stage::bound::channels;
        else
            return std::size_t{0};
    }();
    std::size_t bytes = std::is_empty_v<layer_int8<Stage>> ? 0 : sizeof(layer_int8<Stage>);
    std::size_t multiply_adds = has_weights ? placed::terms<Stage> * Stage::output_size : 0;
};
template <class Stage>
inline constexpr layer_cost_int8_of<Stage> layer_cost_int8{};

// What `footprint` says of a quantized network, which is not trained.
template <class Quantized, class Network, class Indices = std::make_index_sequence<Network::depth>>
struct footprint_int8;

template <class Quantized, class Network, std::size_t... Index>
struct footprint_int8<Quantized, Network, std::index_sequence<Index...>> {
    std::size_t parameter_bytes = sizeof(Quantized);
    // Between layers integers lie in 16 bits, all layers' at the same time.
    std::size_t inference_activation_bytes =
        sizeof(std::int16_t) *
        ctnn::detail::sum_of(in_fours<Network::template stage<Index>::input_size>...);
    std::size_t multiply_adds = ctnn::detail::sum_of(
        layer_cost_int8<typename Network::template stage<Index>>.multiply_adds...);
    std::size_t inference_stack_bytes = inference_activation_bytes + Network::output_size;

    std::size_t flash = parameter_bytes;
    std::size_t ram = inference_stack_bytes;
};

} // namespace ctnn::quantization
