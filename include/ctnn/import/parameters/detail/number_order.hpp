#pragma once

#include <cstddef>
#include <ctnn/import/detail/imported_value.hpp>
#include <utility>

namespace ctnn::detail {

// In which order PyTorch has the numbers between two layers: images and what has windows with channels first, sequences
// with steps first. A network has channels last.
struct number_order {
    imported_value value{}; // its axes only
    bool is_known = true;
    bool is_with_channels_first = false;
    // Whether a layer that gives another shape has made it, so that it says which number is which.
    bool is_of_a_reshape = false;
    // Whether a row of them has this order too. PyTorch normalizes a sequence with channels first, and may turn it before
    // and after.
    bool has_known_rows = true;

    constexpr bool is_row() const { return is_known && value.merged().axes[0].stride == 1; }
    constexpr bool is_same(number_order const& other) const {
        imported_value const a = value.merged(), b = other.value.merged();
        bool same = is_known && a.axis_count == b.axis_count;
        for (std::size_t i = 0; same && i < a.axis_count; ++i)
            same = a.axes[i] == b.axes[i];
        return same;
    }
};

template <class Shape>
constexpr number_order order_of(bool is_with_channels_first) {
    constexpr std::size_t rank = Shape::rank;
    number_order made;
    made.is_with_channels_first = is_with_channels_first && rank > 1;
    if (rank > imported_value::most_axes) {
        made.is_known = false;
        return made;
    }
    made.value.axis_count = rank;
    std::size_t inner = 1;
    // From the innermost of the file on: with channels first, that is the last but one here.
    for (std::size_t i = 0; i < rank; ++i) {
        std::size_t const axis =
            made.is_with_channels_first ? (i + 1 == rank ? rank - 1 : rank - 2 - i) : rank - 1 - i;
        made.value.axes[axis] = {Shape::extents[axis], inner};
        inner *= Shape::extents[axis];
    }
    return made;
}

} // namespace ctnn::detail
