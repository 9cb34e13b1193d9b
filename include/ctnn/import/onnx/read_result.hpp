#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/import/onnx/problem.hpp>

namespace ctnn::onnx {

/// What `read` made of a file: a network, or a problem.
///
/// Shape:    network: with the file's weights if `ok()`, else all zeros.
/// Cost:     the network and a few words.
/// Errors:   `problem()` says what is wrong and at which node; nothing is loaded unless all fits.
/// Example:  tests/import/onnx/read.cpp
template <class Network>
struct read_result {
    Network network{};
    onnx::problem found{};

    constexpr bool ok() const { return !found; }
    constexpr onnx::problem const& problem() const { return found; }
};

} // namespace ctnn::onnx

#include <ctnn/config/epilogue.hpp>
