#pragma once

#include <cstddef>

// What can be wrong with a layer (diagnosis.hpp says how a sentence is a type).

namespace ctnn::error {

template <std::size_t Index, class Layer>
struct layer {
    template <std::size_t Size>
    struct gets_an_input_of_size {
        template <std::size_t Needed>
        struct but_needs_size {};
    };
    template <class Diagnosis>
    struct has_layers_of_which {};
    template <class Shape>
    struct has_layers_that_give_shape {
        template <class Needed>
        struct but_needs_shape {};
    };
    struct cannot_be_written_as_onnx {};
    struct keeps_a_state_so_write_the_network_of_sequences_instead {};
    struct has_no_branches_but_needs_at_least_one {};
    template <class Part>
    struct has_a_branch_of_type {
        struct but_needs_placed_branch_or_placed_shortcut {};
    };
    struct has_a_join_that_lacks_an_output_shape {};
    struct has_a_join_that_lacks_joined_of_what_its_branches_give {};
    struct has_a_join_that_lacks_a_place_or_a_derivative_for_each_branch {};
    template <class Given>
    struct has_a_join_that_gives_type {
        template <class Needed>
        struct but_needs_type {};
    };
    struct has_an_epsilon_that_is_negative_or_not_finite {};
    struct normalizes_inside_a_layer_so_write_it_outside_of_over_time {};
    struct lacks_a_kernel_size {};
    struct has_parameters_that_are_not_read_from_files {};
    struct gets_numbers_whose_order_in_a_file_is_unknown {};
    template <class Option>
    struct has_option {
        template <std::size_t Axes>
        struct but_needs_numbers {};
        struct but_needs_at_least_one_along_each_axis {};
        struct and_another_one_of_its_kind {};
        struct leaves_a_window_without_a_place {};
        struct leaves_no_output {};
        struct but_needs_an_activation_that_acts_on_each_number_alone {};
        struct but_takes_none_of_its_kind {};
        struct but_needs_at_least_one {};
        struct but_needs_a_sequence_of_steps {};
        template <std::size_t Channels>
        struct but_has_channels {};
        template <std::size_t Outputs>
        struct but_has_outputs {};
    };
    template <class Shape>
    struct gets_an_input_of_shape {
        template <std::size_t Needed>
        struct but_needs_rank {
            template <std::size_t Other>
            struct or_rank {};
        };
        template <class Needed>
        struct but_needs_at_least {};
        template <class Needed>
        struct but_needs_the_size_of {};
        struct but_needs_a_sequence_of_steps {};
        struct but_needs_places_with_channels {};
    };
    struct has_no_numbers_but_needs_one_for_each_axis {};
    struct has_a_number_0_but_needs_at_least_1 {};
    struct does_not_name_each_axis_from_0_on_once {};
    struct has_a_negative_number_of_places {};
    struct mixes_steps_so_write_over_time_of_it_or_last_step_before_it {};
    struct takes_one_step_at_a_time_only_with_padding_causal_and_without_strides {};
    struct takes_windows_of_steps_so_it_has_no_output_for_each_step {};
    struct has_an_activation_that_mixes_steps_so_write_last_step_before_it {};
    struct joins_steps_with_the_last_step {};
    struct begins_with_the_last_step_so_it_has_no_stream {};
    struct keeps_a_state_but_stands_after_the_last_step {};
    struct keeps_a_state_from_step_to_step_but_not_from_sequence_to_sequence {};
    struct has_a_layer_that_keeps_a_state_so_write_that_layer_alone {};
    struct has_an_activation_that_mixes_numbers_but_needs_one_that_acts_on_each_alone {};
    template <class Input>
    struct gets_an_input_of_type {
        template <class Needed>
        struct but_needs_type {};
    };
    struct has_an_activation_that_lacks_a_range_of_intervals_or_is_nondecreasing {};
    struct does_not_take_intervals_as_its_numbers {};
    struct is_not_affine_or_has_an_activation_of_which_overflow_is_not_known {};
    struct has_an_activation_that_lacks_a_range_of_derivatives {};
    struct has_an_activation_of_which_the_error_in_fixed_point_is_not_known {};
    struct has_no_derivative_ranges_because_it_is_neither_affine_nor_an_activation {};
    template <std::size_t Size>
    struct gets_a_target_of_size {
        template <std::size_t Needed>
        struct but_needs_size {};
    };
    template <class Target>
    struct gets_a_target_of_type {
        template <class Needed>
        struct but_needs_type {};
    };
    template <class Output>
    struct gives_an_output_of_type {
        template <class Room>
        struct but_gets_room_for_type {};
    };
    template <std::size_t Rows, std::size_t Columns>
    struct gets_weights_of_shape {
        template <std::size_t NeededRows, std::size_t NeededColumns>
        struct but_needs_shape {};
    };
    template <std::size_t Row>
    struct gets_a_row_of_weights {
        template <std::size_t Size>
        struct of_size {
            template <std::size_t Needed>
            struct but_needs_size {};
        };
    };
    template <std::size_t Count>
    struct gets_weights_without_rows {
        template <std::size_t Rows, std::size_t Columns>
        struct but_needs_shape {
            struct each_row_in_braces {};
        };
    };
    template <std::size_t Count>
    struct gets_numbers_without_braces {
        template <std::size_t Rows, std::size_t Columns>
        struct but_needs_weights_in_rows_and_biases_of_shape {};
    };
    template <std::size_t Count>
    struct gets_biases_without_braces {
        template <std::size_t Needed>
        struct but_needs_size {};
    };
    template <std::size_t Size>
    struct gets_biases_of_size {
        template <std::size_t Needed>
        struct but_needs_size {};
    };
    template <class Other, std::size_t Inputs, std::size_t Outputs>
    struct gets_a_gradient_of {
        template <std::size_t NeededInputs, std::size_t NeededOutputs>
        struct but_needs_inputs_and_outputs {};
    };
    template <std::size_t Outputs>
    struct has_outputs {
        template <std::size_t Needed>
        struct but_needs_at_least {};
    };
    template <class Loss>
    struct gives_outputs_beyond_the_domain_of {
        struct end_with_softmax {};
        struct end_with_log_softmax {};
        struct end_with_softmax_or_use_negative_log_likelihood {};
        struct end_with_sigmoid {};
        struct end_with_an_activation_whose_bounds_are_inside_it {};
    };
    template <class Loss>
    struct gives_probabilities_but_logits_are_for {
        struct use_the_loss_without_from_logits_or_end_without_an_activation {};
    };
    template <std::size_t Outputs>
    struct has_an_activation_that_is_constant_with_outputs {
        struct use_sigmoid_or_more_outputs {};
    };
    template <class Loss>
    struct is_one_class_and_always_right_for {
        struct use_binary_cross_entropy_or_an_output_for_each_class {};
    };
    struct cannot_be_quantized_because_only_its_code_is_known {};
    struct cannot_be_quantized_because_its_activation_is_not_elementwise {};
    template <std::size_t Inputs>
    struct has_inputs {
        template <std::size_t Most>
        struct but_quantized_sums_hold_at_most {};
    };
    template <std::size_t Inputs, class Scalar>
    struct with_inputs {
        struct lacks_a_bound_template_over_scalar_and_input_size {};
        struct lacks_a_static_output_size {};
        struct lacks_a_parameters_type {};
        struct lacks_parameters_made_of_arrays_of_the_scalar {};
        struct lacks_a_static_forward_from_parameters_and_input {};
        struct lacks_a_static_backward_from_parameters_input_and_output_derivative {};
        struct lacks_a_static_accumulate_gradient_from_parameters_input_and_output_derivative {};
        struct lacks_a_static_forward_from_parameters_input_and_record {};
        struct lacks_a_static_unwind_from_parameters_input_record_and_output_derivative {};
        struct lacks_a_static_backward_from_parameters_input_record_and_output_derivative {};
        struct
            lacks_a_static_accumulate_gradient_from_parameters_input_record_and_output_derivative {
        };
        struct lacks_a_static_step_from_parameters_state_and_input {};
        struct lacks_a_static_step_from_parameters_state_input_and_record {};
        struct lacks_an_activation_with_value_and_derivative_or_forward_and_backward {};
        struct names_an_activation_in_bound_but_needs_it_in_the_layer {};
        struct has_an_initialize_that_does_not_take_parameters_and_draw {};
        struct has_an_unwind_but_no_record {};
        struct has_an_update_that_does_not_take_rule_input_output_derivative_parameters_and_memory {
        };
    };
};

} // namespace ctnn::error
