#pragma once

#include <cstddef>
#include <ctnn/compiler/stage_size.hpp>
#include <ctnn/detail/recipe_options.hpp>
#include <ctnn/detail/train_verdict.hpp>
#include <ctnn/detail/verdict.hpp>
#include <type_traits>

namespace ctnn::detail {

// What is wrong with a recipe of `trained`.
template <class Recipe>
constexpr auto recipe_verdict() {
    using recipe = error::recipe<Recipe>;
    if constexpr (!requires { Recipe::network; }) {
        return typename recipe::lacks_a_static_constexpr_network{};
    } else if constexpr (!requires { Recipe::loss; }) {
        return typename recipe::lacks_a_static_constexpr_loss{};
    } else if constexpr (!requires { Recipe::optimizer; }) {
        return typename recipe::lacks_a_static_constexpr_optimizer{};
    } else if constexpr (!requires { Recipe::samples; }) {
        return typename recipe::lacks_static_constexpr_samples{};
    } else if constexpr (!requires { Recipe::epochs; }) {
        return typename recipe::lacks_static_constexpr_epochs{};
    } else {
        using training = decltype(train_verdict<std::remove_cvref_t<decltype(Recipe::network)>,
                                                std::remove_cvref_t<decltype(Recipe::loss)>,
                                                std::remove_cvref_t<decltype(Recipe::optimizer)>,
                                                std::remove_cvref_t<decltype(Recipe::samples)>>());
        if constexpr (!fits<training>) {
            return training{};
        } else if constexpr (Recipe::epochs == 0) {
            return typename recipe::template has_epochs<0>::template but_needs_at_least<1>{};
        } else if constexpr (std::size(Recipe::samples) == 0) {
            return typename recipe::template has_samples<0>::template but_needs_at_least<1>{};
        } else if constexpr (recipe_options<Recipe>().batch_size == 0) {
            return
                typename recipe::template has_a_batch_size_of<0>::template but_needs_at_least<1>{};
        } else {
            using cost = compiler::stage_size<Recipe>;
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
                return error::none{};
        }
    }
}

} // namespace ctnn::detail
