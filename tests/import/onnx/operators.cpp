// Models of operators that are rare in files of networks: transposed convolutions, resizing, limits, scaled products; and of
// dimensions that change places before a layer for each number.
#include "import/onnx/models.hpp"

#include <type_traits>

using namespace ctnn;

CTNN_AGREES(bias_of_other_axes)
CTNN_AGREES(channels_that_become_places)
CTNN_AGREES(clip_from_above)
CTNN_AGREES(clip_from_below)
CTNN_AGREES(conv_transpose)
CTNN_AGREES(conv_transpose_of_groups)
CTNN_AGREES(conv_transpose_of_output_padding)
CTNN_AGREES(conv_transpose_of_pads)
CTNN_AGREES(conv_transpose_same_upper)
CTNN_AGREES(divisors_of_other_axes)
CTNN_AGREES(gemm_of_alpha)
CTNN_AGREES(gemm_of_alpha_and_beta)
CTNN_AGREES(gemm_of_beta)
CTNN_AGREES(gemm_of_beta_0)
CTNN_AGREES(gemm_scaled)
CTNN_AGREES(max_and_min)
CTNN_AGREES(max_of_zero)
CTNN_AGREES(means_of_other_axes)
CTNN_AGREES(min_of_one)
CTNN_AGREES(resize_of_half_pixels)
CTNN_AGREES(resize_of_pytorch)
CTNN_AGREES(resize_opset_10)
CTNN_AGREES(resize_to_sizes)
CTNN_AGREES(selu_of_other_numbers)
CTNN_AGREES(slopes_of_other_axes)
CTNN_AGREES(sum_with_a_constant)
CTNN_AGREES(upsample_opset_7)
CTNN_AGREES(upsample_opset_9)
CTNN_AGREES(weights_as_a_reshape)

// Nothing is left of these, so a network of other layers does not read them.
static_assert(
    std::is_same_v<onnx::network<models::clip_of_nothing>, network<float, input<6>, identity>>);
static_assert(
    std::is_same_v<onnx::network<models::sum_of_one>, network<float, input<6>, identity>>);

// Min and Max are one limit, and the weights of a scaled product are the file's.
template <auto const& File, class... Layers>
constexpr bool is_made_of =
    std::is_same_v<onnx::network<File>,
                   network<float, input<onnx::network<File>::input_size>, Layers...>>;
static_assert(is_made_of<models::max_of_zero, relu>);
static_assert(is_made_of<models::max_and_min, ctnn::clamp<-2.0, 3.0>>);
static_assert(is_made_of<models::gemm_scaled, dense<3>, basic_batch_norm<0>, basic_batch_norm<0>>);
static_assert(is_made_of<models::gemm_of_alpha_and_beta, dense<3>, basic_batch_norm<0>>);
static_assert(is_made_of<models::gemm_of_beta_0, dense<3>, basic_batch_norm<0>>);

// What the library's layers are not.
CTNN_REFUSES(conv_transpose_that_pads_one_side, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(gelu_by_tanh, gelu_is_approximate);
CTNN_REFUSES(gelu_by_tanh_of_nodes, gelu_is_approximate);
CTNN_REFUSES(resize_by_a_half, attribute_has_a_value_that_is_not_read);
CTNN_REFUSES(resize_of_corners, attribute_has_a_value_that_is_not_read);
