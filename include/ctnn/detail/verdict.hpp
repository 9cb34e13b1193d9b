#pragma once

#include <cstddef>

// A wrong program must say why in one sentence on every compiler. Compilers print types, so each
// sentence is a type: `error::layer<0, dense<3>>::gets_an_input_of_size<3>::but_needs_size<2>`.
// A check computes such a type, its verdict, and a constraint accepts only `error::none`.

namespace ctnn::error {

struct none {};

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
    struct lacks_a_kernel_size {};
    template <class Option>
    struct has_option {
        template <std::size_t Axes>
        struct but_needs_numbers {};
        struct but_needs_at_least_one_along_each_axis {};
        struct and_another_one_of_its_kind {};
        struct leaves_a_window_without_a_place {};
    };
    template <class Shape>
    struct gets_an_input_of_shape {
        template <std::size_t Needed>
        struct but_needs_rank {};
        template <class Needed>
        struct but_needs_at_least {};
    };
    template <class Input>
    struct gets_an_input_of_type {
        template <class Needed>
        struct but_needs_type {};
    };
    struct has_an_activation_that_lacks_a_range_of_intervals_or_is_nondecreasing {};
    struct is_not_affine_or_has_an_activation_of_which_overflow_is_not_known {};
    struct has_an_activation_that_lacks_a_range_of_derivatives {};
    struct has_no_derivative_ranges_because_it_is_neither_affine_nor_an_activation {};
    template <std::size_t Size>
    struct has_windows_of_matrix_size {
        template <std::size_t Most>
        struct but_derivatives_hold_at_most {};
    };
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
        struct end_with_sigmoid {};
        struct end_with_an_activation_whose_bounds_are_inside_it {};
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
        struct lacks_an_activation_with_value_and_derivative_or_forward_and_backward {};
    };
};

template <class Activation>
struct activation {
    struct has_a_setting_that_is_not_finite {};
};

template <std::size_t Size>
struct input_of_size {
    template <std::size_t Needed>
    struct but_needs_at_least {};
};

template <class First>
struct network_begins_with {
    struct but_needs_input_of_size_first {};
};

template <std::size_t Count>
struct network_has_layers {
    template <std::size_t Needed>
    struct but_needs_at_least {};
};

template <std::size_t Count>
struct network_gets_parameters_of_layers {
    template <std::size_t Needed>
    struct but_needs_those_of {};
};

template <std::size_t Count>
struct network_gets_numbers_without_braces {
    template <std::size_t Needed>
    struct but_needs_braces_for_layers {};
};

template <class Scalar>
struct network_of {
    struct but_needs_a_scalar {};
};

template <int IntegerBits, int FractionBits>
struct fixed_point_with {
    struct needs_at_least_one_bit_on_each_side_of_the_point {};
    template <int Bits>
    struct has_bits {
        struct but_needs_8_16_or_32_with_its_sign {};
    };
};

template <class Approximation>
struct approximation_of_type {
    template <class Network>
    struct is_not_one_of {};
};

template <class Scalar>
struct training_of_scalar {
    struct needs_one_that_saturates {};
};

template <class Scalar>
struct quantization_of_scalar {
    struct but_needs_float_or_double {};
};

template <std::size_t Index>
struct layer_index {
    template <std::size_t Count>
    struct is_beyond_a_network_of_layers {};
};

template <class Gradient>
struct gradient_of_type {
    template <class Needed>
    struct but_needs_type {};
};

template <class Scalar>
struct gradient_of_scalar {
    template <class Needed>
    struct but_needs_scalar {};
};

template <std::size_t Count>
struct gradient_of_layers {
    template <std::size_t Needed>
    struct but_needs {};
};

template <std::size_t Count>
struct matrix_with_rows {
    template <std::size_t Needed>
    struct but_needs {};
};

template <std::size_t Count>
struct matrix_gets_numbers_without_rows {
    template <std::size_t Rows, std::size_t Columns>
    struct but_needs_shape {
        struct each_row_in_braces {};
    };
};

template <std::size_t Row>
struct row_of_a_matrix {
    template <std::size_t Size>
    struct has_size {
        template <std::size_t Needed>
        struct but_needs_size {};
    };
};

template <class Argument>
struct first_argument_of_type {
    struct is_not_a_network {};
    struct is_not_a_training_result {};
};

template <class Loss>
struct loss_of_type {
    struct lacks_value_and_derivative_of_output_and_target {};
};

template <class Batch>
struct batch_of_type {
    struct is_not_a_contiguous_range_of_inputs {};
    struct is_not_a_contiguous_range_of_outputs {};
};

template <class Samples>
struct samples_of_type {
    struct are_not_a_contiguous_range_of_sample {};
    struct are_not_copied_with_it_so_assign_each_in_a_loop {};
};

template <class Start>
struct training_from {
    struct but_needs_a_network_or_a_training_result {};
};

template <class State>
struct training_result_with_state {
    template <class Needed>
    struct but_needs_state {};
};

template <class Optimizer>
struct optimizer_of_type {
    struct lacks_apply_to_network_gradient_and_state_or_is_valid {};
};

template <class Recipe>
struct recipe {
    struct lacks_a_static_constexpr_network {};
    struct lacks_a_static_constexpr_loss {};
    struct lacks_a_static_constexpr_optimizer {};
    struct lacks_static_constexpr_samples {};
    struct lacks_static_constexpr_epochs {};
    struct has_epochs_that_are_no_positive_whole_number {};
    struct has_a_batch_size_that_is_not_static_constexpr {};
    struct has_a_batch_size_that_is_no_positive_whole_number {};
    struct has_a_shuffle_that_is_not_static_constexpr {};
    struct has_a_shuffle_that_is_neither_true_nor_false {};
    struct has_a_seed_that_is_not_static_constexpr {};
    struct has_a_seed_that_is_no_whole_number {};
    struct has_a_constexpr_limit_that_is_not_static_constexpr {};
    struct has_a_constexpr_limit_that_is_no_positive_whole_number {};
    template <std::size_t Count>
    struct has_epochs {
        template <std::size_t Needed>
        struct but_needs_at_least {};
    };
    template <std::size_t Count>
    struct has_samples {
        template <std::size_t Needed>
        struct but_needs_at_least {};
    };
    template <std::size_t Size>
    struct has_a_batch_size_of {
        template <std::size_t Needed>
        struct but_needs_at_least {};
    };
    struct has_a_member_that_is_ignored {
        struct name_it_batch_size {};
        struct name_it_shuffle {};
        struct name_it_constexpr_limit {};
        struct write_the_learning_rate_into_the_optimizer {};
    };
    struct has_a_learning_rate_that_is_negative_or_not_finite {};
    struct has_a_loss_with_a_setting_that_makes_no_sense {};
    template <std::size_t Epoch>
    struct stops_in_epoch {
        template <std::size_t Sample>
        struct at_sample {
            struct which_holds_a_nan_or_an_infinity {};
            struct whose_loss_is_a_nan_or_infinite {};
        };
        struct which_leaves_a_nan_or_an_infinity_in_the_parameters {};
    };
    template <std::size_t Cost>
    struct costs_for_one_sample {
        template <std::size_t Limit>
        struct but_the_compiler_allows {
            struct raise_it_by_fconstexpr_steps_and_tell_constexpr_limit {};
            struct raise_it_by_fconstexpr_ops_limit_and_tell_constexpr_limit {};
        };
    };
};

template <class Property>
struct property {
    struct lacks_a_static_constexpr_network {};
    struct lacks_a_static_constexpr_box_of_inputs {};
    struct lacks_a_static_constexpr_wanted_or_plant {};
    struct lacks_a_static_constexpr_number_of_boxes {};
};

template <class Scalar>
struct linear_bounds_of_scalar {
    struct but_need_float_or_double {};
};

template <class Box>
struct box_of_type {
    struct is_not_a_box_of_inputs {};
};

template <std::size_t Outputs>
struct condition_on_outputs {
    template <std::size_t Needed>
    struct but_the_network_has {};
};

template <class Plant>
struct plant_of_type {
    template <class State, class Control>
    struct called_with {
        struct does_not_give_such_a_state {};
    };
};

template <class Network>
struct initialization_of_type {
    struct but_needs_a_network {};
};

template <class Initializer>
struct initializer_of_type {
    struct lacks_a_draw_from_generator_fan_in_and_fan_out {};
};

} // namespace ctnn::error

namespace ctnn::detail {

// Not std::same_as: compilers would explain that as well, and push the sentence down.
template <class Verdict>
constexpr bool is_none = false;
template <>
inline constexpr bool is_none<error::none> = true;

template <class Verdict>
concept fits = is_none<Verdict>;

} // namespace ctnn::detail
