#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/window_sizes.hpp>
#include <ctnn/import/tflite/detail/reader.hpp>

namespace ctnn::tflite::detail {

using ctnn::detail::window_paddings;
using ctnn::detail::window_sizes;

// Convolutions and pools. A convolution of an image with one row, or one column, is one of a sequence if the network has it
// as such: Keras' Conv1D becomes this.

struct windows {
    std::array<std::size_t, 2> kernel{};
    std::array<std::size_t, 2> strides{};
    std::array<std::size_t, 2> dilation{1, 1};
    bool is_same = false;
    std::array<std::size_t, 2> counts{};
    std::size_t first_axis = 0; // 1 in a sequence
    std::size_t last_axis = 1;
};

constexpr bool read_stride(reader& r, std::size_t field, text_view name, std::size_t& to) {
    std::uint32_t const stride = r.option(field, 4);
    if (stride == 0 || stride > most_numbers)
        return r.refuse_option(name, stride);
    to = stride;
    return true;
}

// Without the kernel, which is there.
constexpr bool read_windows(reader& r, windows& to) {
    if (!r.takes_value_as(0))
        return r.refuse(problems::operand_is_not_in_the_file);
    if (r.value.rank != 4)
        return r.refuse(problems::shape_does_not_fit, r.value.rank, 4);
    std::uint32_t const padding = r.option(window_fields::padding, 1);
    to.is_same = static_cast<paddings>(padding) == paddings::same;
    if (!to.is_same && static_cast<paddings>(padding) != paddings::valid)
        return r.refuse_option("padding", padding);
    if (!read_stride(r, window_fields::stride_h, "stride_h", to.strides[0]) ||
        !read_stride(r, window_fields::stride_w, "stride_w", to.strides[1]))
        return false;
    bool is_padded = false;
    for (std::size_t a = 0; a < 2; ++a) {
        std::size_t const input = r.value.dimensions[a + 1];
        if (to.kernel[a] == 0 || to.kernel[a] > most_numbers || to.dilation[a] == 0 ||
            to.dilation[a] > most_numbers / to.kernel[a])
            return r.refuse(problems::shape_does_not_fit, to.kernel[a], input);
        std::size_t const reach = (to.kernel[a] - 1) * to.dilation[a] + 1;
        if (to.is_same) {
            to.counts[a] = (input - 1) / to.strides[a] + 1;
            is_padded = is_padded || (to.counts[a] - 1) * to.strides[a] + reach > input;
        } else if (reach > input) {
            return r.refuse(problems::shape_does_not_fit, input, reach);
        } else {
            to.counts[a] = (input - reach) / to.strides[a] + 1;
        }
    }
    to.is_same = is_padded;
    // A sequence in the network, whose steps are along one of both.
    detail::value const& v = r.value;
    for (std::size_t a = 0; a < 2; ++a)
        if (v.extent_count == 2 && v.dimensions[1 + a] == 1 && to.kernel[a] == 1 &&
            v.extents[0] == v.dimensions[2 - a] && v.extents[1] == v.dimensions[3])
            to.first_axis = to.last_axis = 1 - a;
    return to.first_axis == to.last_axis || r.take_dimensions();
}

constexpr window_sizes sizes_of(windows const& from) {
    window_sizes made;
    for (std::size_t a = from.first_axis; a <= from.last_axis; ++a, ++made.rank) {
        made.kernel[made.rank] = from.kernel[a];
        made.strides[made.rank] = from.strides[a];
        made.dilation[made.rank] = from.dilation[a];
    }
    made.padding = from.is_same ? window_paddings::same : window_paddings::none;
    return made;
}
constexpr void put_windows(reader& r, windows const& from, std::size_t channels) {
    r.value.dimensions = {1, from.counts[0], from.counts[1], channels};
    if (from.first_axis == from.last_axis)
        r.value.extents = {from.counts[from.first_axis], channels};
    else
        r.value.put_extents();
}

// CONV_2D: the weights are [outputs][places...][channels] in the file, and here [places...][channels][outputs].
constexpr bool read_conv_2d(reader& r) {
    tensor weights;
    if (!r.read_weights(1, weights))
        return false;
    if (weights.rank != 4)
        return r.refuse(problems::shape_does_not_fit, weights.rank, 4);
    windows from;
    std::size_t const outputs = weights.dimensions[0], channels = weights.dimensions[3];
    from.kernel = {weights.dimensions[1], weights.dimensions[2]};
    from.dilation = {r.option(conv_fields::dilation_h, 4, 1),
                     r.option(conv_fields::dilation_w, 4, 1)};
    if (!read_windows(r, from))
        return false;
    if (r.value.last() != channels) // fewer are groups
        return r.refuse(problems::input_has_another_size, r.value.last(), channels);
    window_sizes sizes = sizes_of(from);
    sizes.outputs = outputs;
    imported_step* const step =
        r.add(sizes.rank == 1 ? imported_layers::conv1d : imported_layers::conv2d);
    if (step == nullptr)
        return false;
    step->sizes = sizes.packed();
    step->blocks[0] = r.block(weights);
    step->blocks[0].extents = {1, from.kernel[0], from.kernel[1], channels, outputs};
    step->blocks[0].strides = {0, from.kernel[1] * channels, channels, 1,
                               from.kernel[0] * from.kernel[1] * channels};
    step->block_count = 2;
    if (!r.read_biases(2, outputs, step->blocks[1]))
        return false;
    put_windows(r, from, outputs);
    return r.activate_fused(conv_fields::activation);
}

// DEPTHWISE_CONV_2D: the weights are [1][places...][outputs], as here.
constexpr bool read_depthwise_conv_2d(reader& r) {
    tensor weights;
    if (!r.read_weights(1, weights))
        return false;
    if (weights.rank != 4 || weights.dimensions[0] != 1)
        return r.refuse(problems::shape_does_not_fit, weights.rank, 4);
    windows from;
    from.kernel = {weights.dimensions[1], weights.dimensions[2]};
    from.dilation = {r.option(depthwise_fields::dilation_h, 4, 1),
                     r.option(depthwise_fields::dilation_w, 4, 1)};
    std::size_t const outputs = weights.dimensions[3];
    if (!r.take_dimensions() || !read_windows(r, from))
        return false;
    std::size_t const channels = r.value.last();
    if (outputs % channels != 0)
        return r.refuse(problems::input_has_another_size, channels, outputs);
    window_sizes sizes = sizes_of(from);
    sizes.multiplier = outputs / channels;
    // Of one channel it is a convolution.
    bool const is_plain = channels == 1;
    if (is_plain) {
        sizes.outputs = outputs;
        sizes.multiplier = 1;
    }
    imported_step* const step =
        r.add(is_plain ? imported_layers::conv2d : imported_layers::depthwise_conv2d);
    if (step == nullptr)
        return false;
    step->sizes = sizes.packed();
    step->blocks[0] = r.block(weights);
    step->blocks[0].extents = {1, from.kernel[0], from.kernel[1], 1, outputs};
    step->blocks[0].strides = {0, from.kernel[1] * outputs, outputs, 0, 1};
    step->block_count = 2;
    if (!r.read_biases(2, outputs, step->blocks[1]))
        return false;
    put_windows(r, from, outputs);
    return r.activate_fused(depthwise_fields::activation);
}

constexpr bool add_pool(reader& r, imported_layers layer) {
    windows from;
    from.kernel = {r.option(pool_fields::height, 4), r.option(pool_fields::width, 4)};
    if (!read_windows(r, from))
        return false;
    imported_step* const step = r.add(layer);
    if (step == nullptr)
        return false;
    step->sizes = sizes_of(from).packed();
    put_windows(r, from, r.value.last());
    return r.activate_fused(pool_fields::activation);
}
constexpr bool read_max_pool_2d(reader& r) {
    return add_pool(r, imported_layers::max_pool);
}
constexpr bool read_average_pool_2d(reader& r) {
    return add_pool(r, imported_layers::average_pool);
}

} // namespace ctnn::tflite::detail
