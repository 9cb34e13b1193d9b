#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/host/proof_progress.hpp>
#include <functional>
#include <limits>
#include <string>

namespace ctnn::host {

/// What `host::prove` may spend, and what it tells while it works.
///
/// Shape:    boxes: the most that this run looks at, and seconds; threads: 0 for all that the machine
///           has; progress: called in the thread of `prove`, every progress_seconds; checkpoint: a
///           file that is written every checkpoint_seconds and at the end, and gone on from if it is
///           there; empty for none. certificate: a file that lets another program check the proof
///           (docs/audit.md); empty for none.
/// Example:  tests/host/prove.cpp
struct proof_options {
    std::size_t boxes = 1'000'000;
    double seconds = std::numeric_limits<double>::infinity();
    unsigned threads = 0;
    std::function<void(proof_progress const&)> progress{};
    double progress_seconds = 1;
    std::string checkpoint{};
    double checkpoint_seconds = 60;
    std::string certificate{};
};

} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
