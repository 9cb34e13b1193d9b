#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <cstdio>
#include <string>

namespace ctnn::host {

/// How far a long proof has come.
///
/// Shape:    boxes: how many were looked at; open: how many wait; share: of the volume, what is
///           proven, each cut and each split counted as halves; seconds: of this run.
/// Cost:     a few words.
/// Example:  tests/host/prove.cpp
struct proof_progress {
    std::size_t boxes = 0;
    std::size_t open = 0;
    double share = 0;
    double seconds = 0;

    /// "1234 boxes, 56 open, 78.90 % proven, 1.2 s"
    std::string line() const {
        char text[128];
        std::snprintf(text, sizeof text, "%zu boxes, %zu open, %.2f %% proven, %.1f s", boxes, open,
                      100 * share, seconds);
        return text;
    }
};

} // namespace ctnn::host

#include <ctnn/config/epilogue.hpp>
