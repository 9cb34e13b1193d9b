#pragma once

#include <array>
#include <cstddef>

namespace ctnn::detail {

// The numbers between two nodes of a model file: their dimensions as the file has them, the batch left at 1, and the
// order in which the network has them, as loops over the file's order. With channels first in the file and last in the
// network, [1, C, H, W] has the axes (H, W), (W, 1), (C, H W). To flatten or reshape changes dimensions only, and so does
// the next layer's loop over its weights.
struct imported_value {
    static constexpr std::size_t most_dimensions = 6;
    static constexpr std::size_t most_axes = 4;
    struct axis {
        std::size_t extent = 1;
        std::size_t stride = 1;

        friend constexpr bool operator==(axis const&, axis const&) = default;
    };

    std::array<std::size_t, most_dimensions> dimensions{};
    std::size_t rank = 0;
    std::array<axis, most_axes> axes{};
    std::size_t axis_count = 0;
    bool is_split = false; // the axes are other ones than the network has

    constexpr std::size_t size() const {
        std::size_t product = 1;
        for (std::size_t i = 0; i < rank; ++i)
            product *= dimensions[i];
        return product;
    }
    // Of a dimension, in the file's order.
    constexpr std::size_t stride(std::size_t dimension) const {
        std::size_t product = 1;
        for (std::size_t i = dimension + 1; i < rank; ++i)
            product *= dimensions[i];
        return product;
    }
    constexpr bool has_the_order_of_the_file() const {
        std::size_t inner = 1;
        for (std::size_t i = axis_count; i-- > 0; inner *= axes[i].extent)
            if (axes[i].extent != 1 && axes[i].stride != inner)
                return false;
        return true;
    }
    // Whether all numbers lie along one dimension, such as [1, 8] or [8].
    constexpr bool is_along(std::size_t dimension) const {
        return dimension < rank && dimensions[dimension] == size();
    }

    // A vector of so many numbers, as a dense layer gives.
    static constexpr imported_value vector(std::size_t size) {
        imported_value made;
        made.dimensions = {1, size};
        made.rank = 2;
        made.axes[0] = {size, 1};
        made.axis_count = 1;
        return made;
    }
    // As few axes as there can be.
    constexpr imported_value merged() const {
        imported_value made = *this;
        made.axis_count = 0;
        for (std::size_t i = 0; i < axis_count; ++i) {
            axis const& next = axes[i];
            if (next.extent == 1)
                continue;
            if (made.axis_count > 0 &&
                made.axes[made.axis_count - 1].stride == next.extent * next.stride)
                made.axes[made.axis_count - 1] = {
                    made.axes[made.axis_count - 1].extent * next.extent, next.stride};
            else
                made.axes[made.axis_count++] = next;
        }
        if (made.axis_count == 0)
            made.axes[made.axis_count++] = {};
        return made;
    }
};

} // namespace ctnn::detail
