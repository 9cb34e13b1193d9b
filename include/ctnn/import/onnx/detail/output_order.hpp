#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/onnx/detail/operators/channels.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>

namespace ctnn::onnx::detail {

// Whether what comes out has the file's order, or channels last where the file has them first.
constexpr bool has_known_order(imported_value const& value) {
    imported_value const from = value.merged();
    return from.has_the_order_of_the_file() ||
           (from.rank > 2 && from.rank <= imported_value::most_axes + 1 &&
            from.dimensions[0] == 1 && has_equal_axes(from, with_channels_last(value).merged()));
}

// Else the network gets a permute.
constexpr bool order_output(reader& r) {
    if (has_known_order(r.value))
        return true;
    if (!settle_axes(r))
        return false;
    std::array<std::size_t, imported_value::most_axes> order{};
    for (std::size_t i = 0; i < r.value.axis_count; ++i) {
        std::size_t place = i;
        for (; place > 0 && r.value.axes[order[place - 1]].stride < r.value.axes[i].stride; --place)
            order[place] = order[place - 1];
        order[place] = i;
    }
    return add_list(r, imported_layers::permute, order.data(), r.value.axis_count);
}

// At run time, in a network without one.
constexpr bool has_output_in_order(reader& r) {
    return has_known_order(r.value) || r.refuse(problems::graph_is_another_network);
}

} // namespace ctnn::onnx::detail
