#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/written_setting.hpp>
#include <ctnn/import/tflite/detail/reader.hpp>
#include <ctnn/math/is_finite.hpp>

namespace ctnn::tflite::detail {

constexpr bool read_relu(reader& r) {
    return r.activate({imported_activations::relu});
}
constexpr bool read_relu6(reader& r) {
    return r.activate({imported_activations::relu6});
}
constexpr bool read_relu_n1_to_1(reader& r) {
    return r.activate({imported_activations::hard_tanh});
}
constexpr bool read_tanh(reader& r) {
    return r.activate({imported_activations::tanh});
}
constexpr bool read_logistic(reader& r) {
    return r.activate({imported_activations::sigmoid});
}
constexpr bool read_elu(reader& r) {
    return r.activate({imported_activations::elu, 1});
}
constexpr bool read_hard_swish(reader& r) {
    return r.activate({imported_activations::hard_swish});
}
constexpr bool read_leaky_relu(reader& r) {
    float const alpha = r.current().options.place == 0 ? 0 : r.current().options.real(0);
    if (!math::is_finite(alpha))
        return r.refuse_option("alpha", 0);
    return r.activate({imported_activations::leaky_relu, ctnn::detail::written_setting(alpha)});
}
constexpr bool read_gelu(reader& r) {
    if (r.option(0, 1) != 0)
        return r.refuse_option("approximate", 1);
    return r.activate({imported_activations::gelu});
}

// Over all numbers of the value, which are its last dimension.
constexpr bool read_over_all(reader& r, imported_activations which) {
    if (r.value.last() != r.value.size())
        return r.refuse(problems::shape_does_not_fit, r.value.last(), r.value.size());
    return r.activate({which});
}
constexpr bool read_softmax(reader& r) {
    if (r.option(0, 4) != __builtin_bit_cast(std::uint32_t, 1.0f))
        return r.refuse_option("beta", 0);
    return read_over_all(r, imported_activations::softmax);
}
constexpr bool read_log_softmax(reader& r) {
    return read_over_all(r, imported_activations::log_softmax);
}

// A slope for each channel, or one for all of a row.
constexpr bool read_prelu(reader& r) {
    tensor slopes;
    if (!r.read_weights(1, slopes) || !r.take_dimensions())
        return false;
    std::size_t const channels = r.value.last();
    if (slopes.size() != channels || slopes.rank == 0 ||
        slopes.dimensions[slopes.rank - 1] != channels)
        return r.refuse(problems::shape_does_not_fit, slopes.size(), channels);
    imported_step* const step = r.add(imported_layers::prelu);
    if (step == nullptr)
        return false;
    step->blocks[0] = r.row(slopes, channels);
    step->block_count = 1;
    return true;
}

} // namespace ctnn::tflite::detail
