#pragma once

#include <cstddef>
#include <cstdint>
#include <ctnn/import/onnx/detail/operators/shapes.hpp>
#include <ctnn/import/onnx/detail/operators/window_geometry.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

constexpr bool add_pool(reader& r, imported_layers layer) {
    window_geometry geometry;
    if (!read_window_geometry(r, nullptr, geometry))
        return false;
    window_sizes sizes;
    put_sizes(geometry, sizes);
    bool const counts_zeros =
        layer == imported_layers::average_pool && r.integer("count_include_pad", 0) != 0;
    // Places of padding do not count in a pool, so zeros before it are not the same.
    if (counts_zeros && r.integer("ceil_mode", 0) != 0)
        return r.refuse_attribute("ceil_mode");
    if (counts_zeros) {
        if (!add_zeros(r, geometry))
            return false;
    } else if (!find_padding(geometry, false, sizes)) {
        return r.refuse_attribute("pads");
    }
    imported_step* const step = r.add(layer);
    if (step == nullptr)
        return false;
    step->sizes = sizes.packed();
    put_windows(r, geometry, r.value.dimensions[1]);
    return true;
}
constexpr bool read_max_pool(reader& r) {
    if (r.integer("storage_order", 0) != 0)
        return r.refuse_attribute("storage_order");
    return add_pool(r, imported_layers::max_pool);
}
constexpr bool read_average_pool(reader& r) {
    return add_pool(r, imported_layers::average_pool);
}

// Over all places: a row of channels is left.
constexpr bool add_global_pool(reader& r, imported_layers layer) {
    if (!put_channels_last(r) || r.add(layer) == nullptr)
        return false;
    for (std::size_t d = 2; d < r.value.rank; ++d)
        r.value.dimensions[d] = 1;
    r.value.axes[0] = {r.value.dimensions[1], 1};
    r.value.axis_count = 1;
    return true;
}
constexpr bool read_global_max_pool(reader& r) {
    return add_global_pool(r, imported_layers::global_max_pool);
}
constexpr bool read_global_average_pool(reader& r) {
    return add_global_pool(r, imported_layers::global_average_pool);
}

// ReduceMean over all places, which is what Keras' GlobalAveragePooling2D becomes.
constexpr bool read_reduce_mean(reader& r) {
    listed_axes axes;
    if (!find_axes(r, r.value.rank, axes))
        return false;
    if (r.value.axis_count < 2 || axes.count == 0) // (without axes: of all numbers)
        return r.refuse_attribute("axes");
    if (!settle_axes(r))
        return false;
    // The last axis stays, and all others go.
    imported_value::axis const channels = r.value.axes[r.value.axis_count - 1];
    imported_value after = r.value;
    after.rank = 0;
    bool const keeps = r.integer("keepdims", 1) != 0;
    for (std::size_t d = 0; d < r.value.rank; ++d) {
        bool const is_channels =
            r.value.dimensions[d] == channels.extent && r.value.stride(d) == channels.stride;
        if (r.value.dimensions[d] != 1 && axes.holds[d] == is_channels)
            return r.refuse_attribute("axes");
        if (!axes.holds[d] || keeps)
            after.dimensions[after.rank++] = axes.holds[d] ? 1 : r.value.dimensions[d];
    }
    after.axes[0] = {channels.extent, 1};
    after.axis_count = 1;
    if (r.add(imported_layers::global_average_pool) == nullptr)
        return false;
    r.value = after;
    return true;
}

// Zeros around the places. The numbers are an attribute before opset 11.
constexpr bool read_pad(reader& r) {
    attribute const mode = r.find("mode"), listed = r.find("pads");
    if (mode.given && !is(r.file, mode.text, "constant"))
        return r.refuse_attribute("mode");
    if (r.number("value", 0) != 0)
        return r.refuse_attribute("value");
    double filler = 0;
    if (r.has_operand(2) && !r.single_number(2, filler))
        return false;
    if (filler != 0)
        return r.refuse_attribute("value");
    tensor const* const t = r.operand(1);
    if (r.has_operand(3) || (!listed.given && t == nullptr))
        return r.refuse(problems::operand_is_not_in_the_file);
    std::size_t const rank = r.value.rank;
    if ((listed.given ? listed.integer_count(r.file) : t->size()) != 2 * rank)
        return r.refuse_attribute("pads");
    window_geometry geometry;
    bool broken = false, any = false;
    for (std::size_t i = 0; i < 2 * rank; ++i) {
        std::int64_t const places =
            listed.given ? listed.integer_at(r.file, i) : integer_at(r.file, *t, i, broken);
        if (broken || places < 0 || places > (1 << 20) || (places > 0 && i % rank < 2))
            return r.refuse_attribute("pads");
        if (places > 0 && i % rank >= 2 + window_sizes::most_axes)
            return r.refuse_attribute("pads");
        any = any || places > 0;
        if (i % rank >= 2 && places > 0)
            (i < rank ? geometry.axes[i - 2].before : geometry.axes[i - rank - 2].after) =
                static_cast<std::size_t>(places);
    }
    if (!any)
        return true;
    geometry.rank = rank - 2;
    return put_channels_last(r) && add_zeros(r, geometry);
}

} // namespace ctnn::onnx::detail
