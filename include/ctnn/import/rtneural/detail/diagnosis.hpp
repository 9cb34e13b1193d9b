#pragma once

#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/detail/divisors.hpp>
#include <ctnn/import/detail/infinite_step.hpp>
#include <ctnn/import/detail/letters_of.hpp>
#include <ctnn/import/rtneural/detail/planned.hpp>
#include <ctnn/import/rtneural/problem.hpp>
#include <utility>

namespace ctnn::error {

struct rtneural_file {
    struct is_cut_off_or_no_json {};
    struct has_no_layers_so_it_is_no_model_of_rtneural {};
    struct has_no_size_at_the_end_of_in_shape {};
    template <char... Name>
    struct has_setting {
        struct with_a_value_that_is_not_read {};
    };
};

// Counted as the layers of the file, from 0.
template <std::size_t Index, char... Type>
struct rtneural_layer {
    struct is_of_a_type_that_is_not_read {};
    struct has_weights_that_are_nan_or_infinite {};
    struct has_a_variance_below_0 {};
    template <char... Name>
    struct has_activation {
        struct which_is_not_read {};
    };
    template <char... Name>
    struct has_setting {
        struct that_is_not_read_or_lacks_it {};
    };
    template <std::size_t Count>
    struct has_arrays_of_weights {
        template <std::size_t Needed>
        struct but_needs {};
    };
    template <std::size_t Size>
    struct states_outputs {
        template <std::size_t Needed>
        struct but_has {};
    };
    template <std::size_t Array>
    struct has_weights {
        struct with_rows_of_several_lengths {};
        template <std::size_t... Shape>
        struct of_shape {
            template <std::size_t... Needed>
            struct but_needs_shape {};
        };
    };
};

} // namespace ctnn::error

namespace ctnn::rtneural::detail {

using ctnn::detail::letters_of;

constexpr std::size_t dimensions_of(std::size_t rank) {
    return rank < problem::most_dimensions ? rank : problem::most_dimensions;
}

template <problem const& Found, class Layer>
constexpr auto weights_sentence() {
    using weights = typename Layer::template has_weights<Found.tensor>;
    if constexpr (Found.kind == problem::kinds::weights_have_rows_of_several_lengths)
        return typename weights::with_rows_of_several_lengths{};
    else
        return []<std::size_t... F, std::size_t... N>(std::index_sequence<F...>,
                                                      std::index_sequence<N...>) {
            return typename weights::template of_shape<Found.found[F]...>::template but_needs_shape<
                Found.needed[N]...>{};
        }
    (std::make_index_sequence<dimensions_of(Found.found_rank)>{},
     std::make_index_sequence<dimensions_of(Found.needed_rank)>{});
}

template <problem const& Found, class Layer>
constexpr auto layer_sentence() {
    using kinds = problem::kinds;
    if constexpr (Found.kind == kinds::layer_is_not_read)
        return typename Layer::is_of_a_type_that_is_not_read{};
    else if constexpr (Found.kind == kinds::layer_has_another_count_of_weights)
        return typename Layer::template has_arrays_of_weights<Found.found[0]>::template but_needs<
            Found.needed[0]>{};
    else if constexpr (Found.kind == kinds::layer_states_another_size)
        return typename Layer::template states_outputs<Found.found[0]>::template but_has<
            Found.needed[0]>{};
    else if constexpr (Found.kind == kinds::weights_have_another_shape ||
                       Found.kind == kinds::weights_have_rows_of_several_lengths)
        return weights_sentence<Found, Layer>();
    else
        return []<std::size_t... S>(std::index_sequence<S...>) {
            if constexpr (Found.kind == kinds::layer_has_an_activation_that_is_not_read)
                return typename Layer::template has_activation<
                    Found.setting[S]...>::which_is_not_read{};
            else
                return typename Layer::template has_setting<
                    Found.setting[S]...>::that_is_not_read_or_lacks_it{};
        }
    (std::make_index_sequence<letters_of(Found.setting)>{});
}

template <problem const& Found>
constexpr auto diagnose() {
    using kinds = problem::kinds;
    using file = error::rtneural_file;
    if constexpr (Found.kind == kinds::none)
        return error::none{};
    else if constexpr (Found.kind == kinds::file_is_cut_off_or_no_json)
        return file::is_cut_off_or_no_json{};
    else if constexpr (Found.kind == kinds::file_has_no_layers)
        return file::has_no_layers_so_it_is_no_model_of_rtneural{};
    else if constexpr (Found.kind == kinds::file_has_no_input_size)
        return file::has_no_size_at_the_end_of_in_shape{};
    else if constexpr (Found.kind == kinds::file_has_a_setting_that_is_not_read)
        return []<std::size_t... S>(std::index_sequence<S...>) {
            return typename file::template has_setting<
                Found.setting[S]...>::with_a_value_that_is_not_read{};
        }
    (std::make_index_sequence<letters_of(Found.setting)>{});
    else return []<std::size_t... T>(std::index_sequence<T...>) {
        return layer_sentence<Found, error::rtneural_layer<Found.layer, Found.type[T]...>>();
    }
    (std::make_index_sequence<letters_of(Found.type)>{});
}

template <auto const& File>
using diagnosis = decltype(diagnose<problem_of<File>>());

// Of the numbers, where the layers are as they should be. (A skip and its branches are steps before the layers.)
template <auto const& File>
constexpr auto diagnose_weights() {
    constexpr auto const& plan = plan_of<File>;
    constexpr auto const& numbers = tokens_of<File>::numbers;
    constexpr std::size_t infinite = ctnn::detail::find_infinite_step<plan_of<File>, numbers>();
    constexpr std::size_t divider =
        ctnn::detail::find_step_of_no_number(numbers.data(), false, plan.steps.data(), plan.count);
    constexpr std::size_t skipped =
        plan.count > 0 && plan.steps[0].layer == ctnn::detail::imported_layers::added ? 3 : 0;
    if constexpr (infinite < plan.count)
        return typename error::rtneural_layer<infinite -
                                              skipped>::has_weights_that_are_nan_or_infinite{};
    else if constexpr (divider < plan.count)
        return typename error::rtneural_layer<divider - skipped>::has_a_variance_below_0{};
    else
        return error::none{};
}
template <auto const& File>
using weights_diagnosis = decltype(diagnose_weights<File>());

} // namespace ctnn::rtneural::detail
