#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/placed/axes_diagnosis.hpp>
#include <ctnn/placed/moved.hpp>
#include <ctnn/tensor/shape.hpp>

namespace ctnn::placed {

template <class Shape, std::size_t... Axes>
struct axes_permuted {
    static constexpr std::size_t rank = Shape::rank;
    static constexpr std::array<std::size_t, rank> from{Axes...};
    using input_shape = Shape;
    using output_shape = shape<Shape::extents[Axes]...>;
    static constexpr bool repeats = false, pads = false;
    // The last axes that stay are copied together.
    static constexpr std::size_t run = [] {
        std::size_t product = 1;
        for (std::size_t a = rank; a-- > 0 && from[a] == a;)
            product *= Shape::extents[a];
        return product;
    }();
    static constexpr std::array<std::size_t, rank> strides = [] {
        std::array<std::size_t, rank> all{};
        for (std::size_t a = rank, product = 1; a-- > 0; product *= Shape::extents[a])
            all[a] = product;
        return all;
    }();

    static constexpr std::size_t source(std::size_t j) {
        std::size_t found = 0;
        for (std::size_t a = rank; a-- > 0; j /= output_shape::extents[a])
            found += j % output_shape::extents[a] * strides[from[a]];
        return found;
    }
};

} // namespace ctnn::placed

namespace ctnn {

/// The axes in another order: axis a of the output is axis Axes[a] of the input, counted from 0. `permute<2, 0, 1>` puts
/// the channels of an image first.
///
/// Shape:    any -> its extents in the other order.
/// Gradient: dL/dx is dL/dv, with the axes in their original order.
/// Cost:     a copy; no parameters.
/// Errors:   axes that do not name each axis of the input once do not compile.
/// Source:   numpy's transpose. (Keras' Permute counts from 1, PyTorch's permute counts the batch as axis 0.)
/// Example:  tests/layer/moving.cpp
template <std::size_t... Axes>
struct permute {
    static constexpr char const* name = "permute";
    static constexpr std::array<double, sizeof...(Axes)> settings{static_cast<double>(Axes)...};

    // Whether each of the numbers below their count is there.
    static constexpr bool names_each_axis = [] {
        constexpr std::array<std::size_t, sizeof...(Axes)> all{Axes...};
        bool each = true;
        for (std::size_t wanted = 0; wanted < all.size(); ++wanted) {
            bool found = false;
            for (std::size_t const axis : all)
                found = found || axis == wanted;
            each = each && found;
        }
        return each;
    }();

    template <class At, class Shape>
    static constexpr auto diagnose() {
        if constexpr (!names_each_axis)
            return typename At::does_not_name_each_axis_from_0_on_once{};
        else
            return placed::axes_diagnosis<At, Shape, sizeof...(Axes), 0>();
    }
    template <class At, class Shape>
    using diagnosis = decltype(diagnose<At, Shape>());

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::moved<Scalar, placed::axes_permuted<Shape, Axes...>>;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
