#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>

namespace ctnn {

/// How many outputs a depthwise convolution has for each channel: `depth_multiplier<2>`. Without it, one.
///
/// Shape:    Channels -> Channels * Count.
/// Cost:     Count times the weights and multiply-adds.
/// Errors:   0 does not compile, and the message says so.
/// Source:   as Keras' depth_multiplier.
/// Example:  tests/layer/depthwise_conv2d.cpp
template <std::size_t Count>
struct depth_multiplier {
    static constexpr std::size_t count = Count;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
