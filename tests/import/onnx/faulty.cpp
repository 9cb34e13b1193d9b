// Files of tests/import/faulty: what frameworks can give but a network is not, and files that are broken. The compiler says
// what is wrong with each; at run time an operator or a
// branch that the network has no layer for is found before that.
#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx.hpp>

#include "onnx_faulty.hpp" // made by embed_folder.cmake

namespace {

using kinds = ctnn::onnx::problem::kinds;
using any = ctnn::network<float, ctnn::input<4>, ctnn::dense<3>, ctnn::relu, ctnn::dense<2>,
                          ctnn::relu, ctnn::dense<2>>;
template <auto const& File>
constexpr kinds problem_of = ctnn::onnx::detail::problem_of<File>.kind;

#define CTNN_REFUSES(name, expected)                                                               \
    static_assert(problem_of<faulty::name> == kinds::expected);                                    \
    TEST_CASE("The file " #name " is refused at run time", "[import]") {                           \
        auto const loaded = ctnn::onnx::read<any>(faulty::name);                                   \
        kinds const found = loaded.problem().kind;                                                 \
        CHECK((found == kinds::expected || found == kinds::operator_is_not_of_the_network ||       \
               found == kinds::output_is_used_more_than_once));                                    \
        CHECK_FALSE(loaded.ok());                                                                  \
        CHECK(loaded.network == any{});                                                            \
    }                                                                                              \
    static_assert(true)

CTNN_REFUSES(batch_norm_in_training, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(batch_norm_of_opset_6, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(branch, graph_has_an_output_that_its_input_does_not_reach);
CTNN_REFUSES(clip_reversed, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(conv3d, shape_does_not_fit);
CTNN_REFUSES(conv_of_stride_0, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(conv_of_wrong_channels, input_has_another_size);
CTNN_REFUSES(conv_wider_than_its_input, shape_does_not_fit);
CTNN_REFUSES(cycle, operand_is_not_in_the_file);
CTNN_REFUSES(division_by_zero, weights_give_no_finite_number);
CTNN_REFUSES(dropout_in_training, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(dropout_in_training_by_a_number, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(dropout_of_opset_6, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(empty, file_is_cut_off_or_no_onnx);
CTNN_REFUSES(extents_whose_product_wraps, file_is_cut_off_or_no_onnx);
CTNN_REFUSES(gather_by_a_matrix, shape_does_not_fit);
CTNN_REFUSES(gru_clipped, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(gru_from_a_state, sequence_begins_with_a_state_that_is_not_zero);
CTNN_REFUSES(gru_of_short_sequences, sequence_has_another_length);
CTNN_REFUSES(gru_of_unknown_steps, graph_has_an_input_of_unknown_size);
CTNN_REFUSES(hdf5, file_is_hdf5);
CTNN_REFUSES(huge_extents, file_is_cut_off_or_no_onnx);
CTNN_REFUSES(local_function, file_has_local_functions);
CTNN_REFUSES(lstm_of_coupled_gates, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(lstm_of_peepholes, operator_has_peepholes);
CTNN_REFUSES(lstm_of_wrong_width, input_has_another_size);
CTNN_REFUSES(max_of_nan, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(missing_initializer, operand_is_not_in_the_file);
CTNN_REFUSES(missing_node, graph_has_an_output_that_its_input_does_not_reach);
CTNN_REFUSES(name_made_twice, output_is_used_more_than_once);
CTNN_REFUSES(negative_extent, file_is_cut_off_or_no_onnx);
CTNN_REFUSES(negative_variance, weights_give_no_finite_number);
CTNN_REFUSES(no_input, graph_has_an_output_that_its_input_does_not_reach);
CTNN_REFUSES(no_opset, file_has_an_opset_that_is_not_read);
CTNN_REFUSES(no_output, graph_has_not_one_output);
CTNN_REFUSES(of_halves, graph_has_an_input_that_is_not_float);
CTNN_REFUSES(of_integers, graph_has_an_input_that_is_not_float);
CTNN_REFUSES(one_name_for_two, graph_has_two_tensors_of_one_name);
CTNN_REFUSES(one_of_a_higher_rank, shape_does_not_fit);
CTNN_REFUSES(opset_of_the_future, file_has_an_opset_that_is_not_read);
CTNN_REFUSES(output_of_nothing, graph_has_an_output_that_its_input_does_not_reach);
CTNN_REFUSES(permutation_of_one_axis, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(quantized, operator_is_not_read);
CTNN_REFUSES(reshape_to_another_size, shape_does_not_fit);
CTNN_REFUSES(reshape_to_numbers, operand_is_not_in_the_file);
CTNN_REFUSES(reshape_to_two_rests, shape_does_not_fit);
CTNN_REFUSES(softmax_of_steps, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(sparse, operand_is_not_in_the_file);
CTNN_REFUSES(squeeze_of_three, shape_does_not_fit);
CTNN_REFUSES(tensor_longer_than_its_shape, weights_are_not_as_many_as_their_shape_says);
CTNN_REFUSES(tensor_shorter_than_its_shape, weights_are_not_as_many_as_their_shape_says);
CTNN_REFUSES(text, file_is_cut_off_or_no_onnx);
CTNN_REFUSES(transposed_input, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(tree_ensemble, operator_is_not_read);
CTNN_REFUSES(truncated, file_is_cut_off_or_no_onnx);
CTNN_REFUSES(two_inputs, graph_has_not_one_input);
CTNN_REFUSES(two_outputs, graph_has_not_one_output);
CTNN_REFUSES(two_variable_factors, operand_is_not_in_the_file);
CTNN_REFUSES(unknown_domain, operator_is_not_read);
CTNN_REFUSES(unknown_operator, operator_is_not_read);
CTNN_REFUSES(unknown_rank, graph_has_an_input_of_unknown_size);
CTNN_REFUSES(unknown_size, graph_has_an_input_of_unknown_size);
CTNN_REFUSES(weights_in_bfloat16, weights_are_no_float_or_double);
CTNN_REFUSES(wrong_bias, shape_does_not_fit);
CTNN_REFUSES(wrong_shape_of_output, graph_gives_another_size_than_it_states);
CTNN_REFUSES(wrong_width, input_has_another_size);
CTNN_REFUSES(zeros_of_more_rows, shape_does_not_fit);
CTNN_REFUSES(zip_pt, file_is_a_zip);

// Files that are read.
static_assert(problem_of<faulty::batch_of_two> == kinds::none); // a network takes one input
static_assert(problem_of<faulty::no_nodes> == kinds::none);
static_assert(problem_of<faulty::opset_6> == kinds::none);

// Graphs are read, and weights are refused.
#define CTNN_REFUSES_WEIGHTS(name, expected)                                                       \
    static_assert(problem_of<faulty::name> == kinds::none);                                        \
    static_assert(ctnn::onnx::read<ctnn::onnx::network<faulty::name>>(faulty::name).found.kind ==  \
                  kinds::expected)
CTNN_REFUSES_WEIGHTS(weight_is_nan, weights_hold_a_nan_or_an_infinity);
CTNN_REFUSES_WEIGHTS(weight_is_infinite, weights_hold_a_nan_or_an_infinity);
CTNN_REFUSES_WEIGHTS(weight_is_minus_infinity, weights_hold_a_nan_or_an_infinity);
CTNN_REFUSES_WEIGHTS(external_without_its_file, weights_are_in_another_file);

} // namespace
