#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/detail/learner_diagnosis.hpp>
#include <ctnn/concept/no_state.hpp>
#include <ctnn/training/detail/batch_memory.hpp>
#include <ctnn/training/training_result.hpp>

namespace ctnn {
namespace detail {
struct memory_of_caller;
} // namespace detail

/// What `train_in_place` trains, with all the memory that it needs. Put it where there is room, in static
/// storage or on the heap.
///
/// Shape:    result: a training_result, whose network is the one to start from. State: that of the
///           optimizer.
/// Cost:     the result, its state before the epoch, a gradient, and samples to learn from side by
///           side, at most 256 kB.
/// Example:  docs/examples/large_network.cpp
template <class Network, class State = no_state>
    requires detail::fits<decltype(detail::learner_diagnosis<Network>())>
class training_memory {
public:
    training_result<Network, State> result{};

private:
    friend detail::memory_of_caller;

    training_result<Network, State> before_{};
    detail::batch_memory<Network> batch_{};
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
