#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

namespace ctnn {

/// As many places of zeros around the input as give a window for each of its places, or, with strides,
/// for each stride begun. Where that is an odd number, the one more is at the end.
///
/// Shape:    Inputs places -> (Inputs + stride - 1) / stride windows along each axis.
/// Cost:     none; it only names a rule.
/// Source:   as Keras' padding="same".
/// Example:  tests/layer/conv2d.cpp
struct padding_same {};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
