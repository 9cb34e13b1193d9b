#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/detail/update_rule.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/data/sample.hpp>
#include <ctnn/math/is_finite.hpp>
#include <ctnn/network/detail/call_diagnosis.hpp>
#include <ctnn/training/detail/learn.hpp>
#include <ctnn/training/detail/settings_problem.hpp>
#include <ctnn/training/detail/step_along.hpp>
#include <ctnn/training/detail/stop_constant.hpp>
#include <ctnn/training/detail/train_diagnosis.hpp>
#include <ctnn/training/training_problem.hpp>
#include <ctnn/training/training_result.hpp>
#include <type_traits>

namespace ctnn {
namespace detail {

template <class Learner>
struct network_of_learner {
    using type = void;
};
template <class Network, class State>
struct network_of_learner<training_result<Network, State>> {
    using type = Network;
};

template <class Learner, class Loss, class Optimizer, class Input, class Target>
constexpr auto step_diagnosis() {
    using network = typename network_of_learner<Learner>::type;
    if constexpr (std::is_void_v<network>) {
        return typename error::first_argument_of_type<Learner>::is_not_a_training_result{};
    } else {
        using samples =
            std::array<sample<typename network::input_type, typename network::output_type>, 1>;
        using of_training = decltype(train_diagnosis<Learner, Loss, Optimizer, samples>());
        if constexpr (!fits<of_training>)
            return of_training{};
        else
            return call_diagnosis<network, Loss, Input, Target>();
    }
}

} // namespace detail

/// One step of training on one sample, in place: for samples that come while a program runs, and for
/// devices whose memory holds one network. The bits are those of `train` with batches of one.
/// Returns the sample's loss. If that is not finite, or the optimizer or the loss has a setting that
/// `train` refuses, it learns nothing, and `problem()` says so.
///
/// Shape:    a training_result, which is what learns; a loss, an optimizer, input_size and output_size
///           scalars. One scalar.
/// Gradient: that of `backpropagate`.
/// Cost:     about three forward passes and the optimizer's. On the stack two arrays for each layer and some for the
///           way back (`footprint`), and no gradient, unless the optimizer needs the whole of it.
/// Errors:   an array of the wrong size does not compile; the message names the layer and both sizes.
///           In a constant such a setting ends the build with a sentence.
///           It does not check that the parameters stay finite; a later loss shows it.
/// Source:   H. Robbins, S. Monro, "A stochastic approximation method", 1951.
/// Example:  docs/examples/microcontroller/learning.cpp
template <class Network, class State, class Loss, class Optimizer,
          class Input = detail::input_braces<Network>,
          class Target = detail::target_braces<Network>,
          class Diagnosis = decltype(detail::step_diagnosis<training_result<Network, State>, Loss,
                                                            Optimizer, Input, Target>())>
    requires detail::is_none<Diagnosis>
// (Always inlined: only then the optimizer's rate, a double, is a constant, and no board needs double.)
[[gnu::flatten, gnu::always_inline]] constexpr typename Network::scalar
train_step(training_result<Network, State>& learner, Loss const& loss, Optimizer const& optimizer,
           Input const& input, Target const& wanted) {
    using scalar = typename Network::scalar;
    using math::is_finite;
    typename Network::input_type const& x = detail::array_of<typename Network::input_type>(input);
    constexpr auto none = training_problem::kinds::none;
    auto const problem = detail::step_problem<scalar>(loss, optimizer);
    if (std::is_constant_evaluated() && problem.kind != none)
        error::training_stopped_in_epoch_at_sample(learner.epochs, 0, problem);
    auto const step = [&](scalar value, auto& records, auto const& dv)
        __attribute__((always_inline)) {
        if (problem.kind != none) {
            learner.stopped_by = problem;
            learner.stopped_by.epoch = learner.epochs;
        } else if (!is_finite(value)) {
            learner.stopped_by = {training_problem::kinds::loss_is_not_finite, learner.epochs, 0};
        } else {
            if constexpr (customization::prepares<Optimizer, Network>) {
                Network gradient{};
                detail::accumulate_gradient(learner.network, x, records, dv, gradient);
                detail::step_along(gradient, learner, optimizer);
            } else {
                auto const rule = detail::rule_at<scalar>(optimizer, learner.steps);
                detail::with_memory(
                    learner.state, [&](auto&... memory) __attribute__((always_inline)) {
                        detail::update(rule, x, records, dv, learner.network, memory...);
                    });
                detail::end_step(learner, optimizer);
            }
        }
    };
    return learner.loss =
               detail::learn(learner.network, loss, x,
                             detail::array_of<typename Network::output_type>(wanted), step);
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Learner, class Loss, class Optimizer,
          class Input = detail::input_braces<typename detail::network_of_learner<Learner>::type>,
          class Target = detail::target_braces<typename detail::network_of_learner<Learner>::type>,
          class Diagnosis =
              decltype(detail::step_diagnosis<Learner, Loss, Optimizer, Input, Target>())>
    requires(!detail::is_none<Diagnosis>)
double train_step(Learner&, Loss const&, Optimizer const&, Input const&, Target const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
