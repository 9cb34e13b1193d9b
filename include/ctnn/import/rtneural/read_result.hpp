#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/import/rtneural/problem.hpp>

namespace ctnn::rtneural {

/// What `read` made of a file: a network, or a problem.
///
/// Shape:    network: with the file's weights if `ok()`, else all zeros.
/// Cost:     the network and some words.
/// Errors:   `problem()` says what is wrong and at which layer; nothing is loaded unless all fits.
/// Example:  tests/import/rtneural/refusals.cpp
template <class Network>
struct read_result {
    Network network{};
    rtneural::problem found{};

    constexpr bool ok() const { return !found; }
    constexpr rtneural::problem const& problem() const { return found; }
};

} // namespace ctnn::rtneural

#include <ctnn/config/epilogue.hpp>
