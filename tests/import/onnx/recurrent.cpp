// Recurrent operators: PyTorch's and single ones, against onnxruntime's outputs.
#include <ctnn/import/onnx.hpp>

#include <cstdint>
#include <ctnn/ctnn.hpp>
#include <type_traits>

#include "../../catch.hpp"
#include "../onnx_file.hpp"
#include "gru_bidirectional.hpp" // made by ctnn_embed, as those that follow
#include "gru_bidirectional_input.hpp"
#include "gru_bidirectional_output.hpp"
#include "gru_clipped.hpp"
#include "gru_from_a_state.hpp"
#include "gru_last_step_of_a_dynamic_batch.hpp"
#include "gru_last_step_of_a_dynamic_batch_input.hpp"
#include "gru_last_step_of_a_dynamic_batch_output.hpp"
#include "gru_node.hpp"
#include "gru_node_bidirectional_resets_after.hpp"
#include "gru_node_bidirectional_resets_after_input.hpp"
#include "gru_node_bidirectional_resets_after_output.hpp"
#include "gru_node_from_zeros.hpp"
#include "gru_node_from_zeros_input.hpp"
#include "gru_node_from_zeros_output.hpp"
#include "gru_node_input.hpp"
#include "gru_node_of_known_length.hpp"
#include "gru_node_of_known_length_input.hpp"
#include "gru_node_of_known_length_output.hpp"
#include "gru_node_of_other_activations.hpp"
#include "gru_node_of_other_activations_input.hpp"
#include "gru_node_of_other_activations_output.hpp"
#include "gru_node_output.hpp"
#include "gru_node_reverse.hpp"
#include "gru_node_reverse_input.hpp"
#include "gru_node_reverse_output.hpp"
#include "gru_node_without_biases.hpp"
#include "gru_node_without_biases_input.hpp"
#include "gru_node_without_biases_output.hpp"
#include "gru_of_short_sequences.hpp"
#include "gru_state.hpp"
#include "gru_state_input.hpp"
#include "gru_state_output.hpp"
#include "lstm_all_steps.hpp"
#include "lstm_all_steps_input.hpp"
#include "lstm_all_steps_output.hpp"
#include "lstm_node_bidirectional.hpp"
#include "lstm_node_bidirectional_input.hpp"
#include "lstm_node_bidirectional_output.hpp"
#include "lstm_node_last_output.hpp"
#include "lstm_node_last_output_input.hpp"
#include "lstm_node_last_output_output.hpp"
#include "lstm_of_coupled_gates.hpp"
#include "lstm_of_peepholes.hpp"
#include "lstm_of_two_layers.hpp"
#include "lstm_of_two_layers_input.hpp"
#include "lstm_of_two_layers_output.hpp"
#include "lstm_of_wrong_width.hpp"
#include "rnn_node_of_layout_1.hpp"
#include "rnn_node_of_layout_1_input.hpp"
#include "rnn_node_of_layout_1_output.hpp"
#include "rnn_relu_last_step.hpp"
#include "rnn_relu_last_step_input.hpp"
#include "rnn_relu_last_step_output.hpp"

namespace {

using namespace ctnn;
using namespace models;
using kinds = onnx::problem::kinds;

// A network of these layers, after 4 steps of 2 numbers.
template <class... Layers>
using sequence = ctnn::network<float, input<4, 2>, Layers...>;

// The type, the outputs, and what is read at run time.
template <class Network, auto const& File, auto const& Input, auto const& Output>
constexpr bool is_imported() {
    static_assert(std::is_same_v<onnx::network<File>, Network>);
    static_assert(onnx::agrees<onnx::imported<File>, Input, Output>(1e-5));
    return onnx::read<Network>(File).network == onnx::imported<File>;
}

static_assert(
    is_imported<sequence<gru<3, reset_before>>, gru_node, gru_node_input, gru_node_output>());
static_assert(is_imported<sequence<reversed_steps, gru<3, reset_before>, reversed_steps>,
                          gru_node_reverse, gru_node_reverse_input, gru_node_reverse_output>());
static_assert(is_imported<sequence<gru<3, reset_before, recurrent_activation<hard_sigmoid>, relu>>,
                          gru_node_of_other_activations, gru_node_of_other_activations_input,
                          gru_node_of_other_activations_output>());
static_assert(is_imported<sequence<gru<3, reset_before>>, gru_node_of_known_length,
                          gru_node_of_known_length_input, gru_node_of_known_length_output>());
static_assert(is_imported<sequence<gru<3, reset_before>>, gru_node_from_zeros,
                          gru_node_from_zeros_input, gru_node_from_zeros_output>());
static_assert(is_imported<sequence<gru<3, reset_before>>, gru_node_without_biases,
                          gru_node_without_biases_input, gru_node_without_biases_output>());
static_assert(is_imported<sequence<bidirectional<gru<3>>>, gru_node_bidirectional_resets_after,
                          gru_node_bidirectional_resets_after_input,
                          gru_node_bidirectional_resets_after_output>());
static_assert(is_imported<sequence<bidirectional<lstm<3>>>, lstm_node_bidirectional,
                          lstm_node_bidirectional_input, lstm_node_bidirectional_output>());
static_assert(is_imported<sequence<lstm<3>, last_step>, lstm_node_last_output,
                          lstm_node_last_output_input, lstm_node_last_output_output>());
static_assert(is_imported<sequence<simple_rnn<3>>, rnn_node_of_layout_1, rnn_node_of_layout_1_input,
                          rnn_node_of_layout_1_output>());

// PyTorch's, with its zero states.
static_assert(
    is_imported<sequence<gru<3>, last_step, dense<2>>, gru_last_step_of_a_dynamic_batch,
                gru_last_step_of_a_dynamic_batch_input, gru_last_step_of_a_dynamic_batch_output>());
static_assert(is_imported<sequence<gru<3>, last_step, dense<2>>, gru_state, gru_state_input,
                          gru_state_output>());
static_assert(is_imported<sequence<bidirectional<gru<3>>, over_time<dense<2>>>, gru_bidirectional,
                          gru_bidirectional_input, gru_bidirectional_output>());
static_assert(is_imported<sequence<lstm<3>, lstm<3>, last_step, dense<2>>, lstm_of_two_layers,
                          lstm_of_two_layers_input, lstm_of_two_layers_output>());
static_assert(is_imported<sequence<lstm<3>, over_time<dense<2>>>, lstm_all_steps,
                          lstm_all_steps_input, lstm_all_steps_output>());
static_assert(is_imported<sequence<simple_rnn<3, relu>, last_step, dense<2>>, rnn_relu_last_step,
                          rnn_relu_last_step_input, rnn_relu_last_step_output>());

// One number a step: a sequence, not a row.
constexpr auto of_one_number = onnx_file::model()
                                   .input("x", {2, 1, 1})
                                   .output("y", {2, 1, 1, 1})
                                   .weights("w", {1, 1, 1}, {1.f})
                                   .weights("r", {1, 1, 1}, {1.f})
                                   .node("RNN", {"x", "w", "r"}, "y")
                                   .file();
static_assert(
    std::is_same_v<onnx::network<of_one_number>, ctnn::network<float, input<2, 1>, simple_rnn<1>>>);
constexpr auto after_a_row = onnx_file::model()
                                 .input("x", {1, 3})
                                 .output("y", {2, 1, 1, 1})
                                 .weights("v", {3, 2}, {1.f, 2.f, 3.f, 4.f, 5.f, 6.f})
                                 .weights<std::int64_t>("s", {3}, {2, 1, 1})
                                 .weights("w", {1, 1, 1}, {1.f})
                                 .weights("r", {1, 1, 1}, {1.f})
                                 .node("MatMul", {"x", "v"}, "d")
                                 .node("Reshape", {"d", "s"}, "t")
                                 .node("RNN", {"t", "w", "r"}, "y")
                                 .file();
using after_a_row_network = ctnn::network<float, input<3>, dense<2>, reshape<2, 1>, simple_rnn<1>>;
static_assert(std::is_same_v<onnx::network<after_a_row>, after_a_row_network>);
static_assert(onnx::read<after_a_row_network>(after_a_row).network == onnx::imported<after_a_row>);

template <class Network>
onnx::problem problem_of(text_view file) {
    return onnx::read<Network>(file).problem();
}

} // namespace

TEST_CASE("Recurrent weights are the file's, sums of two biases included", "[import]") {
    // The script draws multiples of 1/64.
    for (float const weight :
         onnx::imported<lstm_node_bidirectional>.layer<0>().layer<1>().layer<1>().weights.values)
        CHECK(weight * 64 == static_cast<float>(static_cast<int>(weight * 64)));
    for (float const bias :
         onnx::imported<lstm_node_bidirectional>.layer<0>().layer<1>().layer<1>().biases)
        CHECK(bias * 64 == static_cast<float>(static_cast<int>(bias * 64)));
    CHECK(onnx::imported<gru_node_without_biases>.layer<0>().biases == std::array<float, 9>{});
}

TEST_CASE("A recurrent layer with another direction, cell or activation is another network",
          "[import]") {
    CHECK(problem_of<sequence<gru<3>>>(gru_node).kind == kinds::graph_is_another_network);
    CHECK(problem_of<sequence<gru<3, reset_before, relu>>>(gru_node).kind ==
          kinds::graph_is_another_network);
    CHECK(problem_of<sequence<lstm<3>>>(lstm_node_bidirectional).kind ==
          kinds::graph_is_another_network);
    CHECK(problem_of<sequence<bidirectional<lstm<3>, last_step>>>(lstm_node_bidirectional).kind ==
          kinds::graph_is_another_network);
    CHECK(problem_of<sequence<lstm<3>>>(lstm_node_last_output).kind ==
          kinds::graph_is_another_network);
    CHECK(problem_of<sequence<simple_rnn<3, leaky_relu>>>(rnn_node_of_layout_1).kind ==
          kinds::graph_is_another_network);
}

TEST_CASE("What recurrent layers do not have is refused", "[import]") {
    CHECK(problem_of<sequence<gru<3, reset_before>>>(faulty::gru_from_a_state).kind ==
          kinds::sequence_begins_with_a_state_that_is_not_zero);
    CHECK(problem_of<sequence<gru<3, reset_before>>>(faulty::gru_of_short_sequences).kind ==
          kinds::sequence_has_another_length);
    auto const clipped = problem_of<sequence<gru<3, reset_before>>>(faulty::gru_clipped);
    CHECK(clipped.kind == kinds::attribute_has_a_value_that_is_not_read);
    CHECK(clipped.attribute == text_view("clip"));
    CHECK(problem_of<sequence<lstm<3>>>(faulty::lstm_of_peepholes).kind ==
          kinds::operator_has_peepholes);
    CHECK(problem_of<sequence<lstm<3>>>(faulty::lstm_of_coupled_gates).attribute ==
          text_view("input_forget"));
    CHECK(problem_of<sequence<lstm<3>>>(faulty::lstm_of_wrong_width).kind ==
          kinds::input_has_another_size);
}
