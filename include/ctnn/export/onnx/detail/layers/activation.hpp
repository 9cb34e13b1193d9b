#pragma once

#include <cstdint>
#include <ctnn/export/onnx/detail/graph_writer.hpp>
#include <ctnn/export/onnx/detail/written_layer.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

// Activations. Those that ONNX has not, or only in newer versions, are the nodes that PyTorch writes.

template <imported_activations Kind>
inline constexpr text_view operator_of_activation = ""; // none has that name
template <>
inline constexpr text_view operator_of_activation<imported_activations::relu> = "Relu";
template <>
inline constexpr text_view operator_of_activation<imported_activations::selu> = "Selu";
template <>
inline constexpr text_view operator_of_activation<imported_activations::sigmoid> = "Sigmoid";
template <>
inline constexpr text_view operator_of_activation<imported_activations::tanh> = "Tanh";
template <>
inline constexpr text_view operator_of_activation<imported_activations::softplus> = "Softplus";
template <>
inline constexpr text_view operator_of_activation<imported_activations::softsign> = "Softsign";
template <>
inline constexpr text_view operator_of_activation<imported_activations::hard_swish> = "HardSwish";

template <class Number>
constexpr void write_clip(graph_writer& to, double lower, double upper) {
    label const first = to.constant(static_cast<Number>(lower)),
                second = to.constant(static_cast<Number>(upper));
    to.node("Clip", {to.value.name, first, second});
}

template <class Number>
constexpr void write_gelu(graph_writer& to) {
    label const x = to.value.name;
    to.node("Div", {x, to.constant(Number(1.4142135623730951))});
    to.node("Erf", {to.value.name});
    to.node("Add", {to.value.name, to.constant(Number(1))});
    to.node("Mul", {x, to.value.name});
    to.node("Mul", {to.value.name, to.constant(Number(0.5))});
}

template <class Number, class Activation>
constexpr void write_activation(graph_writer& to) {
    using kinds = imported_activations;
    constexpr imported_activation activation =
        ctnn::detail::described_activation<Activation>::value;
    constexpr kinds kind = activation.kind;
    auto const real = [](text_view name, double value) {
        return written_attribute::of(name, static_cast<float>(value));
    };
    if constexpr (operator_of_activation<kind>.size() > 0) {
        to.node(operator_of_activation<kind>, {to.value.name});
    } else if constexpr (kind == kinds::leaky_relu) {
        to.node("LeakyRelu", {to.value.name}, {real("alpha", activation.first)});
    } else if constexpr (kind == kinds::elu) {
        to.node("Elu", {to.value.name}, {real("alpha", activation.first)});
    } else if constexpr (kind == kinds::celu) {
        to.node("Celu", {to.value.name}, {real("alpha", activation.first)});
    } else if constexpr (kind == kinds::hard_sigmoid) {
        to.node("HardSigmoid", {to.value.name}, {real("alpha", 1.0 / 6), real("beta", 0.5)});
    } else if constexpr (kind == kinds::relu6) {
        write_clip<Number>(to, 0, 6);
    } else if constexpr (kind == kinds::hard_tanh) {
        write_clip<Number>(to, -1, 1);
    } else if constexpr (kind == kinds::clamp) {
        write_clip<Number>(to, activation.first, activation.second);
    } else if constexpr (kind == kinds::softmax || kind == kinds::log_softmax) {
        to.become(forms::flat); // it goes over all numbers
        to.node(kind == kinds::softmax ? text_view("Softmax") : text_view("LogSoftmax"),
                {to.value.name}, {written_attribute::of("axis", std::int64_t{1})});
    } else if constexpr (kind == kinds::log_sigmoid) {
        to.node("Sigmoid", {to.value.name});
        to.node("Log", {to.value.name});
    } else if constexpr (kind == kinds::gelu) {
        write_gelu<Number>(to);
    } else if constexpr (kind == kinds::silu) {
        label const x = to.value.name;
        to.node("Sigmoid", {x});
        to.node("Mul", {x, to.value.name});
    } else if constexpr (kind == kinds::mish) {
        label const x = to.value.name;
        to.node("Softplus", {x});
        to.node("Tanh", {to.value.name});
        to.node("Mul", {x, to.value.name});
    } else {
        static_assert(kind == kinds::identity);
    }
}

// Among the layers.
template <>
struct written_layer<imported_layers::activation> : written_in_any_form {
    template <class Stage>
    static constexpr void write(graph_writer&, typename Stage::parameters const&) {}
};

} // namespace ctnn::onnx::detail
