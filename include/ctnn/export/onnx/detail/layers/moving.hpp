#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/export/onnx/detail/written_layer.hpp>
#include <ctnn/text/text_view.hpp>
#include <limits>

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

// Axes in another order, after that of the batch.
template <>
struct written_layer<imported_layers::permute> : written_in_form<forms::as_network> {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const&) {
        constexpr auto sizes = described_stage<Stage>::signature.sizes;
        written_attribute::list<std::int64_t> order{};
        for (std::size_t a = 1; a <= sizes[0]; ++a)
            order[a] = static_cast<std::int64_t>(sizes[a]) + 1;
        to.node("Transpose", {to.value.name}, {written_attribute::of("perm", order, sizes[0] + 1)});
    }
};

// Resize by whole factors, each place of the output from the one that it lies in.
template <>
struct written_layer<imported_layers::upsample> : written_in_form<forms::channels_first> {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const&) {
        constexpr auto sizes = described_stage<Stage>::signature.sizes;
        std::array<float, written_attribute::most_numbers> scales{1, 1};
        for (std::size_t a = 1; a <= sizes[0]; ++a)
            scales[a + 1] = static_cast<float>(sizes[a]);
        to.node("Resize", {to.value.name, label(), to.list(scales.data(), sizes[0] + 2)},
                {written_attribute::of("mode", text_view("nearest")),
                 written_attribute::of("coordinate_transformation_mode", text_view("asymmetric")),
                 written_attribute::of("nearest_mode", text_view("floor"))});
    }
};

// The last of the steps, and all of them from the last on.
template <>
struct written_layer<imported_layers::last_step> : written_in_form<forms::any_steps> {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const&) {
        std::int64_t const last = -1;
        to.node("Gather", {to.value.name, to.constant(last)},
                {written_attribute::of("axis", to.value.steps_dimension())});
        to.value.form = Stage::output_shape::rank > 1 ? forms::as_network : forms::flat;
    }
};
template <>
struct written_layer<imported_layers::reversed_steps> : written_in_form<forms::any_steps> {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const&) {
        std::int64_t const first = -1, before = (std::numeric_limits<std::int64_t>::min)(),
                           dimension = to.value.steps_dimension();
        to.node("Slice", {to.value.name, to.list(&first, 1), to.list(&before, 1),
                          to.list(&dimension, 1), to.list(&first, 1)});
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
