#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// An image or a sequence as the network has it: [1, C, H, W] with the axes H, W, C.
constexpr imported_value with_channels_last(imported_value value) {
    value.axis_count = 0;
    value.is_split = false;
    for (std::size_t d = 2; d < value.rank; ++d)
        value.axes[value.axis_count++] = {value.dimensions[d], value.stride(d)};
    value.axes[value.axis_count++] = {value.dimensions[1], value.stride(1)};
    return value;
}

constexpr bool has_equal_axes(imported_value const& a, imported_value const& b) {
    return a.axis_count == b.axis_count && a.axes == b.axes;
}

constexpr bool add_list(reader& r, imported_layers layer, std::size_t const* numbers,
                        std::size_t count) {
    imported_step* const step = r.add(layer);
    if (step == nullptr)
        return false;
    step->sizes[0] = count;
    for (std::size_t i = 0; i < count; ++i)
        step->sizes[i + 1] = numbers[i];
    return true;
}

// Some layers follow the network's axes: where a Transpose has split these, the network gets them by a reshape.
constexpr bool settle_axes(reader& r) {
    if (!r.value.is_split)
        return true;
    std::array<std::size_t, imported_value::most_axes> extents{};
    for (std::size_t i = 0; i < r.value.axis_count; ++i)
        extents[i] = r.value.axes[i].extent;
    r.value.is_split = false;
    return add_list(r, imported_layers::reshape, extents.data(), r.value.axis_count);
}

// Brings the value into this order, by layers that move numbers where it has another.
constexpr bool put_channels_last(reader& r) {
    if (r.value.rank < 3 || r.value.rank > 4 || r.value.dimensions[0] != 1)
        return r.refuse(problems::shape_does_not_fit, r.value.rank, 4);
    imported_value const wanted = with_channels_last(r.value);
    if (has_equal_axes(r.value, wanted) && !r.value.is_split)
        return true;
    std::array<std::size_t, imported_value::most_axes> extents{};
    if (has_equal_axes(r.value.merged(), wanted.merged())) {
        for (std::size_t i = 0; i < wanted.axis_count; ++i)
            extents[i] = wanted.axes[i].extent;
        r.value = wanted;
        return add_list(r, imported_layers::reshape, extents.data(), wanted.axis_count);
    }
    if (!r.value.has_the_order_of_the_file())
        return r.refuse(problems::shape_does_not_fit, r.value.rank, wanted.rank);
    // From the file's order: channels, then places.
    std::array<std::size_t, imported_value::most_axes> order{};
    for (std::size_t i = 0; i < wanted.axis_count; ++i) {
        extents[i] = r.value.dimensions[i + 1];
        order[i] = (i + 1) % wanted.axis_count;
    }
    r.value = wanted;
    return add_list(r, imported_layers::reshape, extents.data(), wanted.axis_count) &&
           add_list(r, imported_layers::permute, order.data(), wanted.axis_count);
}

} // namespace ctnn::onnx::detail
