#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/export/onnx/detail/written_layer.hpp>

namespace ctnn::onnx::detail {

// Pad: before each dimension, then after each, with those of the batch and the channels.
template <>
struct written_layer<imported_layers::zero_padding> : written_in_form<forms::channels_first> {
    static constexpr std::size_t most_axes = 2;
    template <class Stage>
    static constexpr bool is_written = described_stage<Stage>::signature.sizes[0] <= 2 * most_axes;

    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const&) {
        constexpr auto sizes = described_stage<Stage>::signature.sizes;
        constexpr std::size_t axes = sizes[0] / 2, dimensions = axes + 2;
        std::array<std::int64_t, 2 * (most_axes + 2)> pads{};
        for (std::size_t a = 0; a < axes; ++a) {
            pads[2 + a] = static_cast<std::int64_t>(sizes[2 * a + 1]);
            pads[dimensions + 2 + a] = static_cast<std::int64_t>(sizes[2 * a + 2]);
        }
        to.node("Pad", {to.value.name, to.list(pads.data(), 2 * dimensions)});
    }
};

// Numbers get other extents, in their order.
template <>
struct written_layer<imported_layers::reshape> : written_in_form<forms::flat> {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const&) {
        to.template take_shape<typename Stage::output_shape>();
        to.reshape();
    }
};

} // namespace ctnn::onnx::detail
