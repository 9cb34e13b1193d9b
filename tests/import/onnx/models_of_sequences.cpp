// Recurrent models that PyTorch exports, with its states of zeros.
#include "import/onnx/models.hpp"

#include <type_traits>

CTNN_AGREES(gru_all_steps)
CTNN_AGREES(gru_bidirectional)
CTNN_AGREES(gru_bidirectional_of_a_dynamic_batch)
CTNN_AGREES(gru_last_step)
CTNN_AGREES(gru_last_step_of_a_dynamic_batch)
CTNN_AGREES(gru_of_a_conv1d)
CTNN_AGREES(gru_of_a_row)
CTNN_AGREES(gru_of_an_image)
CTNN_AGREES(gru_of_one_number_a_step)
CTNN_AGREES(gru_of_two_layers)
CTNN_AGREES(gru_state)
CTNN_AGREES(gru_states_of_both_directions)
CTNN_AGREES(gru_steps_first)
CTNN_AGREES(gru_without_bias)
CTNN_AGREES(lstm_all_steps)
CTNN_AGREES(lstm_bidirectional)
CTNN_AGREES(lstm_bidirectional_of_a_dynamic_batch)
CTNN_AGREES(lstm_last_step)
CTNN_AGREES(lstm_last_step_of_a_dynamic_batch)
CTNN_AGREES(lstm_of_one_unit)
CTNN_AGREES(lstm_of_two_layers)
CTNN_AGREES(lstm_state)
CTNN_AGREES(lstm_states_of_both_directions)
CTNN_AGREES(lstm_steps_first)
CTNN_AGREES(lstm_with_skip)
CTNN_AGREES(lstm_without_bias)

// What makes a sequence of a row, an image or a convolution's places is no layer, or one that gives a row its shape.
namespace {

using namespace ctnn;
template <auto const& File, class... Layers>
constexpr bool is_made_of = std::is_same_v<onnx::network<File>, ctnn::network<float, Layers...>>;

static_assert(is_made_of<models::gru_of_a_row, input<3>, dense<12, ctnn::tanh>, reshape<4, 3>,
                         gru<2>, last_step, dense<2>>);
static_assert(is_made_of<models::gru_of_a_conv1d, input<8, 2>, conv1d<3, kernel_size<3>, relu>,
                         gru<2>, last_step, dense<2>>);
static_assert(
    is_made_of<models::gru_of_one_number_a_step, input<12, 1>, gru<2>, last_step, dense<2>>);
static_assert(is_made_of<models::gru_of_an_image, input<3, 4>, gru<2>, dense<2>>);
static_assert(
    is_made_of<models::lstm_with_skip, input<6, 1>, residual<lstm<4>, over_time<dense<1>>>>);

} // namespace
