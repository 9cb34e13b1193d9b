#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/import/parameters/parameter_file_problem.hpp>

namespace ctnn {

/// What `read_parameters` made of a file: a network, or a problem.
///
/// Shape:    network: with the file's parameters if `ok()`, else all zeros.
/// Cost:     the network and some words.
/// Errors:   `problem()` says what is wrong and at which tensor; nothing is loaded unless all fits.
/// Example:  tests/import/parameters/refusals.cpp
template <class Network>
struct parameter_file_result {
    Network network{};
    parameter_file_problem found{};

    constexpr bool ok() const { return !found; }
    constexpr parameter_file_problem const& problem() const { return found; }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
