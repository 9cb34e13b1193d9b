#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/host/file_problem.hpp>
#include <ctnn/host/proof_progress.hpp>
#include <ctnn/host/unknown_reason.hpp>
#include <ctnn/verify/verdict.hpp>

namespace ctnn::host {

/// What `host::prove` found, and what it took.
///
/// Shape:    a verdict, how far it came, what is wrong with the box, the condition or the checkpoint, and
///           the reason if the verdict is unknown.
/// Cost:     that of a verdict.
/// Errors:   with a problem, nothing was searched, and the verdict is unknown; if only writing the
///           checkpoint failed later, there are both a verdict and a problem.
/// Example:  tests/host/prove.cpp
template <class T, std::size_t N>
struct proof_result {
    verify::verdict<T, N> verdict{};
    proof_progress progress{};
    file_problem problem{};
    unknown_reason reason = unknown_reason::none;

    bool proven() const { return verdict.proven(); }
    bool violated() const { return verdict.violated(); }
    bool unknown() const { return verdict.unknown(); }
};

} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
