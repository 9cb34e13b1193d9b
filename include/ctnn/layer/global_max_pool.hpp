#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/scalar.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/largest_of_windows.hpp>
#include <ctnn/tensor/detail/whole_grid.hpp>
#include <ctnn/tensor/shape.hpp>
#include <type_traits>

namespace ctnn {

/// The largest number of all places of an image or a sequence, for each channel.
///
/// Shape:    Places... x Channels -> a row of Channels.
/// Gradient: dL/dv goes to the largest number, or to the first one if several are equal.
/// Cost:     a comparison for each number; no parameters, no bytes.
/// Errors:   a row as the input does not compile.
/// Source:   Keras' GlobalMaxPooling2D, PyTorch's AdaptiveMaxPool2d(1).
/// Example:  tests/layer/average_pool.cpp
struct global_max_pool {
    static constexpr char const* name = "global_max_pool";

    template <class At, class Shape>
    using diagnosis = std::conditional_t<
        (Shape::rank >= 2), error::none,
        typename At::template gets_an_input_of_shape<Shape>::but_needs_places_with_channels>;

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::largest_of_windows<Scalar, tensor::whole_grid<Shape>,
                                             shape<Shape::extents[Shape::rank - 1]>>;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
