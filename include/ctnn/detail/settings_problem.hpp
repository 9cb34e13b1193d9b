#pragma once

#include <cstddef>
#include <ctnn/training/training_options.hpp>
#include <ctnn/training/training_problem.hpp>

namespace ctnn::detail {

// What is wrong with a training before it looks at its first sample.
template <class Optimizer>
constexpr training_problem settings_problem(Optimizer const& optimizer, std::size_t samples,
                                            training_options const& options) {
    using kinds = training_problem::kinds;
    if (samples == 0)
        return {kinds::no_samples};
    if (options.batch_size == 0)
        return {kinds::batch_size_is_zero};
    if (!optimizer.is_valid())
        return {kinds::learning_rate_is_negative_or_not_finite};
    return {};
}

} // namespace ctnn::detail
