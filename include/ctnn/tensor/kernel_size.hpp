#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/tensor/shape.hpp>

namespace ctnn {

/// How many places a window of a convolution or a pool has along each axis: `kernel_size<3, 3>`.
///
/// Shape:    one number for each axis but the channels.
/// Cost:     none; it only names sizes.
/// Errors:   a layer with the wrong number of axes, or with 0 places, does not compile, and the
///           message says so.
/// Source:   as Keras' kernel_size.
/// Example:  tests/layer/conv2d.cpp
template <std::size_t... Places>
struct kernel_size : shape<Places...> {};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
