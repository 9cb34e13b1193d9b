#pragma once

#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/training/training_options.hpp>
#include <ctnn/training/training_problem.hpp>

namespace ctnn::detail {

// A loss with settings may say whether they make sense.
template <class Loss>
[[gnu::always_inline]] constexpr bool loss_is_valid(Loss const& loss) {
    if constexpr (customization::checks_its_settings<Loss>)
        return loss.is_valid();
    else
        return true;
}

template <class Scalar, class Optimizer>
[[gnu::always_inline]] constexpr training_problem optimizer_problem(Optimizer const& optimizer) {
    using kinds = training_problem::kinds;
    if constexpr (customization::checks_settings_in<Optimizer, Scalar>)
        if (char const* const sentence = optimizer.template problem<Scalar>())
            return {kinds::optimizer_has_a_setting_that_makes_no_sense, 0, 0, sentence};
    return {};
}

// What is wrong with a step before it looks at its sample.
template <class Scalar, class Loss, class Optimizer>
[[gnu::always_inline]] constexpr training_problem step_problem(Loss const& loss,
                                                               Optimizer const& optimizer) {
    using kinds = training_problem::kinds;
    if (auto const problem = optimizer_problem<Scalar>(optimizer); problem.kind != kinds::none)
        return problem;
    if (!loss_is_valid(loss))
        return {kinds::loss_has_a_setting_that_makes_no_sense};
    return {};
}

// What is wrong with a training before it looks at its first sample.
template <class Scalar, class Loss, class Optimizer>
constexpr training_problem settings_problem(Loss const& loss, Optimizer const& optimizer,
                                            std::size_t samples, training_options const& options) {
    using kinds = training_problem::kinds;
    if (samples == 0)
        return {kinds::no_samples};
    if (options.batch_size == 0)
        return {kinds::batch_size_is_zero};
    return step_problem<Scalar>(loss, optimizer);
}

} // namespace ctnn::detail
