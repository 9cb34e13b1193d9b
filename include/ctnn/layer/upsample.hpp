#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/placed/axes_diagnosis.hpp>
#include <ctnn/placed/moved.hpp>
#include <ctnn/tensor/shape.hpp>
#include <utility>

namespace ctnn::placed {

template <class Shape, class Axes, std::size_t... Times>
struct nearest_places;
template <class Shape, std::size_t... Axis, std::size_t... Times>
struct nearest_places<Shape, std::index_sequence<Axis...>, Times...> {
    static constexpr std::size_t axes = sizeof...(Times), channels = Shape::extents[axes];
    using input_shape = Shape;
    using output_shape = shape<(Shape::extents[Axis] * Times)..., channels>;
    static constexpr std::size_t run = channels;
    static constexpr bool repeats = output_shape::size > Shape::size, pads = false;

    static constexpr std::size_t source(std::size_t j) {
        constexpr std::size_t times[]{Times...};
        std::size_t found = j % channels, place = j / channels, stride = channels;
        for (std::size_t a = axes; a-- > 0; place /= output_shape::extents[a]) {
            found += place % output_shape::extents[a] / times[a] * stride;
            stride *= Shape::extents[a];
        }
        return found;
    }
};

} // namespace ctnn::placed

namespace ctnn {

/// Each place, repeated along each axis: `upsample<2, 2>` doubles the rows and the columns of an image.
///
/// Shape:    Places... x Channels -> Times as many places along each axis x Channels.
/// Gradient: dL/dx is the sum of dL/dv over the copies of a place.
/// Cost:     a copy; no parameters.
/// Errors:   an input of another rank does not compile, nor does a 0.
/// Source:   Keras' UpSampling2D with interpolation="nearest", PyTorch's Upsample with mode="nearest".
/// Example:  tests/layer/moving.cpp
template <std::size_t... Times>
struct upsample {
    static constexpr char const* name = "upsample";
    static constexpr std::array<double, sizeof...(Times)> settings{static_cast<double>(Times)...};

    template <class At, class Shape>
    static constexpr auto diagnose() {
        if constexpr ((... || (Times == 0)))
            return typename At::has_a_number_0_but_needs_at_least_1{};
        else
            return placed::axes_diagnosis<At, Shape, sizeof...(Times), 1>();
    }
    template <class At, class Shape>
    using diagnosis = decltype(diagnose<At, Shape>());

    template <concepts::scalar Scalar, class Shape>
    using bound =
        placed::moved<Scalar, placed::nearest_places<
                                  Shape, std::make_index_sequence<sizeof...(Times)>, Times...>>;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
