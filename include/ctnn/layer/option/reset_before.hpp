#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

namespace ctnn {

/// An option of `gru`: its reset gate acts on the previous output itself, before the product with the recurrent
/// weights. Without it, the gate acts on that product.
///
/// Cost:     none; it only names a formula.
/// Source:   K. Cho et al., "Learning phrase representations using RNN encoder-decoder for statistical machine
///           translation", EMNLP 2014; Keras' reset_after=False, ONNX' linear_before_reset=0.
/// Example:  tests/layer/gru_options.cpp
struct reset_before {
    static constexpr char const* name = "reset_before";
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
