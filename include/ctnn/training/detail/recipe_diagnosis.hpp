#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/error/constant_member.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/training/detail/recipe_options.hpp>
#include <ctnn/training/detail/settings_problem.hpp>
#include <ctnn/training/detail/slice_size.hpp>
#include <ctnn/training/detail/slices.hpp>
#include <ctnn/training/detail/train_diagnosis.hpp>
#include <ctnn/training/training_problem.hpp>
#include <type_traits>
#include <utility>

namespace ctnn::detail {

// What stops the training of a recipe, which is done to find out.
template <class Recipe>
constexpr auto recipe_training_diagnosis() {
    using kinds = training_problem::kinds;
    constexpr training_problem problem = compiler::problem_of<Recipe>();
    using epoch = typename error::recipe<Recipe>::template stops_in_epoch<problem.epoch>;
    using sample = typename epoch::template at_sample<problem.sample>;
    if constexpr (problem.kind == kinds::sample_is_not_finite)
        return typename sample::which_holds_a_nan_or_an_infinity{};
    else if constexpr (problem.kind == kinds::loss_is_not_finite)
        return typename sample::whose_loss_is_a_nan_or_infinite{};
    else if constexpr (problem.kind == kinds::parameters_are_not_finite)
        return typename epoch::which_leaves_a_nan_or_an_infinity_in_the_parameters{};
    else
        return error::none{};
}

// What is wrong with the members that a recipe needs.
template <class Recipe>
constexpr auto recipe_members_diagnosis() {
    using recipe = error::recipe<Recipe>;
    if constexpr (!requires {
                      typename std::bool_constant<is_static(&Recipe::network) &&
                                                  is_constant(Recipe::network)>;
                  }) {
        return typename recipe::lacks_a_static_constexpr_network{};
    } else if constexpr (!requires {
                             typename std::bool_constant<is_static(&Recipe::loss) &&
                                                         is_constant(Recipe::loss)>;
                         }) {
        return typename recipe::lacks_a_static_constexpr_loss{};
    } else if constexpr (!requires {
                             typename std::bool_constant<is_static(&Recipe::optimizer) &&
                                                         is_constant(Recipe::optimizer)>;
                         }) {
        return typename recipe::lacks_a_static_constexpr_optimizer{};
    } else if constexpr (!requires { typename std::bool_constant<is_static(&Recipe::samples)>; }) {
        return typename recipe::lacks_static_constexpr_samples{};
    } else if constexpr (!requires { typename std::bool_constant<is_constant(Recipe::epochs)>; }) {
        return typename recipe::lacks_static_constexpr_epochs{};
    } else if constexpr (!is_whole_number<decltype(Recipe::epochs)>) {
        return typename recipe::has_epochs_that_are_no_positive_whole_number{};
    } else if constexpr (is_negative(Recipe::epochs)) {
        return typename recipe::has_epochs_that_are_no_positive_whole_number{};
    } else {
        return error::none{};
    }
}

// Of samples it is asked only once they are known to be a range.
template <class Recipe>
constexpr auto recipe_samples_diagnosis() {
    using recipe = error::recipe<Recipe>;
    if constexpr (!requires {
                      typename std::bool_constant<begins_with_a_constant(Recipe::samples)>;
                  })
        return typename recipe::lacks_static_constexpr_samples{};
    else if constexpr (std::size(Recipe::samples) == 0)
        return typename recipe::template has_samples<0>::template but_needs_at_least<1>{};
    else
        return error::none{};
}

// What the recipe's optimizer says of its settings. The sentence begins with the setting's name.
template <class Recipe>
constexpr char const* setting_in_question() {
    using scalar = typename std::remove_cvref_t<decltype(Recipe::network)>::scalar;
    if constexpr (customization::checks_settings_in<
                      std::remove_cvref_t<decltype(Recipe::optimizer)>, scalar>)
        return Recipe::optimizer.template problem<scalar>();
    else
        return nullptr;
}
constexpr std::size_t name_length(char const* sentence) {
    std::size_t length = 0;
    while (sentence[length] != ' ' && sentence[length] != '\0')
        ++length;
    return length;
}
template <class Recipe, std::size_t... Index>
constexpr auto setting_diagnosis_of(std::index_sequence<Index...>) {
    return typename error::recipe<Recipe>::template has_an_optimizer_whose_setting<
        setting_in_question<Recipe>()[Index]...>::makes_no_sense{};
}

// What is wrong with a recipe of `trained`.
template <class Recipe>
constexpr auto recipe_diagnosis() {
    using recipe = error::recipe<Recipe>;
    using members = decltype(recipe_members_diagnosis<Recipe>());
    if constexpr (!fits<members>) {
        return members{};
    } else if constexpr (!fits<options_diagnosis<Recipe>>) {
        return options_diagnosis<Recipe>{};
    } else {
        using training =
            decltype(train_diagnosis<std::remove_cvref_t<decltype(Recipe::network)>,
                                     std::remove_cvref_t<decltype(Recipe::loss)>,
                                     std::remove_cvref_t<decltype(Recipe::optimizer)>,
                                     std::remove_cvref_t<decltype(Recipe::samples)>>());
        if constexpr (!fits<training>) {
            return training{};
        } else if constexpr (Recipe::epochs == 0) {
            return typename recipe::template has_epochs<0>::template but_needs_at_least<1>{};
        } else if constexpr (!fits<decltype(recipe_samples_diagnosis<Recipe>())>) {
            return recipe_samples_diagnosis<Recipe>();
        } else if constexpr (recipe_options<Recipe>().batch_size == 0) {
            return
                typename recipe::template has_a_batch_size_of<0>::template but_needs_at_least<1>{};
        } else if constexpr (setting_in_question<Recipe>() != nullptr) {
            return setting_diagnosis_of<Recipe>(
                std::make_index_sequence<name_length(setting_in_question<Recipe>())>{});
        } else if constexpr (!loss_is_valid(Recipe::loss)) {
            return typename recipe::has_a_loss_with_a_setting_that_makes_no_sense{};
        } else {
            using cost = compiler::slice_size<Recipe>;
            using limited = typename recipe::template costs_for_one_sample<
                cost::of_one_sample>::template but_the_compiler_allows<cost::limit>;
            if constexpr (cost::samples == 0)
#if defined(__clang__)
                return typename limited::raise_it_by_fconstexpr_steps_and_tell_constexpr_limit{};
#else
                return
                    typename limited::raise_it_by_fconstexpr_ops_limit_and_tell_constexpr_limit{};
#endif
            else
                return recipe_training_diagnosis<Recipe>();
        }
    }
}

} // namespace ctnn::detail
