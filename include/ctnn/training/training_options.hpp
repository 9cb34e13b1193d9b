#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <cstdint>

namespace ctnn {

/// How `train` goes through its samples.
///
/// Shape:    epochs: times that every sample is seen; batch_size: samples that are averaged for
///           one step (the last batch of an epoch may be smaller).
/// Errors:   a batch_size of 0 is a problem that the result of `train` reports.
/// Example:  docs/examples/iris.cpp
struct training_options {
    std::size_t epochs = 1;
    std::size_t batch_size = 1;
    bool shuffle = false; // in another order each epoch, by `random::permutation`
    std::uint64_t seed = 0;
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
