#pragma once

#include <array>
#include <cstddef>
#include <ctnn/concept/customization.hpp>
#include <ctnn/concept/optimizer.hpp>
#include <ctnn/training/detail/parameters_problem.hpp>
#include <ctnn/training/detail/recipe_options.hpp>
#include <ctnn/training/detail/slice_size.hpp>
#include <ctnn/training/detail/train_span.hpp>
#include <type_traits>
#include <utility>

// A compiler limits how much one constant may cost, but not how many constants there are. So a
// training is a chain of constants, `slice`, of which each goes on where the one before stopped.

namespace ctnn::compiler {

template <class Recipe>
struct training_of {
    using network = std::remove_cvref_t<decltype(Recipe::network)>;
    using scalar = typename network::scalar;
    using optimizer = std::remove_cvref_t<decltype(Recipe::optimizer)>;
    static constexpr training_options options = ctnn::detail::recipe_options<Recipe>();
    static constexpr bool batches =
        options.batch_size > 1 || customization::sees_networks<optimizer, network>;
    using progress =
        compiler::progress<network, ctnn::detail::state_of<optimizer, network>, batches>;

    static constexpr std::size_t samples = std::size(Recipe::samples);
    static constexpr std::size_t positions = samples * Recipe::epochs;
    static constexpr std::size_t size = slice_size<Recipe>::samples;
    static constexpr std::size_t slices = (positions + size - 1) / size;

    static constexpr std::size_t begin(std::size_t slice) { return slice * size; }
    static constexpr std::size_t end(std::size_t slice) {
        return slice + 1 < slices ? begin(slice + 1) : positions;
    }
    // How many epochs end in it.
    static constexpr std::size_t epochs_in(std::size_t slice) {
        return end(slice) / samples - begin(slice) / samples;
    }
};

template <class Recipe, std::size_t Slice>
struct slice_result {
    typename training_of<Recipe>::progress progress{};
    // (an array of none would not be a constant on every library)
    std::array<typename training_of<Recipe>::scalar, training_of<Recipe>::epochs_in(Slice) + 1>
        losses{};
    training_problem problem{}; // what stopped the training, here or in a slice before
    bool done = true;
};

template <class Recipe, std::size_t Slice>
constexpr slice_result<Recipe, Slice>
train_slice(typename training_of<Recipe>::progress const& before, training_problem const& problem) {
    using training = training_of<Recipe>;
    slice_result<Recipe, Slice> result{before, {}, problem};
    std::size_t epochs = 0;
    if (problem.kind == training_problem::kinds::none)
        result.problem =
            train_span(result.progress, Recipe::loss, Recipe::optimizer, Recipe::samples,
                       training::options, {0, training::begin(Slice), training::end(Slice)},
                       [&](typename training::scalar mean) { result.losses[epochs++] = mean; });
    return result;
}

// A large network is as much as a constant may cost by its conversions alone.
template <class Recipe>
inline constexpr typename training_of<Recipe>::progress
    started = typename training_of<Recipe>::progress(Recipe::network);

template <class Recipe, std::size_t Slice>
inline constexpr slice_result<Recipe, Slice> slice =
    train_slice<Recipe, Slice>(slice<Recipe, Slice - 1>.progress, slice<Recipe, Slice - 1>.problem);
template <class Recipe>
inline constexpr slice_result<Recipe, 0> slice<Recipe, 0> = train_slice<Recipe, 0>(started<Recipe>,
                                                                                   {});

// (Slices is an argument so that it is not asked for before what comes in order.)
template <class Recipe, std::size_t Slices>
inline constexpr
    typename training_of<Recipe>::network finished = slice<Recipe, Slices - 1>.progress.network();

template <class Network, std::size_t Epochs>
struct trained_network {
    Network network{};
    std::array<typename Network::scalar, Epochs> losses{};
};

// The slices are asked for in their order, so that none has to wait, unfinished, for those before
// it: as many as one likes make no deep recursion of templates.
template <bool... Done>
struct in_order {};

// What stopped the training of a recipe.
template <class Recipe>
constexpr training_problem problem_of() {
    return []<std::size_t... Slice>(std::index_sequence<Slice...>) {
        using all = in_order<slice<Recipe, Slice>.done...>;
        static_cast<void>(all{});
        training_problem const problem = slice<Recipe, sizeof...(Slice) - 1>.problem;
        if (problem.kind != training_problem::kinds::none)
            return problem;
        return ctnn::detail::parameters_problem(finished<Recipe, sizeof...(Slice)>,
                                                Recipe::epochs - 1, std::size(Recipe::samples));
    }
    (std::make_index_sequence<training_of<Recipe>::slices>{});
}

// The training of a recipe that has no problem.
template <class Recipe>
constexpr auto train_in_slices() {
    return []<std::size_t... Slice>(std::index_sequence<Slice...>) {
        using training = training_of<Recipe>;
        trained_network<typename training::network, Recipe::epochs> result;
        std::size_t epoch = 0;
        auto const collect = [&](auto const& done) {
            for (std::size_t i = 0; i + 1 < done.losses.size(); ++i)
                result.losses[epoch++] = done.losses[i];
        };
        // (clang nests no fold of more than 256 operands)
        int const in_turn[]{(collect(slice<Recipe, Slice>), 0)...};
        static_cast<void>(in_turn);
        result.network = finished<Recipe, sizeof...(Slice)>;
        return result;
    }
    (std::make_index_sequence<training_of<Recipe>::slices>{});
}

} // namespace ctnn::compiler
