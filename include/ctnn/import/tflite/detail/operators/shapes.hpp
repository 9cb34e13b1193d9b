#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/tflite/detail/reader.hpp>

namespace ctnn::tflite::detail {

// Operators that only give another shape: the one that the file states for what they give.
constexpr bool read_reshape(reader& r) {
    tensor const after = r.output();
    if (!r.takes_value_as(0))
        return r.refuse(problems::operand_is_not_in_the_file);
    if (after.rank == 0 || after.rank > most_dimensions || after.size() != r.value.size() ||
        (after.rank > 1 && after.dimensions[0] != 1))
        return r.refuse(problems::shape_does_not_fit, after.size(), r.value.size());
    r.value.dimensions = after.dimensions;
    r.value.rank = after.rank;
    return true;
}

// MEAN and REDUCE_MAX over all dimensions but the batch and the channels, which is what Keras' global pools become.
constexpr bool add_reduction(reader& r, imported_layers layer) {
    tensor axes;
    if (!r.read_constant(1, number_types::int32, 4, axes))
        return false;
    std::size_t const rank = r.value.rank;
    std::array<bool, most_dimensions> goes{};
    for (std::size_t i = 0; i < axes.size(); ++i) {
        auto const stated = static_cast<std::int64_t>(r.integer_at(axes, i));
        std::int64_t const axis = stated < 0 ? stated + static_cast<std::int64_t>(rank) : stated;
        if (axis < 0 || axis >= static_cast<std::int64_t>(rank))
            return r.refuse_option("axis", i);
        goes[static_cast<std::size_t>(axis)] = true;
    }
    if (rank < 3 || rank > 4)
        return r.refuse(problems::shape_does_not_fit, rank, 4);
    for (std::size_t d = 0; d < rank; ++d)
        if (goes[d] != (d > 0 && d + 1 < rank))
            return r.refuse_option("axis", d);
    if (!r.take_dimensions() || r.add(layer) == nullptr)
        return false;
    std::size_t const channels = r.value.last();
    bool const keeps = r.option(0, 1) != 0;
    detail::value after;
    after.rank = keeps ? rank : 2;
    for (std::size_t d = 0; d + 1 < after.rank; ++d)
        after.dimensions[d] = 1;
    after.dimensions[after.rank - 1] = channels;
    after.extents[0] = channels;
    after.extent_count = 1;
    r.value = after;
    return true;
}
constexpr bool read_mean(reader& r) {
    return add_reduction(r, imported_layers::global_average_pool);
}
constexpr bool read_reduce_max(reader& r) {
    return add_reduction(r, imported_layers::global_max_pool);
}

// Zeros around the places: before and after each dimension.
constexpr bool read_pad(reader& r) {
    tensor places;
    if (!r.read_constant(1, number_types::int32, 4, places))
        return false;
    std::size_t const rank = r.value.rank;
    if (rank < 3 || rank > 4 || places.size() != 2 * rank)
        return r.refuse(problems::shape_does_not_fit, places.size(), 2 * rank);
    std::array<std::size_t, 4> around{};
    detail::value after = r.value;
    bool any = false;
    for (std::size_t i = 0; i < 2 * rank; ++i) {
        std::int32_t const stated = r.integer_at(places, i);
        bool const is_place = i >= 2 && i + 2 < 2 * rank;
        if (stated < 0 || stated > (1 << 20) || (stated > 0 && !is_place))
            return r.refuse_option("paddings", i);
        any = any || stated > 0;
        if (is_place) {
            around[i - 2] = static_cast<std::size_t>(stated);
            after.dimensions[i / 2] += static_cast<std::size_t>(stated);
        }
    }
    if (!any)
        return true;
    if (!r.take_dimensions())
        return false;
    imported_step* const step = r.add(imported_layers::zero_padding);
    if (step == nullptr)
        return false;
    step->sizes[0] = 2 * (rank - 2);
    for (std::size_t i = 0; i < 2 * (rank - 2); ++i)
        step->sizes[i + 1] = around[i];
    r.value = after;
    r.value.put_extents();
    return true;
}

} // namespace ctnn::tflite::detail
