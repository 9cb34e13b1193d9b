#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <cstddef>
#include <ctnn/concept/detail/memory.hpp>
#include <ctnn/concept/detail/optimizer_diagnosis.hpp>
#include <ctnn/concept/no_state.hpp>
#include <ctnn/concept/optimizer_memory.hpp>
#include <ctnn/concept/trainable_network.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <type_traits>
#include <utility>

namespace ctnn {
namespace detail {

template <class Network, class Memory>
struct state_for {
    using type = optimizer_memory<Network, Memory>;
};
template <class Network, class Memory>
    requires std::is_empty_v<Memory>
struct state_for<Network, Memory> {
    using type = no_state;
};

// What a training with the optimizer keeps from step to step.
template <class Optimizer, class Network>
using state_of =
    typename state_for<Network,
                       typename memory_for<Optimizer, typename Network::scalar>::type>::type;

// use(network ...), of each number that is remembered.
template <class Use>
[[gnu::always_inline]] constexpr decltype(auto) with_memory(no_state, Use const& use) {
    return use();
}
template <class Network, class Memory, class Use>
[[gnu::always_inline]] constexpr decltype(auto) with_memory(optimizer_memory<Network, Memory>& all,
                                                            Use const& use) {
    return [&]<std::size_t... Index>(std::index_sequence<Index...>) __attribute__((always_inline))
        ->decltype(auto) {
        return use(all.entries[Index].network...);
    }
    (std::make_index_sequence<optimizer_memory<Network, Memory>::size>{});
}

} // namespace detail

namespace concepts {

/// An optimizer says what a step does to one parameter.
///
/// - `memory<T>`, an aggregate of up to four T: what it remembers of a parameter, zeros at first. Without it: nothing.
/// - `at<Scalar>(steps)`: the numbers that a step needs after so many others, such as the learning rate of a schedule
///   or a correction of bias. It is called once a step; as `at<Scalar>()`, only once.
/// - `update(parameter, derivative, memory, constants)`, static: the step. If it also takes vectors of numbers, it is
///   faster.
///
/// An `at` that returns a kernel::descent is the whole optimizer: parameter -= rate * derivative.
///
/// Shape:    parameter, derivative and the numbers in memory are Scalar, or vectors of it; constants are what `at`
///           returned.
/// Cost:     that of the model.
/// Errors:   `train` takes nothing else. An optional member of another form than in concept/customization.hpp would be
///           ignored, so it does not compile.
/// Example:  docs/examples/own_optimizer.cpp
template <class Optimizer, class Network>
concept optimizer = concepts::trainable_network<Network> &&
    detail::is_none<decltype(detail::optimizer_model_diagnosis<Optimizer, Network>())>;

} // namespace concepts
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
