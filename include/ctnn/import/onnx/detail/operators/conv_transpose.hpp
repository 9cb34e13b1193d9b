#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/import/onnx/detail/operators/window_geometry.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// The places that one axis of a ConvTranspose leaves out, before and after; with a number below 0, zeros that it adds.
struct left_out_places {
    std::int64_t before = 0;
    std::int64_t after = 0;
};

constexpr bool find_left_out(reader& r, std::size_t a, padded_window_axis const& axis,
                             left_out_places& to) {
    auto const surplus =
        static_cast<std::int64_t>(axis.reach()) - static_cast<std::int64_t>(axis.stride);
    attribute const automatic = r.find("auto_pad"), pads = r.find("pads"),
                    more = r.find("output_padding");
    if (r.find("output_shape").given)
        return r.refuse_attribute("output_shape");
    if (is(r.file, automatic.text, "SAME_UPPER")) {
        if (more.given && more.integer_at(r.file, a) != 0)
            return r.refuse_attribute("output_padding");
        to.before = surplus > 0 ? surplus / 2 : 0;
        to.after = surplus - to.before;
        return true;
    }
    if (automatic.given && !is(r.file, automatic.text, "NOTSET") &&
        !is(r.file, automatic.text, "VALID"))
        return r.refuse_attribute("auto_pad");
    constexpr std::int64_t most = std::int64_t{1} << 20;
    if (pads.given) {
        to = {pads.integer_at(r.file, a), pads.integer_at(r.file, a + 2)};
        if (pads.integer_count(r.file) != 4 || to.before < 0 || to.before > most || to.after < 0 ||
            to.after > most)
            return r.refuse_attribute("pads");
    }
    if (more.given) {
        std::int64_t const places = more.integer_at(r.file, a);
        if (more.integer_count(r.file) != 2 || places < 0 || places > most)
            return r.refuse_attribute("output_padding");
        to.after -= places;
    }
    return true;
}

// The padding that leaves out the same.
constexpr bool find_transposed_padding(reader& r, window_geometry& g, window_sizes& to) {
    bool none = true, even = true, same = true;
    for (std::size_t a = 0; a < g.rank; ++a) {
        padded_window_axis& axis = g.axes[a];
        left_out_places out;
        if (!find_left_out(r, a, axis, out))
            return false;
        auto const reach = static_cast<std::int64_t>(axis.reach()),
                   stride = static_cast<std::int64_t>(axis.stride),
                   input = static_cast<std::int64_t>(axis.input);
        std::int64_t const outputs = (input - 1) * stride + reach - out.before - out.after;
        if (outputs < 1 || outputs > (std::int64_t{1} << 20))
            return r.refuse(problems::shape_does_not_fit);
        none = none && out.before == 0 && out.after == 0;
        even = even && out.before == out.after;
        same = same && outputs == input * stride &&
               out.before == (reach > stride ? (reach - stride) / 2 : 0);
        to.places[a] = static_cast<std::size_t>(out.before);
        axis.count = static_cast<std::size_t>(outputs);
    }
    to.padding = none   ? window_paddings::none
                 : even ? window_paddings::places
                        : window_paddings::same;
    if (to.padding != window_paddings::places)
        to.places = {};
    if (none || even || same)
        return true;
    return r.find("output_padding").given ? r.refuse_attribute("output_padding")
                                          : r.refuse_attribute("pads");
}

// ConvTranspose: the weights are [channels][outputs of a group][places...] in the file, and here
// [places...][channels of a group][outputs].
constexpr bool read_conv_transpose(reader& r) {
    tensor const* const weights = r.weights(1);
    if (weights == nullptr)
        return false;
    if (!r.takes_value_as(0))
        return r.refuse(problems::operand_is_not_in_the_file);
    if (weights->rank != 4 || r.value.rank != 4)
        return r.refuse(problems::shape_does_not_fit, r.value.rank, 4);
    if (!put_channels_last(r))
        return false;
    window_geometry geometry;
    geometry.rank = 2;
    for (std::size_t a = 0; a < 2; ++a) {
        padded_window_axis& axis = geometry.axes[a];
        axis.input = r.value.dimensions[a + 2];
        axis.kernel = weights->dimensions[a + 2];
        std::size_t stated = 0;
        if (!read_window_list(r, "kernel_shape", a, 2, axis.kernel, stated) ||
            !read_window_list(r, "strides", a, 2, 1, axis.stride) ||
            !read_window_list(r, "dilations", a, 2, 1, axis.dilation))
            return false;
        if (stated != axis.kernel || axis.kernel > (std::size_t{1} << 20))
            return r.refuse_attribute("kernel_shape");
    }
    std::size_t const channels = r.value.dimensions[1], of_group = weights->dimensions[1];
    std::int64_t const stated = r.integer("group", 1);
    if (stated < 1 || static_cast<std::uint64_t>(stated) > channels ||
        channels % static_cast<std::size_t>(stated) != 0)
        return r.refuse_attribute("group");
    if (weights->dimensions[0] != channels)
        return r.refuse(problems::input_has_another_size, channels, weights->dimensions[0]);
    auto const groups = static_cast<std::size_t>(stated);
    std::size_t const outputs = of_group * groups;

    window_sizes sizes;
    put_sizes(geometry, sizes);
    if (!find_transposed_padding(r, geometry, sizes))
        return false;
    if (std::uint64_t{geometry.axes[0].count} * geometry.axes[1].count >
        most_input_numbers / outputs)
        return r.refuse(problems::shape_does_not_fit);
    sizes.outputs = outputs;
    sizes.groups = groups;
    imported_step* const step = r.add(imported_layers::conv2d_transpose);
    if (step == nullptr)
        return false;
    step->sizes = sizes.packed();

    std::size_t const columns = geometry.axes[1].kernel, places = geometry.axes[0].kernel * columns;
    step->blocks[0] = r.block(*weights);
    step->blocks[0].extents = {geometry.axes[0].kernel, columns, channels / groups, groups,
                               of_group};
    step->blocks[0].strides = {columns, 1, of_group * places, channels / groups * of_group * places,
                               places};
    step->blocks[1] = r.all(0, outputs);
    step->block_count = 2;
    put_windows(r, geometry, outputs);
    return read_window_biases(r, outputs, step->blocks[1]);
}

} // namespace ctnn::onnx::detail
