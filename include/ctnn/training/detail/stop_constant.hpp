#pragma once

#include <cstddef>
#include <ctnn/error/stop_sentences.hpp>
#include <ctnn/training/training_problem.hpp>

namespace ctnn::error {

// A template because an ordinary constexpr function must have a constant result for some argument.
template <class Epoch, class Sample>
constexpr void training_stopped_in_epoch_at_sample(Epoch, Sample, training_problem problem) {
    using kinds = training_problem::kinds;
    switch (problem.kind) {
    case kinds::none:
        break;
    case kinds::no_samples:
        return the_training_has_no_samples();
    case kinds::batch_size_is_zero:
        return the_batch_size_is_zero();
    case kinds::optimizer_has_a_setting_that_makes_no_sense:
        return the_optimizer_has_a_setting_that_makes_no_sense();
    case kinds::loss_has_a_setting_that_makes_no_sense:
        return the_loss_has_a_setting_that_makes_no_sense();
    case kinds::sample_is_not_finite:
        return a_sample_holds_a_nan_or_an_infinity();
    case kinds::loss_is_not_finite:
        return the_loss_of_a_sample_is_a_nan_or_infinite();
    case kinds::parameters_are_not_finite:
        return an_epoch_left_a_nan_or_an_infinity_in_the_parameters();
    }
}

} // namespace ctnn::error
