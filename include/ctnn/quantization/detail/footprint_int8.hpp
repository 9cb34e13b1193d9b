#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/quantization/detail/dense_int8.hpp>
#include <ctnn/quantization/detail/layers.hpp>
#include <ctnn/tensor/detail/sum_of.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::quantization {

template <class Network>
constexpr std::size_t bytes_between_layers();
template <class Network>
constexpr std::size_t multiply_adds_int8();

// What branches that are joined need besides: their own, each one's output, and the sums.
template <class Stage>
constexpr std::size_t bytes_of_branches() {
    if constexpr (!int8_kind<Stage>::joins)
        return 0;
    else
        return []<std::size_t... K>(std::index_sequence<K...>) {
            using bound = typename Stage::bound;
            return ctnn::detail::sum_of(
                int8_kind<Stage>::adds * sizeof(std::int32_t) * Stage::output_size,
                (bytes_between_layers<typename bound::template branch<K>>() +
                 (bound::template branch<K>::depth > 0) *
                     bound::template branch<K>::output_shape::size)...);
        }
    (std::make_index_sequence<Stage::bound::branch_count>{});
}
template <class Stage>
constexpr std::size_t multiply_adds_of_layer() {
    if constexpr (int8_kind<Stage>::has_weights)
        return placed::terms<Stage> * Stage::output_size;
    else if constexpr (int8_kind<Stage>::bends)
        return Stage::output_size;
    else if constexpr (!int8_kind<Stage>::joins)
        return 0;
    else
        return []<std::size_t... K>(std::index_sequence<K...>) {
            using bound = typename Stage::bound;
            return ctnn::detail::sum_of((multiply_adds_int8<typename bound::template branch<K>>() +
                                         (K == 0 || int8_kind<Stage>::adds) *
                                             bound::template branch<K>::output_shape::size)...);
        }
    (std::make_index_sequence<Stage::bound::branch_count>{});
}

// Between layers, integers lie in 16 bits, those of all layers at the same time.
template <class Network>
constexpr std::size_t bytes_between_layers() {
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
        return ctnn::detail::sum_of(
            (sizeof(std::int16_t) * in_fours<Network::template stage<Index>::input_size> +
             bytes_of_branches<typename Network::template stage<Index>>())...);
    }
    (std::make_index_sequence<Network::depth>{});
}
template <class Network>
constexpr std::size_t multiply_adds_int8() {
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
        return ctnn::detail::sum_of(
            multiply_adds_of_layer<typename Network::template stage<Index>>()...);
    }
    (std::make_index_sequence<Network::depth>{});
}

// What a layer costs, as `summary` shows it: it counts weights and biases, but the bytes include everything, such as
// multipliers and tables.
template <class Stage>
struct layer_cost_int8_of {
    std::size_t parameters =
        Stage::has_parameters * sizeof(typename Stage::parameters) / sizeof(typename Stage::scalar);
    std::size_t bytes = std::is_empty_v<layer_int8<Stage>> ? 0 : sizeof(layer_int8<Stage>);
    std::size_t multiply_adds = multiply_adds_of_layer<Stage>();
};
template <class Stage>
inline constexpr layer_cost_int8_of<Stage> layer_cost_int8{};

// What `footprint` says of a quantized network, which is not trained.
template <class Quantized, class Network>
struct footprint_int8 {
    std::size_t parameter_bytes = sizeof(Quantized);
    std::size_t inference_activation_bytes = bytes_between_layers<Network>();
    std::size_t multiply_adds = multiply_adds_int8<Network>();
    std::size_t inference_stack_bytes = inference_activation_bytes + Network::output_size;

    std::size_t flash = parameter_bytes;
    std::size_t ram = inference_stack_bytes;
};

} // namespace ctnn::quantization
