#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/detail/learner_diagnosis.hpp>
#include <ctnn/concept/no_state.hpp>
#include <ctnn/kernel/vector.hpp>
#include <ctnn/training/training_problem.hpp>

namespace ctnn {

/// What `train` gives, and what it takes to go on: 5 epochs and then 5 more are the same, bit
/// for bit, as 10.
///
/// Shape:    network; loss: mean over the last complete epoch, each sample's taken just before the
///           step that it is part of, and NaN (the largest number of a fixed_point) after a training of no epochs; epochs: how many are complete; steps: how many the
///           optimizer has done, each along the gradient of one batch; state: what the optimizer remembers.
/// Cost:     the network, the optimizer's state and a few words.
/// Errors:   `ok()` says whether all went well; if not, `problem()` says what and where, and
///           network is the one after the last complete epoch, all of it finite.
/// Example:  docs/examples/iris.cpp
template <class Network, class State = no_state>
    requires detail::fits<decltype(detail::learner_diagnosis<Network>())>
struct training_result {
    // Where there are vectors, none of them lies across two lines of a cache.
    alignas(kernel::vector_bytes > 0 ? 64 : alignof(Network)) Network network{};
    typename Network::scalar loss{};
    std::size_t epochs = 0;
    std::size_t steps = 0;
    State state{};
    training_problem stopped_by{};

    constexpr bool ok() const { return stopped_by.kind == training_problem::kinds::none; }
    constexpr training_problem const& problem() const { return stopped_by; }
};

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
