#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/network.hpp>
#include <ctnn/training/detail/train_diagnosis.hpp>
#include <ctnn/training/train.hpp>
#include <ctnn/training/training_memory.hpp>
#include <ctnn/training/training_options.hpp>
#include <ctnn/training/training_result.hpp>

namespace ctnn {
namespace detail {

struct memory_of_caller {
    template <class Memory>
    struct of {
        Memory& memory;

        template <class Network>
        constexpr batch_memory<Network>& batch() const {
            return memory.batch_;
        }
        template <class Result>
        constexpr Result const& copy_of(Result const& result) const {
            return memory.before_ = result;
        }
    };
};

} // namespace detail

/// Trains a network in memory that you provide: does what `train` does, with the same bits, but puts nothing
/// as large as the network on the stack. It goes on from `memory.result`, and returns it.
///
/// Shape:    a training_memory; a loss; an optimizer; a contiguous range of samples;
///           training_options. Gives `memory.result`.
/// Gradient: that of `backpropagate`.
/// Cost:     that of `train`; on the stack two arrays for each layer.
/// Errors:   those of `train`.
/// Example:  docs/examples/large_network.cpp
template <concepts::network Network, class State, class Loss, class Optimizer, class Samples,
          class Diagnosis = decltype(detail::train_diagnosis<training_result<Network, State>, Loss,
                                                             Optimizer, Samples>())>
    requires detail::is_none<Diagnosis>
constexpr training_result<Network, State>& train_in_place(training_memory<Network, State>& memory,
                                                          Loss const& loss,
                                                          Optimizer const& optimizer,
                                                          Samples const& samples,
                                                          training_options const& options) {
    using of_caller = detail::memory_of_caller::of<training_memory<Network, State>>;
    detail::train_result(memory.result, of_caller{memory}, loss, optimizer, samples, options);
    return memory.result;
}

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
