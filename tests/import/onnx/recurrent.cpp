// Recurrent operators: single ones and PyTorch's RNN, the layers that they become, and what is refused.
#include "import/onnx/models.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "import/onnx_file.hpp"
#include "onnx_faulty.hpp" // made by embed_folder.cmake

CTNN_AGREES(gru_node)
CTNN_AGREES(gru_node_bidirectional)
CTNN_AGREES(gru_node_bidirectional_resets_after)
CTNN_AGREES(gru_node_from_zeros)
CTNN_AGREES(gru_node_last_output)
CTNN_AGREES(gru_node_of_known_length)
CTNN_AGREES(gru_node_of_layout_1)
CTNN_AGREES(gru_node_of_other_activations)
CTNN_AGREES(gru_node_opset_7)
CTNN_AGREES(gru_node_resets_after)
CTNN_AGREES(gru_node_reverse)
CTNN_AGREES(gru_node_without_biases)
CTNN_AGREES(lstm_node)
CTNN_AGREES(lstm_node_bidirectional)
CTNN_AGREES(lstm_node_from_zeros)
CTNN_AGREES(lstm_node_last_output)
CTNN_AGREES(lstm_node_of_known_length)
CTNN_AGREES(lstm_node_of_layout_1)
CTNN_AGREES(lstm_node_of_other_activations)
CTNN_AGREES(lstm_node_opset_7)
CTNN_AGREES(lstm_node_reverse)
CTNN_AGREES(lstm_node_without_biases)
CTNN_AGREES(rnn_all_steps)
CTNN_AGREES(rnn_bidirectional)
CTNN_AGREES(rnn_bidirectional_of_a_dynamic_batch)
CTNN_AGREES(rnn_last_step)
CTNN_AGREES(rnn_last_step_of_a_dynamic_batch)
CTNN_AGREES(rnn_node)
CTNN_AGREES(rnn_node_bidirectional)
CTNN_AGREES(rnn_node_from_zeros)
CTNN_AGREES(rnn_node_last_output)
CTNN_AGREES(rnn_node_of_known_length)
CTNN_AGREES(rnn_node_of_layout_1)
CTNN_AGREES(rnn_node_of_relu)
CTNN_AGREES(rnn_node_opset_7)
CTNN_AGREES(rnn_node_reverse)
CTNN_AGREES(rnn_node_without_biases)
CTNN_AGREES(rnn_of_two_layers)
CTNN_AGREES(rnn_relu_last_step)
CTNN_AGREES(rnn_state)
CTNN_AGREES(rnn_steps_first)
CTNN_AGREES(rnn_without_bias)

namespace {

using namespace ctnn;
using kinds = onnx::problem::kinds;

// A network of these layers, after 4 steps of 2 numbers.
template <class... Layers>
using sequence = ctnn::network<float, input<4, 2>, Layers...>;

// The layers that they become.
static_assert(std::is_same_v<onnx::network<models::gru_node>, sequence<gru<3, reset_before>>>);
static_assert(std::is_same_v<onnx::network<models::gru_node_resets_after>, sequence<gru<3>>>);
static_assert(std::is_same_v<onnx::network<models::gru_node_reverse>,
                             sequence<reversed_steps, gru<3, reset_before>, reversed_steps>>);
static_assert(
    std::is_same_v<onnx::network<models::gru_node_of_other_activations>,
                   sequence<gru<3, reset_before, recurrent_activation<hard_sigmoid>, relu>>>);
static_assert(std::is_same_v<onnx::network<models::gru_node_bidirectional_resets_after>,
                             sequence<bidirectional<gru<3>>>>);
static_assert(
    std::is_same_v<onnx::network<models::lstm_node_last_output>, sequence<lstm<3>, last_step>>);
static_assert(
    std::is_same_v<onnx::network<models::lstm_node_of_other_activations>, sequence<lstm<3, relu>>>);
static_assert(std::is_same_v<onnx::network<models::rnn_node_of_layout_1>, sequence<simple_rnn<3>>>);
static_assert(std::is_same_v<onnx::network<models::gru_last_step_of_a_dynamic_batch>,
                             sequence<gru<3>, last_step, dense<2>>>);
static_assert(std::is_same_v<onnx::network<models::gru_bidirectional>,
                             sequence<bidirectional<gru<3>>, over_time<dense<2>>>>);
static_assert(std::is_same_v<onnx::network<models::lstm_of_two_layers>,
                             sequence<lstm<3>, lstm<3>, last_step, dense<2>>>);
static_assert(std::is_same_v<onnx::network<models::rnn_relu_last_step>,
                             sequence<simple_rnn<3, relu>, last_step, dense<2>>>);

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

TEST_CASE("A recurrent network from a file runs step by step", "[import]") {
    constexpr auto& net = onnx::imported<models::lstm_all_steps>;
    constexpr auto live = streamed(net);
    std::array<float, 8> const x{1, -1, 0.5f, 0.25f, -0.75f, 0, 2, -2};
    auto const all = net(x);
    decltype(live)::state state{};
    for (std::size_t t = 0; t < 4; ++t)
        CHECK(live.step(state, std::array{x[2 * t], x[2 * t + 1]}) ==
              std::array{all[2 * t], all[2 * t + 1]});
}

TEST_CASE("Recurrent weights are the file's, sums of two biases included", "[import]") {
    // The script draws multiples of 1/64.
    for (
        float const weight :
        onnx::imported<models::lstm_node_bidirectional>.layer<0>().layer<1>().layer<1>().weights.values)
        CHECK(weight * 64 == static_cast<float>(static_cast<int>(weight * 64)));
    for (float const bias :
         onnx::imported<models::lstm_node_bidirectional>.layer<0>().layer<1>().layer<1>().biases)
        CHECK(bias * 64 == static_cast<float>(static_cast<int>(bias * 64)));
    CHECK(onnx::imported<models::gru_node_without_biases>.layer<0>().biases ==
          std::array<float, 9>{});
}

TEST_CASE("A recurrent layer with another direction, cell or activation is another network",
          "[import]") {
    CHECK(problem_of<sequence<gru<3>>>(models::gru_node).kind == kinds::graph_is_another_network);
    CHECK(problem_of<sequence<gru<3, reset_before, relu>>>(models::gru_node).kind ==
          kinds::graph_is_another_network);
    CHECK(problem_of<sequence<lstm<3>>>(models::lstm_node_bidirectional).kind ==
          kinds::graph_is_another_network);
    CHECK(problem_of<sequence<bidirectional<lstm<3>, last_step>>>(models::lstm_node_bidirectional)
              .kind == kinds::graph_is_another_network);
    CHECK(problem_of<sequence<lstm<3>>>(models::lstm_node_last_output).kind ==
          kinds::graph_is_another_network);
    CHECK(problem_of<sequence<simple_rnn<3, leaky_relu>>>(models::rnn_node_of_layout_1).kind ==
          kinds::operator_is_not_of_the_network);
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
