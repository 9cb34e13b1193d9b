#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <ctnn/import/detail/layer_set.hpp>
#include <ctnn/import/onnx/detail/operators/activations.hpp>
#include <ctnn/import/onnx/detail/operators/batch_normalization.hpp>
#include <ctnn/import/onnx/detail/operators/conv.hpp>
#include <ctnn/import/onnx/detail/operators/conv_transpose.hpp>
#include <ctnn/import/onnx/detail/operators/elementwise.hpp>
#include <ctnn/import/onnx/detail/operators/gemm.hpp>
#include <ctnn/import/onnx/detail/operators/hard_sigmoid.hpp>
#include <ctnn/import/onnx/detail/operators/limits.hpp>
#include <ctnn/import/onnx/detail/operators/mat_mul.hpp>
#include <ctnn/import/onnx/detail/operators/pools.hpp>
#include <ctnn/import/onnx/detail/operators/recurrent.hpp>
#include <ctnn/import/onnx/detail/operators/selu.hpp>
#include <ctnn/import/onnx/detail/operators/sequence.hpp>
#include <ctnn/import/onnx/detail/operators/shapes.hpp>
#include <ctnn/import/onnx/detail/operators/upsample.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

using layers = imported_layers;
using activations = imported_activations;

using ctnn::detail::set_of;
using ctnn::detail::set_of_all;
inline constexpr std::uint64_t always = set_of_all;

// An operator, and the layers and activations that it can give: a network without them does not have it.
struct operator_reader {
    vocabulary::word word;
    std::uint64_t gives;
};

// All operators. A new one is a function in a file of operators/ and a line here.
inline constexpr std::array all_operators{
    operator_reader{{"Add", read_add}, set_of(layers::batch_norm)},
    operator_reader{{"Add", read_biases}, // where no layer could be one of the other
                    set_of(layers::dense, layers::dense_over_time, layers::conv1d, layers::conv2d,
                           layers::depthwise_conv2d, layers::conv2d_transpose)},
    operator_reader{{"AveragePool", read_average_pool}, set_of(layers::average_pool)},
    operator_reader{{"BatchNormalization", read_batch_normalization}, set_of(layers::batch_norm)},
    operator_reader{{"Cast", read_cast}, always},
    operator_reader{{"Celu", read_celu}, set_of(activations::celu)},
    operator_reader{{"Clip", read_clip},
                    set_of(activations::relu6, activations::hard_tanh, activations::clamp)},
    operator_reader{{"Clip", read_at_least_0}, set_of(activations::relu)},
    operator_reader{{"Conv", read_conv},
                    set_of(layers::conv1d, layers::conv2d, layers::depthwise_conv2d)},
    operator_reader{{"ConvTranspose", read_conv_transpose}, set_of(layers::conv2d_transpose)},
    operator_reader{{"Div", read_div}, set_of(layers::normalization)},
    operator_reader{{"Dropout", read_dropout}, always},
    operator_reader{{"Elu", read_elu}, set_of(activations::elu)},
    operator_reader{{"Flatten", read_flatten}, always},
    operator_reader{{"GRU", read_gru}, set_of(layers::recurrent)},
    operator_reader{{"Gather", read_gather}, set_of(layers::last_step, layers::recurrent)},
    operator_reader{{"Gelu", read_gelu}, set_of(activations::gelu)},
    operator_reader{{"Gemm", read_scaled_gemm}, set_of(layers::batch_norm)},
    operator_reader{{"Gemm", read_gemm}, set_of(layers::dense)},
    operator_reader{{"GlobalAveragePool", read_global_average_pool},
                    set_of(layers::global_average_pool)},
    operator_reader{{"GlobalMaxPool", read_global_max_pool}, set_of(layers::global_max_pool)},
    operator_reader{{"HardSigmoid", read_hard_sigmoid},
                    set_of(activations::hard_sigmoid, activations::clamp)},
    operator_reader{{"HardSwish", read_hard_swish}, set_of(activations::hard_swish)},
    operator_reader{{"Identity", read_identity}, always},
    operator_reader{{"LSTM", read_lstm}, set_of(layers::recurrent)},
    operator_reader{{"LeakyRelu", read_leaky_relu}, set_of(activations::leaky_relu)},
    operator_reader{{"Log", read_log}, set_of(activations::log_sigmoid, activations::log_softmax)},
    operator_reader{{"LogSoftmax", read_log_softmax}, set_of(activations::log_softmax)},
    operator_reader{{"MatMul", read_mat_mul}, set_of(layers::dense_over_time)},
    operator_reader{{"MatMul", read_product}, set_of(layers::dense)},
    operator_reader{{"Max", read_max},
                    set_of(activations::relu6, activations::hard_tanh, activations::clamp)},
    operator_reader{{"Max", read_at_least_0}, set_of(activations::relu)},
    operator_reader{{"MaxPool", read_max_pool}, set_of(layers::max_pool)},
    operator_reader{{"Min", read_min},
                    set_of(activations::relu6, activations::hard_tanh, activations::clamp)},
    operator_reader{{"Mish", read_mish}, set_of(activations::mish)},
    operator_reader{{"Mul", read_mul}, set_of(layers::batch_norm)},
    operator_reader{{"Neg", read_neg}, set_of(layers::batch_norm)},
    operator_reader{{"PRelu", read_p_relu}, set_of(layers::prelu)},
    operator_reader{{"Pad", read_pad},
                    set_of(layers::zero_padding, layers::conv1d, layers::conv2d,
                           layers::depthwise_conv2d, layers::average_pool, layers::max_pool)},
    operator_reader{{"RNN", read_rnn}, set_of(layers::recurrent)},
    operator_reader{{"ReduceMean", read_reduce_mean}, set_of(layers::global_average_pool)},
    operator_reader{{"Relu", read_relu}, set_of(activations::relu)},
    operator_reader{{"Reshape", read_reshape}, always},
    operator_reader{{"Resize", read_upsample}, set_of(layers::upsample)},
    operator_reader{{"Selu", read_selu}, set_of(activations::selu, activations::elu)},
    operator_reader{{"Sigmoid", read_sigmoid},
                    set_of(activations::sigmoid, activations::log_sigmoid)},
    operator_reader{{"Slice", read_slice},
                    set_of(layers::last_step, layers::reversed_steps, layers::recurrent)},
    operator_reader{{"Softmax", read_softmax},
                    set_of(activations::softmax, activations::log_softmax)},
    operator_reader{{"Softplus", read_softplus}, set_of(activations::softplus)},
    operator_reader{{"Softsign", read_softsign}, set_of(activations::softsign)},
    operator_reader{{"Squeeze", read_squeeze}, always},
    operator_reader{{"Sub", read_sub}, set_of(layers::batch_norm, layers::normalization)},
    operator_reader{{"Sub", read_minus_zero}, always}, // where no layer could be one of the other
    operator_reader{{"Sum", read_sum}, set_of(layers::batch_norm)},
    operator_reader{{"Tanh", read_tanh}, set_of(activations::tanh)},
    operator_reader{{"Transpose", read_transpose}, always},
    operator_reader{{"Unsqueeze", read_unsqueeze}, always},
    operator_reader{{"Upsample", read_upsample}, set_of(layers::upsample)},
};

template <std::uint64_t Network>
inline constexpr auto operators_of = [] {
    constexpr auto is_needed = [](operator_reader const& one) {
        return (one.gives & Network) != 0;
    };
    constexpr std::size_t count = [is_needed] {
        std::size_t needed = 0;
        for (operator_reader const& one : all_operators)
            needed += is_needed(one);
        return needed;
    }();
    std::array<vocabulary::word, count> made{};
    std::size_t i = 0;
    for (operator_reader const& one : all_operators)
        if (is_needed(one))
            made[i++] = one.word;
    return made;
}();

constexpr bool read_operator(reader& r) {
    span const domain = text_of(r.file, r.current(), 7);
    if (domain.size == 0 || is(r.file, domain, "ai.onnx"))
        for (std::size_t i = 0; i < r.operators.count; ++i)
            if (is(r.file, r.current().operator_name, r.operators.words[i].name))
                return r.operators.words[i].read(r);
    return r.refuse(r.operators.otherwise);
}

} // namespace ctnn::onnx::detail
