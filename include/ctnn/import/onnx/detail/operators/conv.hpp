#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/import/onnx/detail/operators/elementwise.hpp>
#include <ctnn/import/onnx/detail/operators/window_geometry.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// A layer of zeros before a convolution without padding is its padding, where it has a word for it: a causal convolution, as
// Keras' becomes Pad and Conv, can stream then.
constexpr bool take_zeros_before(reader& r, window_geometry& geometry, window_sizes& sizes) {
    imported_step const* const zeros = r.last();
    if (zeros == nullptr || zeros->layer != imported_layers::zero_padding ||
        zeros->sizes[0] != 2 * geometry.rank)
        return false;
    window_geometry padded = geometry;
    for (std::size_t a = 0; a < geometry.rank; ++a) {
        padded_window_axis& axis = padded.axes[a];
        if (axis.before + axis.after > 0)
            return false;
        axis.before = zeros->sizes[1 + 2 * a];
        axis.after = zeros->sizes[2 + 2 * a];
        axis.input -= axis.before + axis.after;
    }
    window_sizes found = sizes;
    if (!find_padding(padded, true, found))
        return false;
    geometry = padded;
    sizes = found;
    r.steps[--r.count] = {};
    return true;
}

// Conv: the weights are [outputs][channels of a group][places...] in the file, and here
// [places...][channels of a group][outputs], in groups too.
constexpr bool read_conv(reader& r) {
    tensor const* const weights = r.weights(1);
    if (weights == nullptr)
        return false;
    if (!r.takes_value_as(0))
        return r.refuse(problems::operand_is_not_in_the_file);
    if (weights->rank != r.value.rank || weights->size() == 0)
        return r.refuse(problems::shape_does_not_fit, weights->rank, r.value.rank);
    window_geometry geometry;
    if (!read_window_geometry(r, weights->dimensions.data() + 2, geometry))
        return false;
    for (std::size_t a = 0; a < geometry.rank; ++a)
        if (geometry.axes[a].kernel != weights->dimensions[a + 2])
            return r.refuse_attribute("kernel_shape");
    std::size_t const outputs = weights->dimensions[0], channels = r.value.dimensions[1],
                      of_group = weights->dimensions[1];
    std::int64_t const stated = r.integer("group", 1);
    if (stated < 1 || static_cast<std::uint64_t>(stated) > channels)
        return r.refuse_attribute("group");
    auto const groups = static_cast<std::size_t>(stated);
    if (of_group * groups != channels)
        return r.refuse(problems::input_has_another_size, channels, of_group * groups);
    if (outputs % groups != 0)
        return r.refuse_attribute("group");

    window_sizes sizes;
    put_sizes(geometry, sizes);
    if (!take_zeros_before(r, geometry, sizes) && !find_padding(geometry, true, sizes) &&
        !add_zeros(r, geometry))
        return false;
    bool const is_depthwise = geometry.rank == 2 && groups == channels && groups > 1;
    sizes.outputs = is_depthwise ? 0 : outputs;
    sizes.groups = is_depthwise ? 1 : groups;
    sizes.multiplier = is_depthwise ? outputs / groups : 1;
    imported_step* const step = r.add(is_depthwise         ? imported_layers::depthwise_conv2d
                                      : geometry.rank == 1 ? imported_layers::conv1d
                                                           : imported_layers::conv2d);
    if (step == nullptr)
        return false;
    step->sizes = sizes.packed();

    parameter_block block = r.block(*weights);
    std::size_t places = 1;
    for (std::size_t a = geometry.rank; a-- > 0;) {
        block.extents[1 + a] = geometry.axes[a].kernel;
        block.strides[1 + a] = places;
        places *= geometry.axes[a].kernel;
    }
    block.extents[3] = of_group;
    block.strides[3] = places;
    block.extents[4] = outputs;
    block.strides[4] = of_group * places;
    step->blocks[0] = block;
    step->blocks[1] = r.all(0, outputs);
    step->block_count = 2;
    put_windows(r, geometry, outputs);
    return read_window_biases(r, outputs, step->blocks[1]);
}

} // namespace ctnn::onnx::detail
