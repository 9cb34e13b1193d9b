#pragma once

#include <ctnn/training/training_options.hpp>

namespace ctnn::detail {

// How a recipe wants to be trained; what it does not say is as in training_options.
template <class Recipe>
constexpr training_options recipe_options() {
    training_options options{.epochs = Recipe::epochs};
    if constexpr (requires { Recipe::batch_size; })
        options.batch_size = Recipe::batch_size;
    if constexpr (requires { Recipe::shuffle; })
        options.shuffle = Recipe::shuffle;
    if constexpr (requires { Recipe::seed; })
        options.seed = Recipe::seed;
    return options;
}

} // namespace ctnn::detail
