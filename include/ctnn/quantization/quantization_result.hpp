#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/quantization/quantization_problem.hpp>
#include <ctnn/quantization/quantized.hpp>

namespace ctnn {

/// What `quantize` gives.
///
/// Shape:    network: the quantized one.
/// Cost:     the network and two words.
/// Errors:   `ok()` says whether all went well; if not, `problem()` says what and where, and the network
///           is one of zeros.
/// Example:  docs/examples/digits_int8.cpp
template <concepts::trainable_network Network>
struct quantization_result {
    quantized<Network> network{};
    quantization_problem stopped_by{};

    constexpr bool ok() const { return stopped_by.kind == quantization_problem::kinds::none; }
    constexpr quantization_problem const& problem() const { return stopped_by; }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
