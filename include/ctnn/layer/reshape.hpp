#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/scalar.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/placed/passed_on.hpp>
#include <ctnn/tensor/shape.hpp>

namespace ctnn {

/// The same numbers in another shape: `reshape<8, 8, 1>` makes an image of a row of 64. The numbers keep their order: the
/// last axis varies fastest.
///
/// Shape:    any -> Extents..., with as many numbers.
/// Gradient: dL/dx = dL/dv.
/// Cost:     none in inference; no parameters.
/// Errors:   a shape of another size does not compile, and the message names both.
/// Source:   numpy's reshape, Keras' Reshape.
/// Example:  tests/layer/moving.cpp
template <std::size_t... Extents>
struct reshape {
    static constexpr char const* name = "reshape";
    static constexpr std::array<double, sizeof...(Extents)> settings{
        static_cast<double>(Extents)...};

    template <class At, class Shape>
    static constexpr auto diagnose() {
        using wanted = shape<Extents...>;
        if constexpr (wanted::rank == 0)
            return typename At::has_no_numbers_but_needs_one_for_each_axis{};
        else if constexpr (wanted::size != Shape::size)
            return typename At::template gets_an_input_of_shape<
                Shape>::template but_needs_the_size_of<wanted>{};
        else
            return error::none{};
    }
    template <class At, class Shape>
    using diagnosis = decltype(diagnose<At, Shape>());

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::passed_on<Scalar, Shape, shape<Extents...>>;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
