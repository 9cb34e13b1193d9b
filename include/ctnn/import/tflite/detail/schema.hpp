#pragma once

#include <cstddef>
#include <cstdint>

// Numbers of TensorFlow Lite's schema, version 3: which field of a table is what, and what its values mean.

namespace ctnn::tflite::detail {

namespace model_fields {
inline constexpr std::size_t version = 0, operator_codes = 1, graphs = 2, buffers = 4;
}
namespace code_fields {
inline constexpr std::size_t old_code = 0, code = 3;
}
namespace graph_fields {
inline constexpr std::size_t tensors = 0, inputs = 1, outputs = 2, operators = 3;
}
namespace tensor_fields {
inline constexpr std::size_t shape = 0, type = 1, buffer = 2, quantization = 4, shape_signature = 7;
}
namespace quantization_fields {
inline constexpr std::size_t scale = 2, zero_point = 3, dimension = 6;
}
namespace operator_fields {
inline constexpr std::size_t code = 0, inputs = 1, outputs = 2, options = 4;
}
namespace buffer_fields {
inline constexpr std::size_t data = 0;
}
// Options of operators. (Pools and convolutions begin with the same three.)
namespace window_fields {
inline constexpr std::size_t padding = 0, stride_w = 1, stride_h = 2;
}
namespace conv_fields {
inline constexpr std::size_t activation = 3, dilation_w = 4, dilation_h = 5;
}
namespace depthwise_fields {
inline constexpr std::size_t multiplier = 3, activation = 4, dilation_w = 5, dilation_h = 6;
}
namespace pool_fields {
inline constexpr std::size_t width = 3, height = 4, activation = 5;
}
namespace dense_fields {
inline constexpr std::size_t activation = 0, weights_format = 1, keeps_dimensions = 2;
}
namespace concatenation_fields {
inline constexpr std::size_t axis = 0, activation = 1;
}
namespace arithmetic_fields { // ADD, SUB, MUL
inline constexpr std::size_t activation = 0;
}

enum class number_types : std::uint32_t { float32 = 0, int32 = 2, int64 = 4, int8 = 9 };
enum class paddings : std::uint32_t { same = 0, valid = 1 };
enum class fused_activations : std::uint32_t { none, relu, relu_n1_to_1, relu6 };

enum class operator_codes : std::uint32_t {
    add = 0,
    average_pool_2d = 1,
    concatenation = 2,
    conv_2d = 3,
    depthwise_conv_2d = 4,
    dequantize = 6,
    fully_connected = 9,
    logistic = 14,
    max_pool_2d = 17,
    mul = 18,
    relu = 19,
    relu_n1_to_1 = 20,
    relu6 = 21,
    reshape = 22,
    softmax = 25,
    tanh = 28,
    pad = 34,
    mean = 40,
    sub = 41,
    squeeze = 43,
    log_softmax = 50,
    prelu = 54,
    expand_dims = 70,
    reduce_max = 82,
    leaky_relu = 98,
    elu = 111,
    quantize = 114,
    hard_swish = 117,
    gelu = 150,
};

} // namespace ctnn::tflite::detail
