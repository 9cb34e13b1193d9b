#pragma once

#include <ctnn/face/batch/block.hpp>
#include <ctnn/face/batch/layers.hpp>

namespace ctnn::detail {

// What batches are learnt from side by side in; nothing where each sample goes alone.
// The gradient is written before it is read, if it is needed at all.
template <class Network, bool InBlocks = batch::learns_in_groups<Network>>
struct batch_memory {
    batch::block<Network> block;
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
