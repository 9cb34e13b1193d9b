#pragma once

#include <cstddef>
#include <ctnn/error/constant_member.hpp>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/training/training_options.hpp>
#include <type_traits>

namespace ctnn::detail {

// How a recipe wants to be trained; what it does not say is as in training_options.
template <class Recipe>
constexpr training_options recipe_options() {
    training_options options{.epochs = static_cast<std::size_t>(Recipe::epochs)};
    if constexpr (requires { Recipe::batch_size; })
        options.batch_size = static_cast<std::size_t>(Recipe::batch_size);
    if constexpr (requires { Recipe::shuffle; })
        options.shuffle = Recipe::shuffle;
    if constexpr (requires { Recipe::seed; })
        options.seed = Recipe::seed;
    return options;
}

// A class that has the names of a recipe a second time, which makes those ambiguous that the recipe has:
// also a private one, or a function, which would else be taken for none.
struct option_names {
    int batch_size, shuffle, seed, constexpr_limit;
};
template <class Recipe>
struct with_option_names : Recipe, option_names {};

template <class Recipe>
struct named_in_recipe {
    using names = with_option_names<Recipe>;
    static constexpr bool batch_size = !requires { &names::batch_size; };
    static constexpr bool shuffle = !requires { &names::shuffle; };
    static constexpr bool seed = !requires { &names::seed; };
    static constexpr bool constexpr_limit = !requires { &names::constexpr_limit; };
};
template <class Recipe>
    requires std::is_final_v<Recipe>
struct named_in_recipe<Recipe> {
    static constexpr bool batch_size = requires { Recipe::batch_size; };
    static constexpr bool shuffle = requires { Recipe::shuffle; };
    static constexpr bool seed = requires { Recipe::seed; };
    static constexpr bool constexpr_limit = requires { Recipe::constexpr_limit; };
};

template <class Recipe>
constexpr auto batch_size_diagnosis() {
    using recipe = error::recipe<Recipe>;
    if constexpr (!named_in_recipe<Recipe>::batch_size)
        return error::none{};
    else if constexpr (!requires { typename std::bool_constant<is_constant(Recipe::batch_size)>; })
        return typename recipe::has_a_batch_size_that_is_not_static_constexpr{};
    else if constexpr (!is_whole_number<decltype(Recipe::batch_size)>)
        return typename recipe::has_a_batch_size_that_is_no_positive_whole_number{};
    else if constexpr (is_negative(Recipe::batch_size))
        return typename recipe::has_a_batch_size_that_is_no_positive_whole_number{};
    else
        return error::none{};
}
template <class Recipe>
constexpr auto shuffle_diagnosis() {
    using recipe = error::recipe<Recipe>;
    if constexpr (!named_in_recipe<Recipe>::shuffle)
        return error::none{};
    else if constexpr (!requires { typename std::bool_constant<is_constant(Recipe::shuffle)>; })
        return typename recipe::has_a_shuffle_that_is_not_static_constexpr{};
    else if constexpr (!is_truth<decltype(Recipe::shuffle)>)
        return typename recipe::has_a_shuffle_that_is_neither_true_nor_false{};
    else
        return error::none{};
}
template <class Recipe>
constexpr auto seed_diagnosis() {
    using recipe = error::recipe<Recipe>;
    if constexpr (!named_in_recipe<Recipe>::seed)
        return error::none{};
    else if constexpr (!requires { typename std::bool_constant<is_constant(Recipe::seed)>; })
        return typename recipe::has_a_seed_that_is_not_static_constexpr{};
    else if constexpr (!is_whole_number<decltype(Recipe::seed)>)
        return typename recipe::has_a_seed_that_is_no_whole_number{};
    else
        return error::none{};
}
template <class Recipe>
constexpr auto limit_diagnosis() {
    using recipe = error::recipe<Recipe>;
    if constexpr (!named_in_recipe<Recipe>::constexpr_limit)
        return error::none{};
    else if constexpr (!requires {
                           typename std::bool_constant<is_constant(Recipe::constexpr_limit)>;
                       })
        return typename recipe::has_a_constexpr_limit_that_is_not_static_constexpr{};
    else if constexpr (!is_whole_number<decltype(Recipe::constexpr_limit)>)
        return typename recipe::has_a_constexpr_limit_that_is_no_positive_whole_number{};
    else if constexpr (is_negative(Recipe::constexpr_limit))
        return typename recipe::has_a_constexpr_limit_that_is_no_positive_whole_number{};
    else
        return error::none{};
}

// Names that are easily taken for those of a recipe. They may be helpers of a recipe that has the right one as well.
struct misspelt_names {
    int batch, batchsize, batchSize, batch_sizes, minibatch, minibatch_size, mini_batch_size;
    int shuffel, shuffle_samples;
    int limit, constexpr_limits, constexpr_steps, constexpr_ops_limit;
};
template <class Recipe>
struct with_misspelt_names : Recipe, misspelt_names {};

template <class Recipe>
struct misspelt_in_recipe {
    using names = with_misspelt_names<Recipe>;
    static constexpr bool batch_size = !(
        requires { &names::batch; } && requires { &names::batchsize; } &&
        requires { &names::batchSize; } && requires { &names::batch_sizes; } &&
        requires { &names::minibatch; } && requires { &names::minibatch_size; } &&
        requires { &names::mini_batch_size; });
    static constexpr bool shuffle = !(
        requires { &names::shuffel; } && requires { &names::shuffle_samples; });
    static constexpr bool constexpr_limit = !(
        requires { &names::limit; } && requires { &names::constexpr_limits; } &&
        requires { &names::constexpr_steps; } && requires { &names::constexpr_ops_limit; });
};
template <class Recipe>
    requires std::is_final_v<Recipe>
struct misspelt_in_recipe<Recipe> {
    static constexpr bool batch_size = requires { Recipe::batch; }
    || requires { Recipe::batchsize; }
    || requires { Recipe::batchSize; }
    || requires { Recipe::minibatch_size; };
    static constexpr bool shuffle = requires { Recipe::shuffel; };
    static constexpr bool constexpr_limit = requires { Recipe::limit; };
};

// A rate beside the optimizer, which does not have it.
template <class Rate, class Optimizer>
constexpr bool is_its_rate(Rate const& rate, Optimizer const& optimizer) {
    if constexpr (requires { rate == optimizer.learning_rate; })
        return rate == optimizer.learning_rate;
    else
        return true;
}

template <class Recipe>
constexpr auto misspelt_diagnosis() {
    using ignored = typename error::recipe<Recipe>::has_a_member_that_is_ignored;
    using right = named_in_recipe<Recipe>;
    using wrong = misspelt_in_recipe<Recipe>;
    if constexpr (wrong::batch_size && !right::batch_size) {
        return typename ignored::name_it_batch_size{};
    } else if constexpr (wrong::shuffle && !right::shuffle) {
        return typename ignored::name_it_shuffle{};
    } else if constexpr (wrong::constexpr_limit && !right::constexpr_limit) {
        return typename ignored::name_it_constexpr_limit{};
    } else {
        constexpr bool rate_is_used = [] {
            bool used = true;
            if constexpr (requires {
                              typename std::bool_constant<is_constant(Recipe::learning_rate)>;
                          })
                used = used && is_its_rate(Recipe::learning_rate, Recipe::optimizer);
            if constexpr (requires { typename std::bool_constant<is_constant(Recipe::rate)>; })
                used = used && is_its_rate(Recipe::rate, Recipe::optimizer);
            return used;
        }();
        if constexpr (rate_is_used)
            return error::none{};
        else
            return typename ignored::write_the_learning_rate_into_the_optimizer{};
    }
}

template <class... Verdicts>
struct first_wrong {
    using type = error::none;
};
template <class Diagnosis, class... Rest>
struct first_wrong<Diagnosis, Rest...> {
    using type = Diagnosis;
};
template <class... Rest>
struct first_wrong<error::none, Rest...> : first_wrong<Rest...> {};

// What is wrong with the members that a recipe may have.
template <class Recipe>
using options_diagnosis =
    typename first_wrong<decltype(batch_size_diagnosis<Recipe>()),
                         decltype(shuffle_diagnosis<Recipe>()), decltype(seed_diagnosis<Recipe>()),
                         decltype(limit_diagnosis<Recipe>()),
                         decltype(misspelt_diagnosis<Recipe>())>::type;

} // namespace ctnn::detail
