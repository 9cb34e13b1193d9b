#pragma once

#include <ctnn/config/gate.hpp>
#include <ctnn/config/prologue.hpp>

#include <ctnn/config/arithmetic_in_use.hpp>
#include <ctnn/training/detail/recipe_diagnosis.hpp>
#include <ctnn/training/detail/slices.hpp>

namespace ctnn {
CTNN_ARITHMETIC_BEGIN

/// The network that a recipe gives, trained by the compiler. A recipe is a struct of static
/// constexpr members: `network` (to start from), `loss`, `optimizer`, `samples` and `epochs`, and,
/// where the defaults of `training_options` are not wanted, `batch_size`, `shuffle` and `seed`.
/// However long the training is, it stays within the default limits of the compiler: it is done in
/// slices, each a constant of its own that goes on from the one before.
///
/// Shape:    `trained<recipe>.network`, and `.losses`: for each epoch the mean loss of its samples,
///           each taken just before the step that it is part of.
/// Gradient: that of `backpropagate`.
/// Cost:     none at run time. Compile time and memory: docs/compile_time_training.md.
/// Errors:   a recipe that lacks a member or has samples of another shape does not compile, and
///           the message says what; nor does one of which a single sample is too much for the
///           compiler's limit, and the message names the cost and the flag. A training that has a
///           problem (see `train`) ends the build with it.
/// Source:   this library. The bits are those of `train` with the same settings.
/// Example:  docs/examples/exclusive_or.cpp
template <class Recipe, class Diagnosis = decltype(detail::recipe_diagnosis<Recipe>())>
    requires detail::is_none<Diagnosis>
inline constexpr auto trained = compiler::train_in_slices<Recipe>();

CTNN_ARITHMETIC_END
} // namespace ctnn

#include <ctnn/config/epilogue.hpp>
