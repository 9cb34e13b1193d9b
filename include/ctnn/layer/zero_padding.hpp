#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/placed/axes_diagnosis.hpp>
#include <ctnn/placed/moved.hpp>
#include <ctnn/tensor/shape.hpp>
#include <ctnn/tensor/sides.hpp>
#include <utility>

namespace ctnn::placed {

template <class Shape, class Axes, sides... Sides>
struct zeros_around;
template <class Shape, std::size_t... Axis, sides... Sides>
struct zeros_around<Shape, std::index_sequence<Axis...>, Sides...> {
    static constexpr std::size_t axes = sizeof...(Sides), channels = Shape::extents[axes];
    using input_shape = Shape;
    using output_shape = shape<(Sides.before + Shape::extents[Axis] + Sides.after)..., channels>;
    static constexpr std::size_t run = channels;
    static constexpr bool repeats = false, pads = output_shape::size > Shape::size;

    static constexpr std::size_t source(std::size_t j) {
        constexpr std::size_t before[]{Sides.before...};
        std::size_t found = j % channels, place = j / channels, stride = channels;
        for (std::size_t a = axes; a-- > 0; place /= output_shape::extents[a]) {
            // (before the first one, it is a huge number)
            std::size_t const there = place % output_shape::extents[a] - before[a];
            if (there >= Shape::extents[a])
                return nowhere;
            found += there * stride;
            stride *= Shape::extents[a];
        }
        return found;
    }
};

} // namespace ctnn::placed

namespace ctnn {

/// Zeros around an image or a sequence: `zero_padding<1, 1>` adds a row above and below it and a column on each side,
/// `zero_padding<sides{0, 1}, sides{0, 1}>` only a row below it and a column on the right.
///
/// Shape:    Places... x Channels -> Places... and the padding x Channels.
/// Gradient: dL/dx is dL/dv, without the added places.
/// Cost:     a copy; no parameters.
/// Errors:   an input of another rank does not compile, nor does a negative number. (`conv2d` pads with its option `padding`, without a copy.)
/// Source:   Keras' ZeroPadding2D and ZeroPadding1D.
/// Example:  tests/layer/moving.cpp
template <sides... Axes>
struct zero_padding {
    static constexpr char const* name = "zero_padding";
    static constexpr auto settings = [] {
        std::array<double, 2 * sizeof...(Axes)> all{};
        std::size_t i = 0;
        ((all[i++] = static_cast<double>(Axes.before), all[i++] = static_cast<double>(Axes.after)),
         ...);
        return all;
    }();

    template <class At, class Shape>
    static constexpr auto diagnose() {
        // (as a std::size_t a negative number is one of the largest)
        constexpr std::size_t most = static_cast<std::size_t>(-1) / 2;
        if constexpr (((Axes.before > most || Axes.after > most) || ...))
            return typename At::has_a_negative_number_of_places{};
        else
            return placed::axes_diagnosis<At, Shape, sizeof...(Axes), 1>();
    }
    template <class At, class Shape>
    using diagnosis = decltype(diagnose<At, Shape>());

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::moved<
        Scalar, placed::zeros_around<Shape, std::make_index_sequence<sizeof...(Axes)>, Axes...>>;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
