#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/written_setting.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>
#include <ctnn/math/is_finite.hpp>

namespace ctnn::onnx::detail {

using ctnn::detail::written_setting;

constexpr bool read_relu(reader& r) {
    return r.activate({imported_activations::relu});
}
constexpr bool read_sigmoid(reader& r) {
    return r.activate({imported_activations::sigmoid});
}
constexpr bool read_tanh(reader& r) {
    return r.activate({imported_activations::tanh});
}
constexpr bool read_softplus(reader& r) {
    return r.activate({imported_activations::softplus});
}
constexpr bool read_softsign(reader& r) {
    return r.activate({imported_activations::softsign});
}
constexpr bool read_mish(reader& r) {
    return r.activate({imported_activations::mish});
}
constexpr bool read_hard_swish(reader& r) {
    return r.activate({imported_activations::hard_swish});
}
constexpr bool read_leaky_relu(reader& r) {
    return r.activate(
        {imported_activations::leaky_relu, written_setting(r.number("alpha", 0.01f))});
}
constexpr bool read_elu(reader& r) {
    return r.activate({imported_activations::elu, written_setting(r.number("alpha", 1))});
}
constexpr bool read_celu(reader& r) {
    return r.activate({imported_activations::celu, written_setting(r.number("alpha", 1))});
}

constexpr bool read_gelu(reader& r) {
    attribute const approximate = r.find("approximate");
    if (is(r.file, approximate.text, "tanh"))
        return r.refuse(problems::gelu_is_approximate);
    if (approximate.given && !is(r.file, approximate.text, "none"))
        return r.refuse_attribute("approximate");
    return r.activate({imported_activations::gelu});
}

// Over all numbers of the value. (Up to opset 12 over all dimensions from the axis on.)
constexpr bool read_over_all(reader& r, imported_activations which) {
    bool const flattens = r.g.opset < 13;
    auto const rank = static_cast<std::int64_t>(r.value.rank);
    std::int64_t axis = r.integer("axis", flattens ? 1 : -1);
    if (axis < 0)
        axis += rank;
    if (axis < 0 || axis > rank)
        return r.refuse_attribute("axis");
    std::size_t over = 1;
    for (auto i = static_cast<std::size_t>(axis); i < r.value.rank; ++i)
        if (flattens || i == static_cast<std::size_t>(axis))
            over *= r.value.dimensions[i];
    if (over != r.value.size())
        return r.refuse_attribute("axis");
    return r.activate({which});
}
constexpr bool read_softmax(reader& r) {
    return read_over_all(r, imported_activations::softmax);
}
constexpr bool read_log_softmax(reader& r) {
    return read_over_all(r, imported_activations::log_softmax);
}

// The logarithm of a sigmoid or of softmax.
constexpr bool read_log(reader& r) {
    imported_step* const before = r.last();
    if (before != nullptr && before->activation.kind == imported_activations::sigmoid)
        before->activation.kind = imported_activations::log_sigmoid;
    else if (before != nullptr && before->activation.kind == imported_activations::softmax)
        before->activation.kind = imported_activations::log_softmax;
    else
        return r.refuse(problems::operator_is_not_read);
    return true;
}

} // namespace ctnn::onnx::detail
