#pragma once

#include <cstddef>
#include <ctnn/export/onnx/detail/layers/dense.hpp>
#include <ctnn/export/onnx/detail/written_layer.hpp>

namespace ctnn::onnx::detail {

// (x - mean) / deviation, each number with its own.
template <>
struct written_layer<imported_layers::normalization> : written_in_any_form {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const& p) {
        using scalar = typename Stage::scalar;
        written_value const value = to.value;
        auto const weights = [&](text_view name, auto const& all) {
            return to.weights<scalar>(name, value.extents_in_file(), [&](std::size_t i) {
                return all.data()[value.index_in_network(i)];
            });
        };
        label const mean = weights(".mean", p.mean);
        label const deviation = weights(".deviation", p.deviation);
        to.node("Sub", {to.value.name, mean});
        to.node("Div", {to.value.name, deviation});
    }
};

// BatchNormalization takes channels in dimension 1.
template <>
struct written_layer<imported_layers::batch_norm> : written_in_form<forms::channels_first> {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const& p) {
        using scalar = typename Stage::scalar;
        written_extents const channels{{to.value.channels()}, 1};
        label const gamma = to.weights<scalar>(".gamma", channels, in_order{p.gamma});
        label const beta = to.weights<scalar>(".beta", channels, in_order{p.beta});
        label const mean = to.weights<scalar>(".mean", channels, in_order{p.mean});
        label const variance = to.weights<scalar>(".variance", channels, in_order{p.variance});
        to.node("BatchNormalization", {to.value.name, gamma, beta, mean, variance},
                {written_attribute::of(
                    "epsilon", static_cast<float>(described_stage<Stage>::signature.setting))});
    }
};

// A slope for each channel: [channels, 1 ...].
template <>
struct written_layer<imported_layers::prelu> : written_in_form<forms::channels_first> {
    template <class Stage>
    static constexpr void write(graph_writer& to, typename Stage::parameters const& p) {
        written_extents extents{{to.value.channels()}, 1};
        for (std::size_t i = 1; i < to.value.rank; ++i)
            extents.add(1);
        label const slopes =
            to.weights<typename Stage::scalar>(".slopes", extents, in_order{p.slopes});
        to.node("PRelu", {to.value.name, slopes});
    }
};

} // namespace ctnn::onnx::detail
