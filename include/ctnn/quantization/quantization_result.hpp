#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/quantization/quantization_problem.hpp>
#include <ctnn/quantization/quantized.hpp>

namespace ctnn {

/// The result of `quantize`.
///
/// Shape:    network: the quantized one.
/// Cost:     the network and two words.
/// Errors:   `ok()` says whether all went well. If not, `problem()` says what went wrong and where, and
///           the network is all zeros.
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
