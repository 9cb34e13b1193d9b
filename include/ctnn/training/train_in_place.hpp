#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/concept/network.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/training/detail/train_diagnosis.hpp>
#include <ctnn/training/train.hpp>
#include <ctnn/training/training_memory.hpp>
#include <ctnn/training/training_options.hpp>
#include <ctnn/training/training_result.hpp>
#include <type_traits>

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

template <class Memory>
struct result_in_memory {
    using type = void;
};
template <class Network, class State>
struct result_in_memory<training_memory<Network, State>> {
    using type = training_result<Network, State>;
};

template <class Memory, class Loss, class Optimizer, class Samples>
constexpr auto in_place_diagnosis() {
    using result = typename result_in_memory<Memory>::type;
    if constexpr (std::is_void_v<result>)
        return typename error::first_argument_of_type<Memory>::is_not_a_training_memory{};
    else
        return train_diagnosis<result, Loss, Optimizer, Samples>();
}

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
          class Diagnosis = decltype(detail::in_place_diagnosis<training_memory<Network, State>,
                                                                Loss, Optimizer, Samples>())>
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

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Memory, class Loss, class Optimizer, class Samples,
          class Diagnosis =
              decltype(detail::in_place_diagnosis<Memory, Loss, Optimizer, Samples>())>
    requires(!detail::is_none<Diagnosis>)
void train_in_place(Memory&, Loss const&, Optimizer const&, Samples const&,
                    training_options const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
