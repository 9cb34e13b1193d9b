// Files of tests/import/tflite_faulty: what converters can give but a network is not, and files that are broken. The compiler
// says what is wrong with each; at run time an operator that the network has no layer for is found before that.
#include <ctnn/ctnn.hpp>
#include <ctnn/import/tflite.hpp>

#include "onnx_tflite_faulty.hpp" // made by embed_folder.cmake

namespace {

using kinds = ctnn::tflite::problem::kinds;
using any = ctnn::network<float, ctnn::input<4>, ctnn::dense<3>, ctnn::softmax>;

#define CTNN_REFUSES(name, expected)                                                               \
    static_assert(ctnn::tflite::detail::problem_of<tflite_faulty::name>.kind == kinds::expected);  \
    TEST_CASE("The file " #name " of TensorFlow Lite is refused at run time", "[import]") {        \
        auto const loaded = ctnn::tflite::read<any>(tflite_faulty::name);                          \
        kinds const found = loaded.problem().kind;                                                 \
        CHECK((found == kinds::expected || found == kinds::operator_is_not_of_the_network ||       \
               found == kinds::output_is_used_more_than_once));                                    \
        CHECK_FALSE(loaded.ok());                                                                  \
        CHECK(loaded.network == any{});                                                            \
    }                                                                                              \
    static_assert(true)

CTNN_REFUSES(another_operator, operator_is_not_read);
CTNN_REFUSES(batch_of_two, graph_has_a_batch);
CTNN_REFUSES(conv_wider_than_its_input, shape_does_not_fit);
CTNN_REFUSES(input_of_integers, graph_has_an_input_of_another_type);
CTNN_REFUSES(output_of_nothing, graph_has_an_output_that_its_input_does_not_reach);
CTNN_REFUSES(softmax_of_beta_2, option_has_a_value_that_is_not_read);
CTNN_REFUSES(softmax_of_rows, shape_does_not_fit);
CTNN_REFUSES(too_few_weights, weights_are_not_as_many_as_their_shape_says);
CTNN_REFUSES(truncated, file_is_cut_off_or_no_tflite);
CTNN_REFUSES(two_inputs, graph_has_not_one_input);
CTNN_REFUSES(two_outputs, graph_has_not_one_output);
CTNN_REFUSES(unknown_size, graph_has_an_input_of_unknown_size);
CTNN_REFUSES(weights_of_halves, weights_are_of_another_type);
CTNN_REFUSES(weights_that_are_missing, operand_is_not_in_the_file);
CTNN_REFUSES(wrong_width, input_has_another_size);

TEST_CASE("A weight that is infinite is refused at run time", "[import]") {
    auto const loaded = ctnn::tflite::read<ctnn::network<float, ctnn::input<4>, ctnn::dense<3>>>(
        tflite_faulty::weight_is_infinite);
    CHECK(loaded.problem().kind == kinds::weights_hold_a_nan_or_an_infinity);
}
// At compile time its sentence names the layer.
static_assert(
    std::is_same_v<ctnn::tflite::detail::weights_diagnosis<tflite_faulty::weight_is_infinite>,
                   ctnn::error::tflite_layer<0>::has_weights_that_are_nan_or_infinite>);

TEST_CASE("A problem names the operator", "[import]") {
    auto const& found = ctnn::tflite::detail::problem_of<tflite_faulty::another_operator>;
    CHECK(found.operator_name == "STRIDED_SLICE");
    CHECK(found.operator_index == 0);
    CHECK(ctnn::text_view(found.message()) == "the operator is not one that ctnn reads");
}

} // namespace
