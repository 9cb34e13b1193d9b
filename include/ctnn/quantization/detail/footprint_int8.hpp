#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/detail/sum_of.hpp>
#include <ctnn/quantization/detail/dense_int8.hpp>
#include <ctnn/quantization/detail/layers.hpp>
#include <utility>

namespace ctnn::quantization {

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
    std::size_t multiply_adds =
        ctnn::detail::sum_of((layer_kind<typename Network::template stage<Index>>::has_weights
                                  ? placed::terms<typename Network::template stage<Index>> *
                                        Network::template stage<Index>::output_size
                                  : 0)...);
    std::size_t inference_stack_bytes = inference_activation_bytes + Network::output_size;

    std::size_t flash = parameter_bytes;
    std::size_t ram = inference_stack_bytes;
};

} // namespace ctnn::quantization
