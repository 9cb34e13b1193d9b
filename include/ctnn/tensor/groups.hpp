#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>

namespace ctnn {

/// Splits a convolution into Count convolutions side by side, each with its share of the channels: `groups<4>`. The
/// first outputs see the first channels only, and so on. Without it there is one group.
///
/// Shape:    Count must divide the channels and the outputs.
/// Cost:     1 / Count of the weights and multiply-adds.
/// Errors:   a number that does not divide both does not compile, and the message names it.
/// Source:   as Keras' and PyTorch's groups.
/// Example:  tests/layer/conv2d.cpp
template <std::size_t Count>
struct groups {
    static constexpr std::size_t count = Count;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
