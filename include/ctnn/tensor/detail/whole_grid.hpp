#pragma once

#include <cstddef>
#include <ctnn/tensor/detail/window_axis.hpp>
#include <ctnn/tensor/detail/window_grid.hpp>
#include <ctnn/tensor/dilation.hpp>
#include <ctnn/tensor/kernel_size.hpp>
#include <ctnn/tensor/shape.hpp>
#include <ctnn/tensor/strides.hpp>
#include <utility>

namespace ctnn::tensor {

// The one window that has all places of an input.
template <class Shape, class Axes = std::make_index_sequence<Shape::rank - 1>>
struct whole_grid_of;
template <class Shape, std::size_t... Axis>
struct whole_grid_of<Shape, std::index_sequence<Axis...>> {
    using type =
        window_grid<Shape, kernel_size<Shape::extents[Axis]...>, strides<Shape::extents[Axis]...>,
                    dilation<(Axis - Axis + 1)...>, no_padding>;
};
template <class Shape>
using whole_grid = typename whole_grid_of<Shape>::type;

} // namespace ctnn::tensor
