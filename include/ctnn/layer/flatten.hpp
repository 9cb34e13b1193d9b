#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/scalar.hpp>
#include <ctnn/placed/passed_on.hpp>
#include <ctnn/tensor/shape.hpp>

namespace ctnn {

/// All numbers as one row, in their order: the last axis varies fastest. (`dense` takes any input as a row, so it needs no
/// `flatten` before it.)
///
/// Shape:    any -> a row of all its numbers.
/// Gradient: dL/dx = dL/dv.
/// Cost:     none in inference; no parameters.
/// Source:   Keras' Flatten. (For the order of PyTorch's Flatten, which has channels first, write `permute<2, 0, 1>`
///           before it.)
/// Example:  tests/layer/moving.cpp
struct flatten {
    static constexpr char const* name = "flatten";

    template <concepts::scalar Scalar, class Shape>
    using bound = placed::passed_on<Scalar, Shape, shape<Shape::size>>;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
