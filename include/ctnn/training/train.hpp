#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/network.hpp>
#include <ctnn/concept/optimizer.hpp>
#include <ctnn/loss/detail/no_loss.hpp>
#include <ctnn/training/detail/parameters_problem.hpp>
#include <ctnn/training/detail/samples_problem.hpp>
#include <ctnn/training/detail/settings_problem.hpp>
#include <ctnn/training/detail/stack_check.hpp>
#include <ctnn/training/detail/stop_constant.hpp>
#include <ctnn/training/detail/train_diagnosis.hpp>
#include <ctnn/training/detail/train_epoch.hpp>
#include <ctnn/training/detail/train_span.hpp>
#include <ctnn/training/training_options.hpp>
#include <ctnn/training/training_problem.hpp>
#include <ctnn/training/training_result.hpp>
#include <type_traits>

namespace ctnn {
namespace detail {

// All the epochs as the compiler does them. It is named for those who come to the compiler's limit: compilers
// then list the calls that led there.
template <class Result, class Loss, class Optimizer, class Samples>
constexpr training_problem train_in_one_constant_which_is_limited_use_trained_recipe_for_more(
    Result& result, Loss const& loss, Optimizer const& optimizer, Samples const& samples,
    training_options const& options) {
    using network = decltype(result.network);
    using state = decltype(result.state);
    auto const train_all = [&]<bool Batches>(std::bool_constant<Batches>) {
        compiler::progress<network, state, Batches> reached(result.network, result.state,
                                                            result.steps);
        auto const problem =
            compiler::train_span(reached, loss, optimizer, samples, options,
                                 {result.epochs, 0, options.epochs * std::size(samples)},
                                 [&result](auto const& mean) { result.loss = mean; });
        if (problem.kind != training_problem::kinds::none)
            return problem;
        result.network = reached.network();
        result.state = reached.memory.state();
        result.steps = reached.steps;
        result.epochs += options.epochs;
        return parameters_problem(result.network, result.epochs - 1, std::size(samples));
    };
    if (options.epochs == 0)
        return {};
    training_problem problem;
    if constexpr (!customization::sees_networks<Optimizer, network>)
        problem =
            options.batch_size == 1 ? train_all(std::false_type{}) : train_all(std::true_type{});
    else
        problem = train_all(std::true_type{});
    return problem;
}

// All the epochs as a machine does them. An epoch that has a problem is undone.
template <class Result, class Memory, class Loss, class Optimizer, class Samples>
constexpr training_problem train_on_machine(Result& result, Memory const& memory, Loss const& loss,
                                            Optimizer const& optimizer, Samples const& samples,
                                            training_options const& options) {
    if (auto problem = samples_problem(samples); problem.kind != training_problem::kinds::none) {
        problem.epoch = result.epochs;
        return problem;
    }
    for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
        decltype(auto) before = memory.copy_of(result);
        auto const problem = train_epoch(result, memory, loss, optimizer, samples, options);
        if (problem.kind != training_problem::kinds::none) {
            result = before;
            return problem;
        }
    }
    return {};
}

// All the epochs, and what the result says of them.
template <class Result, class Memory, class Loss, class Optimizer, class Samples>
constexpr void train_result(Result& result, Memory const& memory, Loss const& loss,
                            Optimizer const& optimizer, Samples const& samples,
                            training_options const& options) {
    if (!result.ok())
        return;
    auto problem = settings_problem<typename decltype(result.network)::scalar>(
        loss, optimizer, std::size(samples), options);
    problem.epoch = result.epochs;
    if (problem.kind == training_problem::kinds::none) {
        if (std::is_constant_evaluated())
            problem = train_in_one_constant_which_is_limited_use_trained_recipe_for_more(
                result, loss, optimizer, samples, options);
        else
            problem = train_on_machine(result, memory, loss, optimizer, samples, options);
    }
    if (problem.kind != training_problem::kinds::none) {
        if (std::is_constant_evaluated())
            error::training_stopped_in_epoch_at_sample(problem.epoch, problem.sample, problem);
        result.stopped_by = problem;
    }
    if (result.epochs == 0)
        result.loss = no_loss<decltype(result.loss)>;
}

} // namespace detail

/// Trains a network on samples: for each epoch, for each batch, one step of the optimizer along the
/// mean of the samples' gradients. It is the same function at compile time and at run time.
///
/// Shape:    a network, or an earlier result to go on from; a loss; an optimizer; a contiguous range
///           of samples; training_options. Gives a training_result.
/// Gradient: that of `backpropagate`.
/// Cost:     for each sample about three forward passes; for each batch one step of the optimizer.
///           On the stack: three networks (the result, its state before the epoch, the gradient).
///           The build warns where the last two take more than 1 MB; `train_in_place` has them in
///           memory that you provide.
/// Errors:   wrong data or settings, or a loss that is not finite, stop the training, and the
///           result says what and where; in a constant they end the build with a sentence. Samples of
///           another shape do not compile; the message names the layer and both sizes.
/// Source:   I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", 2016, section 8.1.3.
/// Example:  docs/examples/iris.cpp
template <class Start, class Loss, class Optimizer, class Samples,
          class Diagnosis = decltype(detail::train_diagnosis<Start, Loss, Optimizer, Samples>())>
    requires detail::is_none<Diagnosis>
// (Its type is written out: of `auto`, clang copies the result.)
constexpr typename detail::training_from<Start, Optimizer>::result
train(Start const& start, Loss const& loss, Optimizer const& optimizer, Samples const& samples,
      training_options const& options,
      detail::stack_check<detail::stack_of_train<Start, Optimizer>> = {}) {
    typename detail::training_from<Start, Optimizer>::result result{start};
    detail::train_result(result, detail::memory_on_stack{}, loss, optimizer, samples, options);
    return result;
}

// Chosen for arguments that do not fit. Deleted functions are what compilers print the sentence of at once.
template <class Start, class Loss, class Optimizer, class Samples,
          class Diagnosis = decltype(detail::train_diagnosis<Start, Loss, Optimizer, Samples>())>
    requires(!detail::is_none<Diagnosis>)
void train(Start const&, Loss const&, Optimizer const&, Samples const&,
           training_options const&) = delete;

} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
