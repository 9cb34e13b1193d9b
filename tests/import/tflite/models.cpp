// Files of tests/import/tflite_models: tests/oracles/tflite_models.py made them, TensorFlow Lite gave the outputs.
#include <ctnn/ctnn.hpp>
#include <ctnn/import/onnx/agrees.hpp>
#include <ctnn/import/tflite.hpp>
#include <type_traits>

#include "onnx_tflite_models.hpp" // made by embed_folder.cmake

namespace {

using namespace ctnn;

// The network is this one, the same read at run time, and gives the recorded outputs. (At run time, which compiles faster.)
#define CTNN_BECOMES(name, ...)                                                                    \
    TEST_CASE("The model " #name " agrees with TensorFlow Lite", "[import]") {                     \
        using model = tflite::network<tflite_models::name>;                                        \
        STATIC_REQUIRE((std::is_same_v<model, network<float, __VA_ARGS__>>));                      \
        auto const loaded = tflite::read<model>(tflite_models::name);                              \
        REQUIRE(loaded.ok());                                                                      \
        CHECK((loaded.network == tflite::imported<tflite_models::name>));                          \
        CHECK((onnx::agrees<tflite::imported<tflite_models::name>, tflite_models::name##_input,    \
                            tflite_models::name##_output>(1e-5)));                                 \
    }                                                                                              \
    static_assert(true)

CTNN_BECOMES(dense, input<4>, dense<8, relu>, dense<3, softmax>);
CTNN_BECOMES(dense_fused, input<4>, dense<5, relu6>, dense<6, hard_tanh>, dense<3>);
CTNN_BECOMES(activations, input<6>, basic_leaky_relu<0.2>, elu, hard_swish, relu6, ctnn::tanh,
             hard_tanh, sigmoid, relu, log_softmax);
CTNN_BECOMES(prelu, input<6>, ctnn::prelu);
CTNN_BECOMES(arithmetic, input<5>, basic_batch_norm<0.0>, relu, basic_batch_norm<0.0>);
CTNN_BECOMES(convnet, input<9, 8, 2>,
             conv2d<4, kernel_size<3, 3>, strides<2, 2>, padding_same, relu6>,
             depthwise_conv2d<kernel_size<3, 3>, padding_same, depth_multiplier<2>, relu>,
             max_pool<kernel_size<2, 2>, strides<1, 1>>,
             conv2d<3, kernel_size<2, 2>, dilation<2, 2>>, dense<3, softmax>);
CTNN_BECOMES(pools, input<5, 5, 2>, average_pool<kernel_size<3, 3>, strides<2, 2>, padding_same>,
             zero_padding<sides{1, 0}, sides{0, 2}>, max_pool<kernel_size<2, 2>, padding_same>,
             relu6, ctnn::prelu, global_average_pool);
CTNN_BECOMES(reshaped, input<12>, reshape<3, 4, 1>, conv2d<3, kernel_size<2, 2>>, global_max_pool,
             dense<2>);
CTNN_BECOMES(conv1d, input<12, 3>, ctnn::conv1d<5, kernel_size<4>, relu>, max_pool<kernel_size<2>>,
             over_time<dense<3, relu>>, global_average_pool);
CTNN_BECOMES(residual, input<4, 4, 2>, conv2d<3, kernel_size<3, 3>, padding_same, relu>,
             ctnn::residual<conv2d<3, kernel_size<3, 3>, padding_same, relu>,
                            conv2d<3, kernel_size<3, 3>, padding_same>>,
             relu,
             parallel<added, conv2d<4, kernel_size<1, 1>, strides<2, 2>>,
                      conv2d<4, kernel_size<3, 3>, strides<2, 2>, padding_same, relu>>);
CTNN_BECOMES(
    joined, input<4>,
    parallel<concatenated, parallel<multiplied, dense<3>, dense<3, relu>>, identity, dense<2>>,
    dense<2>);

static_assert(onnx::agrees<tflite::imported<tflite_models::dense>, tflite_models::dense_input,
                           tflite_models::dense_output>(1e-5));

} // namespace
