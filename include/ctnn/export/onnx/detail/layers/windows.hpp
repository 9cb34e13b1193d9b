#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/export/onnx/detail/layers/dense.hpp>
#include <ctnn/export/onnx/detail/written_layer.hpp>
#include <ctnn/import/detail/window_sizes.hpp>

namespace ctnn::onnx::detail {

using ctnn::detail::window_paddings;
using ctnn::detail::window_sizes;

// What the nodes of layers with windows state of them, along each axis.
struct window_attributes {
    using numbers = std::array<std::int64_t, written_attribute::most_numbers>;
    std::size_t rank = 0;
    numbers kernel{}, strides{}, dilations{};
    numbers pads{}; // before, then after

    constexpr window_attributes(window_sizes const& sizes, written_value const& input)
        : rank{sizes.rank} {
        for (std::size_t a = 0; a < rank; ++a) {
            kernel[a] = static_cast<std::int64_t>(sizes.kernel[a]);
            strides[a] = static_cast<std::int64_t>(sizes.strides[a]);
            dilations[a] = static_cast<std::int64_t>(sizes.dilation[a]);
            std::size_t const reach = (sizes.kernel[a] - 1) * sizes.dilation[a] + 1;
            std::size_t before = sizes.places[a], after = sizes.places[a];
            if (sizes.padding == window_paddings::causal) {
                before = reach - 1;
                after = 0;
            } else if (sizes.padding == window_paddings::same) {
                std::size_t const extent = input.extents[a];
                std::size_t const windows = (extent + sizes.strides[a] - 1) / sizes.strides[a];
                std::size_t const all = (windows - 1) * sizes.strides[a] + reach;
                std::size_t const around = all > extent ? all - extent : 0;
                before = around / 2;
                after = around - before;
            }
            pads[a] = static_cast<std::int64_t>(before);
            pads[rank + a] = static_cast<std::int64_t>(after);
        }
    }
    constexpr auto list(text_view name, numbers const& all, std::size_t per_axis = 1) const {
        return written_attribute::of(name, all, per_axis * rank);
    }
};

// Conv: the weights are [outputs][channels of a group][places ...], and here [places ...][channels of a group][outputs].
struct written_conv : written_in_form<forms::channels_first> {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const& p) {
        using scalar = typename Stage::scalar;
        constexpr window_sizes sizes{described_stage<Stage>::signature.sizes};
        constexpr bool is_depthwise =
            described_stage<Stage>::signature.layer == imported_layers::depthwise_conv2d;
        std::size_t const channels = to.value.channels();
        std::size_t const groups = is_depthwise ? channels : sizes.groups;
        std::size_t const outputs = Stage::output_shape::extents[Stage::output_shape::rank - 1];
        std::size_t const of_group = channels / groups;
        written_extents extents{{outputs, of_group}, 2};
        std::size_t places = 1;
        for (std::size_t a = 0; a < sizes.rank; ++a) {
            extents.add(sizes.kernel[a]);
            places *= sizes.kernel[a];
        }
        label const weights = to.weights<scalar>(".weights", extents, [&](std::size_t i) {
            std::size_t const place = i % places, channel = i / places % of_group,
                              output = i / (places * of_group);
            return p.weights.values.data()[(place * of_group + channel) * outputs + output];
        });
        label const biases = to.weights<scalar>(".biases", {{outputs}, 1}, in_order{p.biases});
        window_attributes const windows(sizes, to.value);
        to.node(
            "Conv", {to.value.name, weights, biases},
            {windows.list("kernel_shape", windows.kernel), windows.list("strides", windows.strides),
             windows.list("dilations", windows.dilations), windows.list("pads", windows.pads, 2),
             written_attribute::of("group", static_cast<std::int64_t>(groups))});
    }
};
template <>
struct written_layer<imported_layers::conv1d> : written_conv {};
template <>
struct written_layer<imported_layers::conv2d> : written_conv {};
template <>
struct written_layer<imported_layers::depthwise_conv2d> : written_conv {};

// ConvTranspose: the weights are [channels][outputs of a group][places ...]. What padding leaves out is stated before and
// after; where there is more after than windows reach, it is padding of the output.
template <>
struct written_layer<imported_layers::conv2d_transpose> : written_in_form<forms::channels_first> {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const& p) {
        using scalar = typename Stage::scalar;
        constexpr window_sizes sizes{described_stage<Stage>::signature.sizes};
        constexpr std::size_t outputs = sizes.outputs, of_group = outputs / sizes.groups,
                              places = sizes.kernel[0] * sizes.kernel[1];
        std::size_t const channels = to.value.channels(),
                          channels_of_group = channels / sizes.groups;
        label const weights = to.weights<scalar>(
            ".weights", {{channels, of_group, sizes.kernel[0], sizes.kernel[1]}, 4},
            [&](std::size_t i) {
                std::size_t const place = i % places, channel = i / (places * of_group),
                                  group = channel / channels_of_group,
                                  output = group * of_group + i / places % of_group;
                return p.weights.values
                    .data()[(place * channels_of_group + channel % channels_of_group) * outputs +
                            output];
            });
        label const biases = to.weights<scalar>(".biases", {{outputs}, 1}, in_order{p.biases});
        window_attributes windows(sizes, to.value);
        window_attributes::numbers more{};
        for (std::size_t a = 0; a < 2; ++a) {
            std::size_t const reach = (sizes.kernel[a] - 1) * sizes.dilation[a] + 1,
                              stride = sizes.strides[a];
            std::size_t const all = (to.value.extents[a] - 1) * stride + reach;
            std::size_t const before = sizes.padding != window_paddings::same ? sizes.places[a]
                                       : reach > stride                       ? (reach - stride) / 2
                                                                              : 0;
            std::size_t const kept = before + Stage::output_shape::extents[a];
            windows.pads[a] = static_cast<std::int64_t>(before);
            windows.pads[2 + a] = static_cast<std::int64_t>(all > kept ? all - kept : 0);
            more[a] = static_cast<std::int64_t>(kept > all ? kept - all : 0);
        }
        to.node("ConvTranspose", {to.value.name, weights, biases},
                {windows.list("kernel_shape", windows.kernel),
                 windows.list("strides", windows.strides),
                 windows.list("dilations", windows.dilations),
                 windows.list("pads", windows.pads, 2), windows.list("output_padding", more),
                 written_attribute::of("group", static_cast<std::int64_t>(sizes.groups))});
    }
};

// A pool of windows. AveragePool of opset 17 has no dilations.
struct written_pool : written_in_form<forms::channels_first> {
    template <class Stage>
    static constexpr window_sizes sizes{described_stage<Stage>::signature.sizes};
    template <class Stage>
    static constexpr bool is_dilated = [] {
        for (std::size_t a = 0; a < sizes<Stage>.rank; ++a)
            if (sizes<Stage>.dilation[a] != 1)
                return true;
        return false;
    }();
    template <class Stage>
    static constexpr void write_windows(graph_writer& to, text_view operator_name) {
        window_attributes const windows(sizes<Stage>, to.value);
        written_attribute const attributes[]{
            windows.list("kernel_shape", windows.kernel), windows.list("strides", windows.strides),
            windows.list("pads", windows.pads, 2), windows.list("dilations", windows.dilations)};
        to.node(operator_name, {to.value.name}, attributes, is_dilated<Stage> ? 4 : 3);
    }
};
template <>
struct written_layer<imported_layers::max_pool> : written_pool {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const&) {
        write_windows<Stage>(to, "MaxPool");
    }
};
template <>
struct written_layer<imported_layers::average_pool> : written_pool {
    template <class Stage>
    static constexpr bool is_written = !is_dilated<Stage>;
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const&) {
        write_windows<Stage>(to, "AveragePool");
    }
};

// What they leave is [batch, channels, 1 ...].
struct written_global_pool : written_in_form<forms::channels_first> {
    static constexpr void write_pool(graph_writer& to, text_view operator_name) {
        to.node(operator_name, {to.value.name});
        to.node("Flatten", {to.value.name}, {written_attribute::of("axis", std::int64_t{1})});
        to.value.form = forms::flat;
    }
};
template <>
struct written_layer<imported_layers::global_max_pool> : written_global_pool {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const&) {
        write_pool(to, "GlobalMaxPool");
    }
};
template <>
struct written_layer<imported_layers::global_average_pool> : written_global_pool {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const&) {
        write_pool(to, "GlobalAveragePool");
    }
};

} // namespace ctnn::onnx::detail
