#pragma once

#include <cstddef>
#include <ctnn/error/layer_sentences.hpp>

// A wrong program must say why in one sentence on every compiler. Compilers print types, so each
// sentence is a type: `error::layer<0, dense<3>>::gets_an_input_of_size<3>::but_needs_size<2>`.
// A check computes such a type, its diagnosis, and a constraint accepts only `error::none`.

namespace ctnn::error {

struct none {};

template <class Activation>
struct activation {
    struct has_a_setting_that_is_not_finite {};
    struct has_a_setting_that_is_not_above_0 {};
    struct has_a_lower_end_that_is_not_below_its_upper_one {};
    struct has_facts_with_pieces_that_are_not_in_order_from_minus_infinity_on {};
    struct has_facts_with_pieces_that_its_value_does_not_follow {};
    struct has_facts_with_slopes_of_which_the_lower_is_above_the_upper {};
    struct has_facts_with_an_error_below_0 {};
    struct has_facts_with_an_extremum_of_which_from_is_not_below_to {};
    struct has_facts_with_inflections_that_are_not_in_order_or_without_a_bend {};
    struct has_facts_with_an_extremum_beyond_its_bounds {};
    struct has_bounds_of_which_the_lower_is_above_the_upper {};
    struct has_facts_that_are_neither_a_static_constexpr_curve_nor_such_a_template {};
    struct has_a_slope_that_is_no_static_template_of_a_double {};
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
    struct cannot_be_written_as_onnx_so_convert_it_to_float_or_double {};
    struct has_parameters_that_are_not_written_so_convert_it_to_float_or_double {};
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
    struct is_not_a_training_memory {};
};

template <class Network>
struct network_that_only_infers {
    struct cannot_learn_so_train_first_and_quantize_then {};
    struct is_quantized_already {};
    struct cannot_be_converted_so_convert_the_network_that_it_was_made_from {};
    struct cannot_be_traced_so_trace_the_network_that_it_was_made_from {};
    struct cannot_take_raw_inputs_so_call_with_raw_inputs_first_and_quantize_then {};
    struct
        cannot_be_proven_so_prove_the_network_that_it_was_made_from_and_that_both_are_equivalent {};
};

template <class Loss>
struct loss_of_type {
    struct lacks_value_and_derivative_of_output_and_target {};
    struct has_an_is_valid_that_is_no_const_function_giving_a_bool {};
    struct has_a_takes_vectors_that_is_no_template_of_an_activation {};
    template <std::size_t Needed>
    struct takes_outputs {
        template <std::size_t Given>
        struct but_the_network_has {};
    };
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
    struct lacks_at_or_update_of_parameter_derivative_memory_and_constants {};
    struct has_a_memory_that_is_no_template_of_the_scalar {};
    struct has_a_problem_that_is_no_const_template_of_the_scalar_giving_a_char_const_pointer {};
    struct has_a_prepare_that_is_no_void_const_function_of_a_reference_to_the_gradient {};
    struct has_a_project_that_is_no_void_const_function_of_a_reference_to_the_network {};
    struct has_square_roots_that_are_no_static_constexpr_number {};
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
    template <char... Name>
    struct has_an_optimizer_whose_setting {
        struct makes_no_sense {};
    };
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
template <class Scalar>
struct overflow_of_scalar {
    struct is_asked_of_fixed_point_only {};
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
    struct has_an_is_valid_that_is_no_const_function_giving_a_bool {};
};

} // namespace ctnn::error

namespace ctnn::detail {

// Not std::same_as: compilers would explain that as well, and push the sentence down.
template <class Diagnosis>
constexpr bool is_none = false;
template <>
inline constexpr bool is_none<error::none> = true;

template <class Diagnosis>
concept fits = is_none<Diagnosis>;

} // namespace ctnn::detail
