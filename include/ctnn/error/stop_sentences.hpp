#pragma once

// In a constant a problem must end the build, and the build must say which. Compilers name the
// function that is not constexpr and the calls, with their arguments, that led to it.

namespace ctnn::error {

inline void the_training_has_no_samples() {}
inline void the_batch_size_is_zero() {}
inline void the_optimizer_has_a_setting_that_makes_no_sense() {}
inline void the_loss_has_a_setting_that_makes_no_sense() {}
inline void a_sample_holds_a_nan_or_an_infinity() {}
inline void the_loss_of_a_sample_is_a_nan_or_infinite() {}
inline void an_epoch_left_a_nan_or_an_infinity_in_the_parameters() {}

} // namespace ctnn::error
