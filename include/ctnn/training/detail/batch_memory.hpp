#pragma once

#include <ctnn/face/batch/layers.hpp>
#include <ctnn/face/batch/samples_at_once.hpp>

namespace ctnn::detail {

// What batches are learnt from side by side in; nothing where each sample goes alone.
// The gradient is written before it is read, if it is needed at all.
template <class Network, bool SideBySide = batch::learns_in_groups<Network>>
struct batch_memory {
    batch::samples_at_once<Network> samples;
    union {
        Network gradient;
    };

    constexpr batch_memory() {}
};
template <class Network>
struct batch_memory<Network, false> {
    Network gradient;
};

} // namespace ctnn::detail
