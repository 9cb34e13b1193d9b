#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/tensor/shape.hpp>

namespace ctnn {

/// How far apart the windows of a convolution or a pool begin along each axis: `strides<2, 2>`.
///
/// Shape:    one number for each axis but the channels.
/// Cost:     none; it only names sizes.
/// Errors:   a layer with the wrong number of axes, or with 0 places, does not compile, and the message says so.
/// Source:   as Keras' strides.
/// Example:  tests/layer/conv2d.cpp
template <std::size_t... Places>
struct strides : shape<Places...> {};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
