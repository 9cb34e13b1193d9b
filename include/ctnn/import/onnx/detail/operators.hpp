#pragma once

#include <array>
#include <cstddef>
#include <ctnn/import/onnx/detail/operators/activations.hpp>
#include <ctnn/import/onnx/detail/operators/batch_normalization.hpp>
#include <ctnn/import/onnx/detail/operators/conv.hpp>
#include <ctnn/import/onnx/detail/operators/elementwise.hpp>
#include <ctnn/import/onnx/detail/operators/gemm.hpp>
#include <ctnn/import/onnx/detail/operators/mat_mul.hpp>
#include <ctnn/import/onnx/detail/operators/pools.hpp>
#include <ctnn/import/onnx/detail/operators/recurrent.hpp>
#include <ctnn/import/onnx/detail/operators/sequence.hpp>
#include <ctnn/import/onnx/detail/operators/shapes.hpp>
#include <ctnn/import/onnx/detail/reader.hpp>
#include <ctnn/text/text_view.hpp>

namespace ctnn::onnx::detail {

struct operator_reader {
    text_view name;
    bool (*read)(reader&);
};

// All operators, by their names in the file. A new one is a function in a file of operators/ and a line here.
inline constexpr std::array operators{
    operator_reader{"Add", read_add},
    operator_reader{"AveragePool", read_average_pool},
    operator_reader{"BatchNormalization", read_batch_normalization},
    operator_reader{"Celu", read_celu},
    operator_reader{"Clip", read_clip},
    operator_reader{"Conv", read_conv},
    operator_reader{"Div", read_div},
    operator_reader{"Dropout", read_dropout},
    operator_reader{"Elu", read_elu},
    operator_reader{"Flatten", read_flatten},
    operator_reader{"GRU", read_gru},
    operator_reader{"Gather", read_gather},
    operator_reader{"Gelu", read_gelu},
    operator_reader{"Gemm", read_gemm},
    operator_reader{"GlobalAveragePool", read_global_average_pool},
    operator_reader{"GlobalMaxPool", read_global_max_pool},
    operator_reader{"HardSigmoid", read_hard_sigmoid},
    operator_reader{"HardSwish", read_hard_swish},
    operator_reader{"Identity", read_identity},
    operator_reader{"LSTM", read_lstm},
    operator_reader{"LeakyRelu", read_leaky_relu},
    operator_reader{"Log", read_log},
    operator_reader{"LogSoftmax", read_log_softmax},
    operator_reader{"MatMul", read_mat_mul},
    operator_reader{"MaxPool", read_max_pool},
    operator_reader{"Mish", read_mish},
    operator_reader{"Mul", read_mul},
    operator_reader{"Neg", read_neg},
    operator_reader{"PRelu", read_p_relu},
    operator_reader{"Pad", read_pad},
    operator_reader{"RNN", read_rnn},
    operator_reader{"ReduceMean", read_reduce_mean},
    operator_reader{"Relu", read_relu},
    operator_reader{"Reshape", read_reshape},
    operator_reader{"Selu", read_selu},
    operator_reader{"Sigmoid", read_sigmoid},
    operator_reader{"Slice", read_slice},
    operator_reader{"Softmax", read_softmax},
    operator_reader{"Softplus", read_softplus},
    operator_reader{"Softsign", read_softsign},
    operator_reader{"Squeeze", read_squeeze},
    operator_reader{"Sub", read_sub},
    operator_reader{"Tanh", read_tanh},
    operator_reader{"Transpose", read_transpose},
    operator_reader{"Unsqueeze", read_unsqueeze},
};

constexpr bool read_operator(reader& r) {
    span const domain = r.current().domain;
    if (domain.size == 0 || is(r.file, domain, "ai.onnx"))
        for (operator_reader const& one : operators)
            if (is(r.file, r.current().operator_name, one.name))
                return one.read(r);
    return r.refuse(problems::operator_is_not_read);
}

} // namespace ctnn::onnx::detail
