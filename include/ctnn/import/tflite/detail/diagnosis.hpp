#pragma once

#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/detail/gathered_network.hpp>
#include <ctnn/import/tflite/detail/planned.hpp>
#include <ctnn/import/tflite/problem.hpp>
#include <utility>

namespace ctnn::error {

// Counted from 0, as in Netron.
template <std::size_t Index>
struct tflite_operator {
    template <char... Name>
    struct named {
        struct is_not_one_that_ctnn_reads {};
        struct uses_an_output_that_others_use_in_a_way_that_is_not_read {};
        struct has_an_operand_that_is_not_a_constant_of_the_file {};
        template <char... Option>
        struct has_option {
            struct with_a_value_that_is_not_read {};
        };
        template <std::size_t Type>
        struct has_weights_of_tflite_type {
            struct but_needs_float32_so_convert_without_optimizations {};
        };
        template <std::size_t Bytes>
        struct has_weights_of_bytes {
            template <std::size_t Needed>
            struct but_their_shape_needs {};
        };
        template <std::size_t Size>
        struct gets_an_input_of_size {
            template <std::size_t Needed>
            struct but_has_weights_for {};
        };
        template <std::size_t Size>
        struct gets_a_size_of {
            template <std::size_t Needed>
            struct where_another_is_needed {};
        };
    };
};

// Counted as the layers of the network, from 0.
template <std::size_t Index>
struct tflite_layer {
    struct has_weights_that_are_nan_or_infinite {};
};

struct tflite_file {
    struct is_cut_off_or_no_tflite_file {};
    struct is_of_keras_so_convert_it_by_tf_lite_TFLiteConverter_from_keras_model {};
    template <std::size_t Count>
    struct has_operators {
        template <std::size_t Most>
        struct but_ctnn_reads_at_most {};
    };
    template <std::size_t Count>
    struct has_inputs {
        struct but_needs_one {};
    };
    template <std::size_t Count>
    struct has_outputs {
        struct but_needs_one {};
    };
    struct has_an_input_of_unknown_size_so_convert_with_all_but_the_batch_fixed {};
    template <std::size_t Batch>
    struct has_a_batch_of {
        struct but_needs_1 {};
    };
    template <std::size_t Type>
    struct has_an_input_of_tflite_type {
        struct but_needs_float32 {};
    };
    struct has_an_output_that_its_input_does_not_reach {};
};

} // namespace ctnn::error

namespace ctnn::tflite::detail {

template <problem const& Found, class Operator>
constexpr auto operator_sentence() {
    using kinds = problem::kinds;
    if constexpr (Found.kind == kinds::operator_is_not_read)
        return typename Operator::is_not_one_that_ctnn_reads{};
    else if constexpr (Found.kind == kinds::output_is_used_more_than_once)
        return typename Operator::uses_an_output_that_others_use_in_a_way_that_is_not_read{};
    else if constexpr (Found.kind == kinds::operand_is_not_in_the_file)
        return typename Operator::has_an_operand_that_is_not_a_constant_of_the_file{};
    else if constexpr (Found.kind == kinds::option_has_a_value_that_is_not_read)
        return []<std::size_t... Index>(std::index_sequence<Index...>) {
            return typename Operator::template has_option<
                Found.option[Index]...>::with_a_value_that_is_not_read{};
        }
    (std::make_index_sequence<Found.option.size()>{});
    else if constexpr (Found.kind == kinds::weights_are_of_another_type) return
        typename Operator::template has_weights_of_tflite_type<
            Found.found>::but_needs_float32_so_convert_without_optimizations{};
    else if constexpr (Found.kind == kinds::weights_are_not_as_many_as_their_shape_says) return
        typename Operator::template has_weights_of_bytes<
            Found.found>::template but_their_shape_needs<Found.needed>{};
    else if constexpr (Found.kind == kinds::input_has_another_size) return
        typename Operator::template gets_an_input_of_size<
            Found.found>::template but_has_weights_for<Found.needed>{};
    else return typename Operator::template gets_a_size_of<
        Found.found>::template where_another_is_needed<Found.needed>{};
}

template <problem const& Found>
constexpr auto diagnose() {
    using kinds = problem::kinds;
    using file = error::tflite_file;
    if constexpr (Found.kind == kinds::none)
        return error::none{};
    else if constexpr (Found.kind == kinds::file_is_cut_off_or_no_tflite)
        return file::is_cut_off_or_no_tflite_file{};
    else if constexpr (Found.kind == kinds::file_is_of_keras)
        return file::is_of_keras_so_convert_it_by_tf_lite_TFLiteConverter_from_keras_model{};
    else if constexpr (Found.kind == kinds::file_is_larger_than_the_network)
        return typename file::template has_operators<Found.found>::template but_ctnn_reads_at_most<
            Found.needed>{};
    else if constexpr (Found.kind == kinds::graph_has_not_one_input)
        return typename file::template has_inputs<Found.found>::but_needs_one{};
    else if constexpr (Found.kind == kinds::graph_has_not_one_output)
        return typename file::template has_outputs<Found.found>::but_needs_one{};
    else if constexpr (Found.kind == kinds::graph_has_an_input_of_unknown_size)
        return file::has_an_input_of_unknown_size_so_convert_with_all_but_the_batch_fixed{};
    else if constexpr (Found.kind == kinds::graph_has_a_batch)
        return typename file::template has_a_batch_of<Found.found>::but_needs_1{};
    else if constexpr (Found.kind == kinds::graph_has_an_input_of_another_type)
        return
            typename file::template has_an_input_of_tflite_type<Found.found>::but_needs_float32{};
    else if constexpr (Found.kind == kinds::graph_has_an_output_that_its_input_does_not_reach)
        return file::has_an_output_that_its_input_does_not_reach{};
    else
        return []<std::size_t... N>(std::index_sequence<N...>) {
            return operator_sentence<Found, typename error::tflite_operator<Found.operator_index>::
                                                template named<Found.operator_name[N]...>>();
        }
    (std::make_index_sequence<Found.operator_name.size()>{});
}

template <auto const& File>
using diagnosis = decltype(diagnose<problem_of<File>>());

template <auto const& File, std::size_t Index>
constexpr bool has_finite_weights() {
    return []<std::size_t... B>(std::index_sequence<B...>) {
        return (ctnn::detail::gathered_block<float, plan_of<File>, Index, B, File>::is_finite() &&
                ...);
    }
    (std::make_index_sequence<plan_of<File>.steps[Index].block_count>{});
}
// The first layer whose weights are not all finite, or the number of layers.
template <auto const& File>
constexpr std::size_t find_infinite_layer() {
    return []<std::size_t... Index>(std::index_sequence<Index...>) {
        std::size_t finite = 0;
        (void)((has_finite_weights<File, Index>() && ++finite > 0) && ...);
        return finite;
    }
    (std::make_index_sequence<plan_of<File>.count>{});
}

template <auto const& File>
constexpr auto diagnose_weights() {
    constexpr std::size_t layer = find_infinite_layer<File>();
    if constexpr (layer < plan_of<File>.count)
        return typename error::tflite_layer<layer>::has_weights_that_are_nan_or_infinite{};
    else
        return error::none{};
}

template <auto const& File>
using weights_diagnosis = decltype(diagnose_weights<File>());

} // namespace ctnn::tflite::detail
