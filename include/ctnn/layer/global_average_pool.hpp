#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/scalar.hpp>
#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/mean_of_windows.hpp>
#include <ctnn/tensor/detail/whole_grid.hpp>
#include <ctnn/tensor/shape.hpp>
#include <type_traits>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// The mean of all places of an image or a sequence, for each channel.
///
/// Shape:    Places... x Channels -> a row of Channels.
/// Gradient: each place gets dL/dv, divided by the number of places.
/// Cost:     an addition for each number; a division for each channel; no parameters, no bytes.
/// Errors:   a row as the input does not compile.
/// Source:   Keras' GlobalAveragePooling2D, PyTorch's AdaptiveAvgPool2d(1).
/// Example:  tests/layer/average_pool.cpp
struct global_average_pool {
    static constexpr char const* name = "global_average_pool";

    template <class At, class Shape>
    using diagnosis = std::conditional_t<
        (Shape::rank >= 2), error::none,
        typename At::template gets_an_input_of_shape<Shape>::but_needs_places_with_channels>;

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::mean_of_windows<Scalar, tensor::whole_grid<Shape>,
                                          shape<Shape::extents[Shape::rank - 1]>>;
};

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
