#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

namespace ctnn {

/// Zeros only before a sequence, so no output depends on a later step: a window ends where its output is.
///
/// Shape:    Steps -> (Steps + stride - 1) / stride windows.
/// Cost:     none; it only names a rule.
/// Source:   as Keras' padding="causal".
/// Example:  tests/layer/conv1d.cpp
struct padding_causal {};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
