#pragma once

#include <cstddef>
#include <ctnn/error/diagnosis.hpp>
#include <ctnn/import/onnx/detail/planned.hpp>
#include <ctnn/import/onnx/problem.hpp>
#include <utility>

namespace ctnn::error {

// The name of a node, or of what it gives where it has none.
template <char... Name>
struct onnx_node {
    template <char... Operator>
    struct with_operator {
        struct is_not_one_that_ctnn_reads {};
        struct is_one_of_several_that_use_the_same_output_in_a_way_that_is_not_read {};
        struct has_an_operand_that_is_not_a_constant_of_the_file {};
        struct has_a_divisor_of_0_or_a_variance_below_0 {};
        template <char... Attribute>
        struct has_attribute {
            struct with_a_value_that_is_not_read {};
        };
        template <std::size_t Type>
        struct has_weights_of_onnx_type {
            struct but_needs_float_or_double_so_export_in_float32 {};
        };
        struct has_weights_in_another_file_so_save_the_model_with_its_weights_inside {};
        struct has_weights_in_a_third_file_so_save_the_model_with_its_weights_inside {};
        struct has_weights_that_are_a_field_each_so_load_the_file_with_onnx_and_save_it_again {};
        template <std::size_t Bytes>
        struct has_weights_of_bytes {
            template <std::size_t Needed>
            struct but_their_shape_needs {};
        };
        struct begins_with_a_state_that_is_not_zero {};
        struct has_lengths_so_export_the_model_without_them {};
        struct takes_out_a_part_that_is_not_the_last_step_of_a_sequence {};
        struct has_peepholes_which_the_layer_has_not {};
        struct is_the_tanh_approximation_of_gelu_so_export_with_approximate_none {};
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

struct onnx_file {
    struct is_cut_off_or_no_onnx_file {};
    struct is_hdf5_of_keras_so_export_by_model_export_with_format_onnx {};
    struct is_a_zip_of_pytorch_or_keras_so_export_the_model_as_onnx {};
    struct has_no_graph {};
    struct has_functions_of_its_own_so_export_with_them_inlined {};
    template <std::size_t Opset>
    struct has_opset {
        struct but_needs_6_to_21 {};
    };
    template <std::size_t Count>
    struct has_inputs {
        struct but_needs_one {};
    };
    template <std::size_t Count>
    struct has_outputs {
        struct but_needs_one {};
    };
    template <std::size_t Dimension>
    struct has_an_input_whose_dimension {
        struct has_no_size_so_export_with_all_but_the_batch_fixed {};
    };
    template <std::size_t Type>
    struct has_an_input_of_onnx_type {
        struct but_needs_float_or_double {};
    };
    template <std::size_t Size>
    struct gives_outputs {
        template <std::size_t Stated>
        struct but_states {};
    };
    struct has_an_output_that_its_input_does_not_reach {};
    struct has_two_constants_of_the_same_name {};
};

} // namespace ctnn::error

namespace ctnn::onnx::detail {

template <problem const& Found, class Node>
constexpr auto node_sentence() {
    using kinds = problem::kinds;
    if constexpr (Found.kind == kinds::operator_is_not_read)
        return typename Node::is_not_one_that_ctnn_reads{};
    else if constexpr (Found.kind == kinds::output_is_used_more_than_once ||
                       Found.kind == kinds::file_is_larger_than_the_network)
        return
            typename Node::is_one_of_several_that_use_the_same_output_in_a_way_that_is_not_read{};
    else if constexpr (Found.kind == kinds::weights_give_no_finite_number)
        return typename Node::has_a_divisor_of_0_or_a_variance_below_0{};
    else if constexpr (Found.kind == kinds::operand_is_not_in_the_file)
        return typename Node::has_an_operand_that_is_not_a_constant_of_the_file{};
    else if constexpr (Found.kind == kinds::attribute_has_a_value_that_is_not_read)
        return []<std::size_t... Index>(std::index_sequence<Index...>) {
            return typename Node::template has_attribute<
                Found.attribute[Index]...>::with_a_value_that_is_not_read{};
        }
    (std::make_index_sequence<Found.attribute.size()>{});
    else if constexpr (Found.kind == kinds::weights_are_no_float_or_double) return
        typename Node::template has_weights_of_onnx_type<
            Found.found>::but_needs_float_or_double_so_export_in_float32{};
    else if constexpr (Found.kind == kinds::weights_are_in_another_file) return
        typename Node::has_weights_in_another_file_so_save_the_model_with_its_weights_inside{};
    else if constexpr (Found.kind == kinds::weights_are_in_several_files) return
        typename Node::has_weights_in_a_third_file_so_save_the_model_with_its_weights_inside{};
    else if constexpr (Found.kind == kinds::weights_are_scattered) return typename Node::
        has_weights_that_are_a_field_each_so_load_the_file_with_onnx_and_save_it_again{};
    else if constexpr (Found.kind == kinds::weights_are_not_as_many_as_their_shape_says) return
        typename Node::template has_weights_of_bytes<Found.found>::template but_their_shape_needs<
            Found.needed>{};
    else if constexpr (Found.kind == kinds::sequence_begins_with_a_state_that_is_not_zero) return
        typename Node::begins_with_a_state_that_is_not_zero{};
    else if constexpr (Found.kind == kinds::sequence_has_another_length) return
        typename Node::has_lengths_so_export_the_model_without_them{};
    else if constexpr (Found.kind == kinds::only_the_last_step_is_read) return
        typename Node::takes_out_a_part_that_is_not_the_last_step_of_a_sequence{};
    else if constexpr (Found.kind == kinds::operator_has_peepholes) return
        typename Node::has_peepholes_which_the_layer_has_not{};
    else if constexpr (Found.kind == kinds::gelu_is_approximate) return
        typename Node::is_the_tanh_approximation_of_gelu_so_export_with_approximate_none{};
    else if constexpr (Found.kind == kinds::input_has_another_size) return
        typename Node::template gets_an_input_of_size<Found.found>::template but_has_weights_for<
            Found.needed>{};
    else return typename Node::template gets_a_size_of<
        Found.found>::template where_another_is_needed<Found.needed>{};
}

// What is wrong, as a sentence; names of nodes are cut where they are long.
inline constexpr std::size_t most_characters = 40;

template <problem const& Found>
constexpr auto diagnose() {
    using kinds = problem::kinds;
    if constexpr (Found.kind == kinds::none)
        return error::none{};
    else if constexpr (Found.kind == kinds::file_is_cut_off_or_no_onnx)
        return error::onnx_file::is_cut_off_or_no_onnx_file{};
    else if constexpr (Found.kind == kinds::file_is_hdf5)
        return error::onnx_file::is_hdf5_of_keras_so_export_by_model_export_with_format_onnx{};
    else if constexpr (Found.kind == kinds::file_is_a_zip)
        return error::onnx_file::is_a_zip_of_pytorch_or_keras_so_export_the_model_as_onnx{};
    else if constexpr (Found.kind == kinds::graph_has_an_input_that_is_not_float)
        return typename error::onnx_file::has_an_input_of_onnx_type<
            Found.found>::but_needs_float_or_double{};
    else if constexpr (Found.kind == kinds::graph_gives_another_size_than_it_states)
        return typename error::onnx_file::gives_outputs<Found.found>::template but_states<
            Found.needed>{};
    else if constexpr (Found.kind == kinds::file_has_no_graph)
        return error::onnx_file::has_no_graph{};
    else if constexpr (Found.kind == kinds::file_has_local_functions)
        return error::onnx_file::has_functions_of_its_own_so_export_with_them_inlined{};
    else if constexpr (Found.kind == kinds::file_has_an_opset_that_is_not_read)
        return typename error::onnx_file::has_opset<Found.found>::but_needs_6_to_21{};
    else if constexpr (Found.kind == kinds::graph_has_two_tensors_of_one_name)
        return error::onnx_file::has_two_constants_of_the_same_name{};
    else if constexpr (Found.kind == kinds::graph_has_not_one_input)
        return typename error::onnx_file::has_inputs<Found.found>::but_needs_one{};
    else if constexpr (Found.kind == kinds::graph_has_not_one_output)
        return typename error::onnx_file::has_outputs<Found.found>::but_needs_one{};
    else if constexpr (Found.kind == kinds::graph_has_an_input_of_unknown_size)
        return typename error::onnx_file::has_an_input_whose_dimension<
            Found.found>::has_no_size_so_export_with_all_but_the_batch_fixed{};
    else if constexpr (Found.kind == kinds::graph_has_an_output_that_its_input_does_not_reach)
        return error::onnx_file::has_an_output_that_its_input_does_not_reach{};
    else
        return []<std::size_t... N, std::size_t... O>(std::index_sequence<N...>,
                                                      std::index_sequence<O...>) {
            return node_sentence<Found, typename error::onnx_node<Found.node[N]...>::
                                            template with_operator<Found.operator_name[O]...>>();
        }
    (std::make_index_sequence<(Found.node.size() < most_characters ? Found.node.size()
                                                                   : most_characters)>{},
     std::make_index_sequence<(Found.operator_name.size() < most_characters
                                   ? Found.operator_name.size()
                                   : most_characters)>{});
}

template <auto const& File>
using diagnosis = decltype(diagnose<problem_of<File>>());

} // namespace ctnn::onnx::detail
