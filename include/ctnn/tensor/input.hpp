#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/tensor/shape.hpp>

namespace ctnn {

/// The first entry of a network's topology: how many numbers it takes in, and how they are arranged.
/// `input<4>` is a row of four, `input<28, 28, 1>` an image of one channel.
///
/// Shape:    Extents..., the last one fastest; a network takes them as one array.
/// Cost:     none; it only names a shape.
/// Errors:   input<0> does not compile, and the message says so.
/// Example:  docs/examples/notebook_step.cpp
template <std::size_t... Extents>
struct input : shape<Extents...> {};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
