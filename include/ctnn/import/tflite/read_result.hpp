#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/import/tflite/problem.hpp>

namespace ctnn::tflite {

/// What `read` made of a file: a network, or a problem.
///
/// Shape:    network: with the file's weights if `ok()`, else all zeros.
/// Cost:     the network and a few words.
/// Errors:   `problem()` says what is wrong and at which operator; nothing is loaded unless all fits.
/// Example:  tests/import/tflite/models.cpp
template <class Network>
struct read_result {
    Network network{};
    tflite::problem found{};

    constexpr bool ok() const { return !found; }
    constexpr tflite::problem const& problem() const { return found; }
};

} // namespace ctnn::tflite

#include <ctnn/config/epilogue.hpp>
