// Models in which a value goes several ways: activations of several nodes, and layers that are made of layers.
#include "import/onnx/models.hpp"

CTNN_AGREES(concat)
CTNN_AGREES(concat_of_channels)
CTNN_AGREES(concat_of_the_input)
CTNN_AGREES(convnet_with_batch_norm)
CTNN_AGREES(gelu_of_nodes)
CTNN_AGREES(hard_swish_by_clip)
CTNN_AGREES(hard_swish_of_nodes)
CTNN_AGREES(log_sigmoid_of_nodes)
CTNN_AGREES(matmul_weights_as_a_transpose)
CTNN_AGREES(mish_of_nodes)
CTNN_AGREES(negated)
CTNN_AGREES(normalization_from_a_constant)
CTNN_AGREES(product_of_branches)
CTNN_AGREES(residual)
CTNN_AGREES(residual_image)
CTNN_AGREES(silu_of_nodes)
CTNN_AGREES(silu_product_first)
CTNN_AGREES(sum_of_branches)
CTNN_AGREES(view_by_size_of_a_dynamic_batch)

// The tanh approximation is another function.

template <auto const& File>
using read_as = ctnn::onnx::network<File>;
using namespace ctnn;
static_assert(std::is_same_v<
              read_as<models::residual>,
              network<float, input<4>, residual<dense<4, ctnn::tanh>, dense<4>>, relu, dense<2>>>);
static_assert(
    std::is_same_v<read_as<models::concat>,
                   network<float, input<4>, parallel<concatenated, dense<3>, dense<2, ctnn::tanh>>,
                           dense<2>>>);
static_assert(std::is_same_v<read_as<models::gelu_of_nodes>,
                             network<float, input<2>, dense<4, gelu>, dense<2>>>);
