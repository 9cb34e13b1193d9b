#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/tensor/shape.hpp>

namespace ctnn {

/// How many places of zeros there are before and after the input along each axis: `padding<1, 1>`.
/// A pool leaves them out instead.
///
/// Shape:    one number for each axis but the channels.
/// Cost:     none; it only names sizes.
/// Errors:   a layer with the wrong number of axes does not compile, and the message says so.
/// Source:   as PyTorch's padding.
/// Example:  tests/layer/conv2d.cpp
template <std::size_t... Places>
struct padding : shape<Places...> {};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
